/** What our own clock is compared with. */
export type ClockSource = 'database' | 'ntp'

/** How far a source says that we run fast (slow: below 0), give or take, both in milliseconds. */
export type ClockOffset = { offsetMs: number; uncertaintyMs: number }

/**
 * The sources that contradict our clock without a break: first and last time each did. Times are
 * milliseconds of a clock that nobody can set, for the one in doubt cannot time its own doubt.
 */
export type ClockDoubts = Readonly<Partial<Record<ClockSource, { first: number; last: number }>>>

export type ClockVerdict = { state: 'trusted' } | { state: 'off'; offSince: number }

const TOLERATED_MS = 2_000
const PATIENCE_MS = 60_000
const FORGOTTEN_MS = 300_000

/** The doubts after one more comparison; a source that gives no answer says nothing new. */
export function weighOffset(
  doubts: ClockDoubts,
  source: ClockSource,
  { offsetMs, uncertaintyMs }: ClockOffset,
  at: number,
): ClockDoubts {
  const { [source]: doubt, ...others } = doubts
  if (Math.abs(offsetMs) - uncertaintyMs <= TOLERATED_MS) return others
  const first = doubt && isRemembered(doubt, at) ? doubt.first : at
  return { ...others, [source]: { first, last: at } }
}

/** R-OT-07: off once any source has said so for 60 s; one silent for 5 minutes is not heard. */
export function judgeClock(doubts: ClockDoubts, at: number): ClockVerdict {
  const lasting = Object.values(doubts).filter(
    (doubt) => isRemembered(doubt, at) && doubt.last - doubt.first >= PATIENCE_MS,
  )
  if (lasting.length === 0) return { state: 'trusted' }
  return { state: 'off', offSince: Math.min(...lasting.map(({ first }) => first)) }
}

/**
 * Whether what nobody can undo may be done by the date (archive.md 10, fault 13): one source that
 * contradicts is enough to wait, for a clock may be a year ahead from the moment a machine starts.
 */
export function isCertain(doubts: ClockDoubts, at: number): boolean {
  return !Object.values(doubts).some((doubt) => isRemembered(doubt, at))
}

function isRemembered({ last }: { last: number }, at: number): boolean {
  return at - last <= FORGOTTEN_MS
}
