import { after } from '../instant.ts'

const SECONDS = 180 * 24 * 3600

/** From when on people see what was done in their name (table 4.3). */
export function historySince(now: Date): Date {
  return after(now, -SECONDS)
}
