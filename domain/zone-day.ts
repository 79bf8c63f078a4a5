import type { Zone } from './agency.ts'
import { type CivilDate, dayExists } from './civil-date.ts'

/** Indonesia's zones know no summer time. */
const HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 }

const HOUR = 3600_000

/** As a date field sends it: 2026-11-25. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (!found) return undefined
  const [year, month, day] = found.slice(1).map(Number)
  const date = { year: year ?? 0, month: month ?? 0, day: day ?? 0 }
  return dayExists(date) ? date : undefined
}

export function civilDateText({ year, month, day }: CivilDate): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Midnight, when that day begins in the zone. */
export function dayStart({ year, month, day }: CivilDate, zone: Zone): Date {
  return new Date(Date.UTC(year, month - 1, day) - HOURS[zone] * HOUR)
}

/** Midnight after that day: it is the last one of a term. */
export function dayEnd(date: CivilDate, zone: Zone): Date {
  return dayStart({ ...date, day: date.day + 1 }, zone)
}

/** The day that it is in the zone. */
export function dayOf(moment: Date, zone: Zone): CivilDate {
  const there = new Date(moment.getTime() + HOURS[zone] * HOUR)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
  }
}
