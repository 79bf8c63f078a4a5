import { checkSome, markPiece, recomputeStale } from '../store/archive/completeness.ts'
import type { Sql } from '../store/database.ts'

const EVERY_MS = 60_000

/**
 * Counts those whom national data or other types changed, now and every minute, and some at random to
 * see that nothing was missed: whatever differs is mended, and told, for it never should. Any number of
 * processes may do so.
 */
export function keepCompleteness(
  sql: Sql,
  failed: (problem: unknown) => void,
): { stop: () => Promise<void> } {
  let stopping = false
  let round: Promise<void> | undefined
  const begin = () => {
    round ??= completenessRound(sql, () => stopping)
      .catch(failed)
      .finally(() => {
        round = undefined
      })
  }
  begin()
  const timer = setInterval(begin, EVERY_MS).unref()
  return {
    stop: async () => {
      stopping = true
      clearInterval(timer)
      await round
    },
  }
}

/** Each step is a transaction of its own: whoever stops, or is killed, goes on there later. */
export async function completenessRound(
  sql: Sql,
  isLeaving: () => boolean = () => false,
): Promise<void> {
  while (!isLeaving() && (await markPiece(sql)));
  while (!isLeaving() && (await recomputeStale(sql)));
  const wrong = isLeaving() ? 0 : await checkSome(sql)
  if (wrong > 0) throw new Error(`${wrong} sums of completeness differed from what they sum up`)
}
