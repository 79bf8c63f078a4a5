import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { Sql, TransactionSql } from '../../database.ts'

/**
 * T21, for a statement that has items as i: the leaf of "this will be destroyed" is in a checkpoint that
 * was signed, so that nobody can deny it later. No `exists`, which may be answered by reading all events.
 */
export function intentRecorded(sql: Sql | TransactionSql) {
  return sql`coalesce((
    select l.index from archive.events e join archive.log_leaves l on l.event = e.id
    where e.record = i.record and e.name = 'destructionStarted' and e.body ->> 'batch' = i.batch::text
    order by e.n desc limit 1) < (select max(size) from archive.log_checkpoints), false)`
}

/** Of a list that is being destroyed, those of which no key may be touched yet. */
export async function countUnrecorded(sql: Sql | TransactionSql, batch: BatchId): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from archive.batch_items i join archive.batches b on b.id = i.batch
    where i.batch = ${batch} and b.state = 'destroying' and i.state = 'toDestroy'
      and not ${intentRecorded(sql)}`
  return row?.count ?? 0
}

/** Where the log has it; for a statement that has items as i. */
export function leafOf(sql: Sql | TransactionSql, name: 'destructionStarted' | 'recordDestroyed') {
  return sql`(
    select max(l.index) from archive.events e join archive.log_leaves l on l.event = e.id
    where e.record = i.record and e.name = ${name} and e.body ->> 'batch' = i.batch::text)`
}
