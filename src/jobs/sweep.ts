import type { Sql } from '../store/database.ts'
import { sweep } from '../store/sweep.ts'

const EVERY_MS = 10 * 60_000

/** Clears away what is over, now and every ten minutes; one process at a time. */
export function sweepRegularly(
  sql: Sql,
  clock: () => Date,
  failed: (problem: unknown) => void,
): { stop: () => void } {
  const round = () => void sweep(sql, clock()).catch(failed)
  round()
  const timer = setInterval(round, EVERY_MS).unref()
  return { stop: () => clearInterval(timer) }
}
