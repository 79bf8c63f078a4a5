import type { Sql } from '../store/database.ts'
import { warnOfEndingRoles } from '../store/role-warnings.ts'

const EVERY_MS = 60 * 60_000

/** Tells of roles that end soon, now and every hour; several processes tell each once. */
export function warnRegularly(
  sql: Sql,
  clock: () => Date,
  failed: (problem: unknown) => void,
): { stop: () => void } {
  const round = () => void warnOfEndingRoles(sql, clock()).catch(failed)
  round()
  const timer = setInterval(round, EVERY_MS).unref()
  return { stop: () => clearInterval(timer) }
}
