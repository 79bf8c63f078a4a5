import { no, ok, type Result } from '#domain/result.ts'
import type { Allowance } from '#domain/throttle/allowance.ts'
import type { Sql } from './database.ts'

type Spent = Result<true, { kind: 'slowed'; until: Date }>
export type SpendShared = (now: Date) => Promise<Spent>

/**
 * An allowance of the whole portal, of which each process takes a share at a time: a statement once in so many
 * times, and no row that every request waits for. What is left of a share when its time is over is used up
 * all the same. Once nothing is left, no statement asks again before its time.
 */
export function spendInShares(
  sql: Sql,
  key: Buffer,
  { times, seconds }: Allowance,
  share: number,
): SpendShared {
  const shares = { times: Math.floor(times / share), seconds }
  let [left, until] = [0, new Date(0)]
  let taking: Promise<void> | undefined
  const take = async (now: Date) => {
    const spent = await spendAllowance(sql, key, shares, now)
    if (spent.ok) left += share
    else until = spent.problem.until
  }
  return async (now) => {
    for (;;) {
      if (now < until) return no({ kind: 'slowed', until })
      if (left > 0) break
      // Whoever comes meanwhile waits for the same share.
      taking ??= take(now).finally(() => {
        taking = undefined
      })
      await taking
    }
    left -= 1
    return ok(true)
  }
}

/** Counts and decides in one statement (R-RL-06); `spendAllowance` of the domain is its model. */
export async function spendAllowance(
  sql: Sql,
  key: Buffer,
  { times, seconds }: Allowance,
  now: Date,
): Promise<Spent> {
  const [row] = await sql<{ until: Date | null }[]>`
    select until from spend_allowance(${key}, ${times}, ${seconds}, ${now})`
  if (!row) throw new Error('spend_allowance answered nothing')
  return row.until ? no({ kind: 'slowed', until: row.until }) : ok(true)
}
