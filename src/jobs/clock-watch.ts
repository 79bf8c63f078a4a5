import {
  type ClockDoubts,
  type ClockOffset,
  type ClockSource,
  isCertain,
  judgeClock,
  weighOffset,
} from '#domain/mfa/server-clock.ts'

/** Compares our clock with another one; rejects where that one cannot be asked. */
export type MeasureOffset = () => Promise<ClockOffset>

export type ClockWatch = {
  /** False while codes must be postponed (R-OT-07). */
  isTrusted: () => boolean
  /** False until all sources were asked, and while any contradicts. */
  isCertain: () => boolean
  /** One round of comparisons, now. */
  measure: () => Promise<void>
  stop: () => void
}

const EVERY_MS = 15_000

/** `uptime`: milliseconds of a clock that nobody can set, like `performance.now`. */
export function watchClock(
  sources: Partial<Record<ClockSource, MeasureOffset>>,
  uptime: () => number,
): ClockWatch {
  let doubts: ClockDoubts = {}
  let wasAsked = false
  const measure = async () => {
    await Promise.all([weigh('database', sources.database), weigh('ntp', sources.ntp)])
    wasAsked = true
  }
  const weigh = async (source: ClockSource, ask?: MeasureOffset) => {
    const offset = await ask?.().catch(() => undefined)
    if (offset) doubts = weighOffset(doubts, source, offset, uptime())
  }
  void measure()
  const timer = setInterval(() => void measure(), EVERY_MS).unref()
  return {
    isTrusted: () => judgeClock(doubts, uptime()).state === 'trusted',
    isCertain: () => wasAsked && isCertain(doubts, uptime()),
    measure,
    stop: () => clearInterval(timer),
  }
}

/** Asks a clock that tells but the time; half the way there and back is the uncertainty. */
export async function compareClocks(
  ours: () => Date,
  theirs: () => Promise<number>,
): Promise<ClockOffset> {
  const asked = ours().getTime()
  const told = await theirs()
  const answered = ours().getTime()
  return { offsetMs: (asked + answered) / 2 - told, uncertaintyMs: (answered - asked) / 2 }
}
