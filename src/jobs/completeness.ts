import { checkSome, markPiece, recomputeStale } from '../store/archive/completeness.ts'
import type { Sql } from '../store/database.ts'

/**
 * Counts those whom national data or other types changed, and some at random to see that nothing was
 * missed: whatever differs is mended, and told, for it never should. Each step is a transaction of its
 * own: whoever stops, or is killed, goes on there later.
 */
export async function completenessRound(
  sql: Sql,
  isLeaving: () => boolean = () => false,
): Promise<void> {
  while (!isLeaving() && (await markPiece(sql)));
  while (!isLeaving() && (await recomputeStale(sql)));
  const wrong = isLeaving() ? 0 : await checkSome(sql)
  if (wrong > 0) throw new Error(`${wrong} sums of completeness differed from what they sum up`)
}
