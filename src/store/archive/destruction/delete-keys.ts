import type { Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import {
  type DeletionRefused,
  mayDeleteKeys,
  type Standing,
} from '#domain/archive/destruction/destroy-item.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { passGate } from '../gate.ts'
import { isHeld } from '../records.ts'
import { lockBatch } from './batches.ts'
import { addStep, type Claimed } from './claims.ts'
import { intentRecorded } from './intents.ts'
import { lockItem } from './items.ts'
import { currentLines } from './manifests.ts'
import { withdrawFrom } from './withdraw.ts'

/** What the keyring does of it (archive.md 5.3). */
export type KeyDeletion = (
  tx: TransactionSql,
  gone: { versions: readonly VersionId[]; person: PersonId },
) => Promise<unknown>

/** Whoever claims it again finds it as it was. */
export type Deletion = 'gone' | 'left' | 'unrecorded'

/**
 * T22, the step that nothing takes back: behind the gate, under the record's lock and judged anew, the
 * keys go, and with them all that only they opened. What is held by now, or was not meant, leaves; what
 * the log does not know of yet stays.
 */
export function deleteKeys(
  sql: Sql,
  deleteVersionKeys: KeyDeletion,
  claimed: Claimed,
  now: Date,
): Promise<Deletion> {
  const { agency, batch: id, record, person } = claimed
  return inTransaction(sql, async (tx) => {
    await passGate(tx)
    const batch = await lockBatch(tx, { agency, id })
    const item = batch && (await lockItem(tx, id, record))
    if (!item) return 'left'
    const may = mayDeleteKeys(batch, item, await readStanding(tx, id, record))
    if (!may.ok) return leaveIt(tx, batch, record, { kind: may.problem.kind, at: now })
    const versions = await listKept(tx, record)
    await deleteVersionKeys(tx, { versions, person })
    await erase(tx, record, now)
    await tx`
      update archive.batch_items set state = ${may.value.state}
      where batch = ${id} and record = ${record}`
    await addStep(tx, claimed, 'keysDeleted', now)
    return 'gone'
  })
}

type Why = { kind: DeletionRefused['kind']; at: Date }

async function leaveIt(
  tx: TransactionSql,
  batch: Batch,
  record: RecordId,
  { kind, at }: Why,
): Promise<Deletion> {
  if (kind === 'alreadyGone') return 'gone'
  if (kind === 'notRecorded') return 'unrecorded'
  if (kind !== 'notUnderway')
    await withdrawFrom(tx, batch, [record], { because: kind, actor: 'system', at })
  return 'left'
}

async function readStanding(
  tx: TransactionSql,
  batch: BatchId,
  record: RecordId,
): Promise<Standing> {
  const [row] = await tx<(Pick<Standing, 'stage' | 'intended' | 'recorded'> & { line: string })[]>`
    select r.stage, i.line, exists (select from archive.events e
        where e.record = r.id and e.name = 'destructionStarted' and e.body ->> 'batch' = ${batch}) as intended,
      ${intentRecorded(tx)} as recorded
    from archive.records r join archive.batch_items i on i.record = r.id and i.batch = ${batch}
    where r.id = ${record}`
  if (!row) throw new Error('an item has no record')
  const { line, ...standing } = row
  const asSigned = (await currentLines(tx, [record])).get(record) === line
  return { ...standing, asSigned, held: await isHeld(tx, record) }
}

async function listKept(tx: TransactionSql, record: RecordId): Promise<VersionId[]> {
  const rows = await tx<{ id: VersionId }[]>`
    select id from archive.versions where record = ${record} and key_gone_at is null`
  return rows.map(({ id }) => id)
}

/** What §6.4 says goes; the note of a return is words about the content. */
async function erase(tx: TransactionSql, record: RecordId, now: Date): Promise<void> {
  await tx`
    update archive.versions
    set key_gone_at = ${now}, metadata = null, sealed = null, twin_tag = null,
      returned_for = returned_for || '{"note": ""}'
    where record = ${record} and key_gone_at is null`
}
