import type { AgencyId } from '#domain/agency.ts'
import type { ArchiveRecord, RecordId, Stage } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'

/** The record under its lock, which every change of it, of its versions and of its keys takes first. */
export async function lockRecord(
  tx: TransactionSql,
  id: RecordId,
): Promise<ArchiveRecord | undefined> {
  const [row] = await tx<RecordRow[]>`
    select ${recordColumns(tx)} from archive.records r where r.id = ${id} for update`
  return row && toRecord(row)
}

/**
 * Whatever record is in that place, so that its stage is judged as it stays; there may be none. And the
 * row of the history that it belongs to, which nobody takes back meanwhile.
 */
export async function lockPlace(
  tx: TransactionSql,
  { person, type, slot }: Pick<ArchiveRecord, 'person' | 'type' | 'slot'>,
): Promise<void> {
  await tx`
    select from archive.records
    where person = ${person} and type = ${type} and slot = ${slot} and stage <> 'destroyed' for update`
  await tx`select archive.lock_history_row(${person}, ${type}, split_part(${slot}, '#', 1))`
}

/** A record that nobody has ever sent anything for is made with its first upload. */
export async function lockOrAddRecord(
  tx: TransactionSql,
  record: Omit<ArchiveRecord, 'stage'>,
): Promise<ArchiveRecord> {
  const { id, person, agency, type, slot, since } = record
  await tx`
    insert into archive.records (id, person, agency, type, slot, stage_since)
    values (${id}, ${person}, ${agency}, ${type}, ${slot}, ${since})
    on conflict (person, type, slot) where stage <> 'destroyed' do nothing`
  const [row] = await tx<RecordRow[]>`
    select ${recordColumns(tx)} from archive.records r
    where r.person = ${person} and r.type = ${type} and r.slot = ${slot} and r.stage <> 'destroyed'
    for update`
  if (!row) throw new Error('a record that was just made is not there')
  return toRecord(row)
}

/** The trigger refuses whatever `archive.stage_moves` does not have. */
export async function setStage(
  tx: TransactionSql,
  { id }: Pick<ArchiveRecord, 'id'>,
  stage: Stage,
  at: Date,
): Promise<void> {
  await tx`
    update archive.records
    set stage = ${stage}, stage_since = ${at} where id = ${id}`
}

/** Asked of the holds themselves, for `records.held` serves lists (archive.md 11). */
export async function isHeld(sql: Sql | TransactionSql, record: RecordId): Promise<boolean> {
  const [row] = await sql<{ held: boolean }[]>`select archive.is_held(${record}) as held`
  return row?.held === true
}

export type RecordRow = {
  id: RecordId
  person: PersonId
  agency: AgencyId
  type: string
  slot: string
  stage: Stage
  stageSince: Date
}

/** For a statement that has records as r. */
export function recordColumns(sql: Sql | TransactionSql) {
  return sql`r.id, r.person, r.agency, r.type, r.slot, r.stage, r.stage_since`
}

export function toRecord({ stageSince, ...row }: RecordRow): ArchiveRecord {
  return { ...row, since: stageSince }
}
