import type { SeenWhole } from '#domain/archive/copies-root.ts'
import { inTransaction, type Sql } from '../database.ts'
import { addArchiveEvent } from './events.ts'

const WINDOW_SECONDS = 300

/**
 * T28: one event for all copies found whole in the next five minutes that are over for as long, so
 * that no look is still being written. False where there is none.
 */
export function tellNextRoot(
  sql: Sql,
  rootOf: (seen: readonly SeenWhole[]) => string,
  now: Date,
): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    await tx`select from archive.fixity_told for update`
    const [next] = await tx<{ from: Date | null; to: Date }[]>`
      with first as (
        select min(at) as at from archive.fixity_told, lateral (
          (select min(checked_at) as at from archive.copies
            where last_result = 'ok' and checked_at >= until)
          union all
          (select min(checked_at) from archive.batch_file_copies
            where last_result = 'ok' and checked_at >= until)) seen)
      select date_bin('5 minutes', at, 'epoch') as from, date_bin('5 minutes', at, 'epoch') + '5 minutes' as to
      from first`
    if (!next?.from || now.getTime() - next.to.getTime() < WINDOW_SECONDS * 1000) return false
    const { from, to } = next
    const seen = await tx<SeenWhole[]>`
      select object, encode(sha256, 'hex') as sha256, checked_at from (
        select object, sha256, checked_at, last_result from archive.copies
        union all
        select object, sha256, checked_at, last_result from archive.batch_file_copies) copies
      where last_result = 'ok' and checked_at >= ${from} and checked_at < ${to} order by object`
    await tx`update archive.fixity_told set until = ${to}`
    const body = { from: from.toISOString(), copies: seen.length, root: rootOf(seen) }
    const nobody = { record: undefined, person: undefined, actor: 'system' } as const
    await addArchiveEvent(tx, { name: 'copyVerified', ...nobody, at: now, body })
    return true
  })
}
