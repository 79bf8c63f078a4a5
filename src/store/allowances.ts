import { no, ok, type Result } from '#domain/result.ts'
import type { Allowance } from '#domain/throttle/allowance.ts'
import type { Sql } from './database.ts'

/** Counts and decides in one statement (R-RL-06); `spendAllowance` of the domain is its model. */
export async function spendAllowance(
  sql: Sql,
  key: Buffer,
  { times, seconds }: Allowance,
  now: Date,
): Promise<Result<true, { kind: 'slowed'; until: Date }>> {
  const [row] = await sql<{ until: Date | null }[]>`
    select until from spend_allowance(${key}, ${times}, ${seconds}, ${now})`
  if (!row) throw new Error('spend_allowance answered nothing')
  return row.until ? no({ kind: 'slowed', until: row.until }) : ok(true)
}
