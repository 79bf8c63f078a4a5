import type { Zone } from '../agency.ts'
import type { Brand } from '../brand.ts'

/** A day on the calendar of an agency, or the first of a month, as 2026-11-21. */
export type Day = Brand<string, 'Day'>

const HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 }
const HOUR_MS = 3_600_000

/** The model of `day_in` in migrations. */
export function dayOf(moment: Date, zone: Zone): Day {
  return toDay(new Date(moment.getTime() + HOURS[zone] * HOUR_MS))
}

export function daysAfter(day: Day, days: number): Day {
  return toDay(new Date(Date.parse(day) + days * 24 * HOUR_MS))
}

export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day
}

/** The first of the month after. */
export function nextMonth(month: Day): Day {
  return monthOf(daysAfter(month, 31))
}

/** As written in an address or a form; undefined where there is no such day, or none of ours. */
export function parseDay(text: string): Day | undefined {
  const moment = /^[12]\d{3}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) || toDay(new Date(moment)) !== text ? undefined : (text as Day)
}

/** The moment that a day begins at. */
export function beginOf(day: Day, zone: Zone): Date {
  return new Date(Date.parse(day) - HOURS[zone] * HOUR_MS)
}

function toDay(moment: Date): Day {
  return moment.toISOString().slice(0, 10) as Day
}
