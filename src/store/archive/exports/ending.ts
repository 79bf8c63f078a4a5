import type { ExportId } from '#domain/archive/export/archive-export.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'

/** They are gone for their person; what lies in a store goes with the next sweep. */
export async function endExports(
  tx: TransactionSql,
  ids: readonly ExportId[],
  at: Date,
): Promise<void> {
  await tx`
    with ended as (
      select id, store, object from archive.exports
      where id = any(${[...ids]}::uuid[]) and state in ('asked', 'building', 'ready') for update),
    loose as (
      insert into archive.loose_objects (object, store, since)
      select object, store, '-infinity' from ended where object is not null)
    update archive.exports e
    set state = 'ended', ended_at = ${at}, lease_until = null, object = null, store = null
    from ended where e.id = ended.id`
}

const AT_ONCE = 100

/** Whose week is over; and what is long forgotten goes altogether. True while there may be more. */
export function endOldExports(sql: Sql, now: Date): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const over = await tx<{ id: ExportId }[]>`
      select id from archive.exports where state = 'ready' and until <= ${now}
      order by until limit ${AT_ONCE} for update skip locked`
    await endExports(
      tx,
      over.map(({ id }) => id),
      now,
    )
    await tx`
      delete from archive.exports
      where ended_at < ${now}::timestamptz - interval '30 days' and state in ('ended', 'failed')`
    return over.length === AT_ONCE
  })
}
