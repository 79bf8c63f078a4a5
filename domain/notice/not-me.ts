import { after } from '../instant.ts'

const SECONDS = 48 * 3600

/** A link *Bukan saya* serves two days from when its mail was written (4.3). */
export function notMeUntil(madeAt: Date): Date {
  return after(madeAt, SECONDS)
}

export function isNotMeLive(madeAt: Date, now: Date): boolean {
  return now < notMeUntil(madeAt)
}
