import type { Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import type { Item, Outcome } from '#domain/archive/destruction/item.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { RetentionApproval } from '#domain/archive/retention/rule.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql, type TransactionSql } from '../../database.ts'

/** After its batch and its record in the order of locks. */
export async function lockItem(
  tx: TransactionSql,
  batch: BatchId,
  record: RecordId,
): Promise<Item | undefined> {
  await tx`select from archive.records where id = ${record} for update`
  const [row] = await tx<ItemRow[]>`
    select ${itemColumns(tx)} from archive.batch_items i
    where i.batch = ${batch} and i.record = ${record} for update`
  return row && toItem(row)
}

export type Counts = {
  open: number
  unappraised: number
  destroyed: number
  /** Whose consent the open ones need. */
  agency: number
  nationalArchives: number
}

export async function countItems(sql: Sql | TransactionSql, batch: BatchId): Promise<Counts> {
  const [row] = await sql<Counts[]>`
    select count(*) filter (where state <> 'over') as open,
      count(*) filter (where state = 'unappraised') as unappraised,
      count(*) filter (where outcome = 'destroyed') as destroyed,
      count(*) filter (where state <> 'over' and approval = 'agency') as agency,
      count(*) filter (where state <> 'over' and approval = 'nationalArchives') as national_archives
    from archive.batch_items where batch = ${batch}`
  return filled(row ?? null)
}

/** Whether that person has, or had, a record on this list. */
export async function isSubjectOf(
  sql: Sql | TransactionSql,
  { id }: Pick<Batch, 'id'>,
  person: PersonId,
): Promise<boolean> {
  const found = await sql`
    select from archive.batch_items where batch = ${id} and subject = ${person} limit 1`
  return found.length > 0
}

/** For a statement that has items as i. */
export function itemColumns(sql: Sql | TransactionSql) {
  return sql`i.record, i.subject, i.approval, i.state, i.outcome`
}

export type ItemRow = {
  record: RecordId
  subject: PersonId
  approval: RetentionApproval
  state: Item['state']
  outcome: Outcome | null
}

export function toItem({ record, subject, approval, state, outcome }: ItemRow): Item {
  const listed = { record, subject, approval }
  return state === 'over' ? { ...listed, state, outcome: filled(outcome) } : { ...listed, state }
}
