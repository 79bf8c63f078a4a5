import type { Zone } from '../agency.ts'
import type { Brand } from '../brand.ts'
import { civilDateText, dayStart, dayOf as dayThere, parseCivilDate } from '../zone-day.ts'

/** A day on the calendar of an agency, or the first of a month, as 2026-11-21. */
export type Day = Brand<string, 'Day'>

const DAY_MS = 24 * 3_600_000

/** The model of `day_in` in migrations. */
export function dayOf(moment: Date, zone: Zone): Day {
  return civilDateText(dayThere(moment, zone)) as Day
}

export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day
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
  const date = /^[12]/.test(text) ? parseCivilDate(text) : undefined
  return date && (civilDateText(date) as Day)
}

/** The moment that a day begins at; a day that was parsed is one. */
export function beginOf(day: Day, zone: Zone): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return dayStart({ year, month, day: date }, zone)
}
