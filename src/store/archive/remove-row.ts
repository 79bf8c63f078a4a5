import { createHash } from 'node:crypto'
import type { HistorySource } from '#domain/archive/history.ts'
import { type RemoveRowRefused, removeRow } from '#domain/archive/remove-row.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { actorOf, isStillWorn, type OfficeAct } from '../worn-hat.ts'
import { recomputeCompleteness } from './completeness.ts'
import { addArchiveEvent } from './events.ts'
import { findUploadRight } from './upload-facts.ts'

type RowKey = { person: PersonId; type: string; key: string }

/** `by`: somebody of their own, or an act of an office. */
export type RemovingRow = RowKey & { by: { person: PersonId } | OfficeAct }

export type FoundRow = { label: string; source: HistorySource }

export async function findHistoryRow(
  sql: Sql | TransactionSql,
  { person, type, key }: RowKey,
): Promise<FoundRow | undefined> {
  const [row] = await sql<FoundRow[]>`
    select label, source from archive.history
    where person = ${person} and type = ${type} and key = ${key}`
  return row
}

type NotRemoved = RemoveRowRefused | { kind: 'noLonger' | 'noSuchRow' }

/** The account, the records of its places, then the row are locked, as whatever is received for them does. */
export function removeHistoryRow(
  sql: Sql,
  { by, ...row }: RemovingRow,
  now: Date,
): Promise<Result<true, NotRemoved>> {
  return inTransaction(sql, async (tx) => {
    const actor = 'session' in by ? actorOf(by) : { ...by, hat: undefined }
    await tx`select from accounts where person = ${actor.person} for update`
    if ('session' in by && !(await isStillWorn(tx, by))) return no({ kind: 'noLonger' })
    await lockPlaces(tx, row)
    const found = await findHistoryRow(tx, row)
    if (!found) return no({ kind: 'noSuchRow' })
    const sender = { person: row.person, sentBy: actor.person, sentAs: actor.hat }
    const { uploader, subject } = await findUploadRight(tx, sender, now)
    const known = await findDocuments(tx, row, now)
    const removed = removeRow({ source: found.source, by: uploader, subject, ...known })
    if (!removed.ok) return removed
    await tx`
      delete from archive.history where person = ${row.person} and type = ${row.type} and key = ${row.key}`
    await addArchiveEvent(tx, {
      name: 'historyRowRemoved',
      record: undefined,
      person: row.person,
      actor,
      at: now,
      body: { type: row.type, row: nameless(row.key), source: found.source },
    })
    await recomputeCompleteness(tx, row.person)
    return ok(true)
  })
}

async function lockPlaces(tx: TransactionSql, { person, type, key }: RowKey): Promise<void> {
  await tx`
    select from archive.records
    where person = ${person} and type = ${type} and split_part(slot, '#', 1) = ${key} order by id for update`
  await tx`select archive.lock_history_row(${person}, ${type}, ${key})`
}

/** Whatever was verified made its record more than a draft, and keeps it so (T11). */
async function findDocuments(tx: TransactionSql, { person, type, key }: RowKey, now: Date) {
  const [row] = await tx<{ wasVerified: boolean; waits: boolean }[]>`
    select
      exists (select from archive.records r where r.person = ${person} and r.type = ${type}
        and split_part(r.slot, '#', 1) = ${key} and r.stage <> 'draft') as was_verified,
      exists (select from archive.records r join archive.versions v on v.record = r.id
        where r.person = ${person} and r.type = ${type} and split_part(r.slot, '#', 1) = ${key}
          and v.status in ('quarantined', 'awaitingVerification'))
      or exists (select from archive.uploads u where u.person = ${person} and u.type = ${type}
        and split_part(u.slot, '#', 1) = ${key} and u.state in ('arriving', 'arrived')
        and u.expires_at > ${now}) as waits`
  return row ?? { wasVerified: true, waits: true }
}

/** What a row is called may be a title, which the log must not hold; its hash proves which one it was. */
function nameless(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
