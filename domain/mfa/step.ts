/** Seconds of one TOTP step (RFC 6238, 4.1: X = 30). */
export const STEP_SECONDS = 30

/** The TOTP step of a moment: how many whole 30 seconds since 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / (STEP_SECONDS * 1000))
}

/** By how many seconds a phone that shows the code of `step` seems fast (slow: negative), in tens. */
export function clockOffset(step: number, now: Date): number {
  const seconds = STEP_SECONDS * step + STEP_SECONDS / 2 - now.getTime() / 1000
  const rounded = Math.round(seconds / 10) * 10
  return rounded === 0 ? 0 : rounded
}
