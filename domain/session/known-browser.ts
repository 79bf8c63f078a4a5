import { after } from '../instant.ts'

/** Table 4.3: a browser that gave both factors is known for half a year, anew at each sign-in. */
export const KNOWN_SECONDS = 180 * 24 * 3600

export function knownUntil(now: Date): Date {
  return after(now, KNOWN_SECONDS)
}
