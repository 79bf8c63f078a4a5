import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Sql, TransactionSql } from '../../database.ts'

/** From the approval on: the care of copies reads all of the files of a list while it waits. */
export async function hastenCopies(
  tx: TransactionSql,
  batch: BatchId,
  approvedAt: Date,
): Promise<void> {
  await tx`
    update archive.copies c set next_check_at = ${approvedAt}
    from archive.batch_items i
    join archive.versions v on v.record = i.record and v.key_gone_at is null
    where i.batch = ${batch} and i.state <> 'over' and c.version = v.id and c.kind = 'content'`
}

/** How many copies of its files nobody has read whole since the approval (I6). */
export async function countUnknownCopies(
  sql: Sql | TransactionSql,
  batch: BatchId,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from ${unknownCopies(sql, batch)}`
  return row?.count ?? 0
}

/** The files that they are of, a few at a time. */
export async function listUnknownVersions(
  sql: Sql,
  batch: BatchId,
  atMost: number,
): Promise<VersionId[]> {
  const rows = await sql<{ id: VersionId }[]>`
    select distinct v.id from ${unknownCopies(sql, batch)} limit ${atMost}`
  return rows.map(({ id }) => id)
}

function unknownCopies(sql: Sql | TransactionSql, batch: BatchId) {
  return sql`
    archive.batch_items i
    join archive.batches b on b.id = i.batch
    join archive.versions v on v.record = i.record and v.key_gone_at is null
    join archive.copies c on c.version = v.id and c.kind = 'content'
    where i.batch = ${batch} and i.state <> 'over'
      and (c.last_result in ('ok', 'bad') and c.checked_at >= coalesce(b.approved_at, '-infinity')) is not true`
}
