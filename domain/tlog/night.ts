import { dayOf, dayStart } from '../zone-day.ts'

const HOUR = 3600_000
/** In Jakarta, when the fewest are there. */
const [FROM, TO] = [1, 5]
const DAYS = 7

/** When this night's hours began; undefined by day. */
export function nightOf(now: Date): Date | undefined {
  const midnight = dayStart(dayOf(now, 'WIB'), 'WIB').getTime()
  const hours = (now.getTime() - midnight) / HOUR
  return hours >= FROM && hours < TO ? new Date(midnight + FROM * HOUR) : undefined
}

/** When the last look began, and the last at everything. */
export type LastLooks = { any: Date | undefined; full: Date | undefined }

/** Which look is due: once a night one at what is new, and once a week one at everything. */
export function lookDue(now: Date, { any, full }: LastLooks): 'full' | 'new' | undefined {
  const night = nightOf(now)
  if (!night || (any && any >= night)) return undefined
  const weekAgo = night.getTime() - (DAYS - 1) * 24 * HOUR
  return full && full.getTime() >= weekAgo ? 'new' : 'full'
}
