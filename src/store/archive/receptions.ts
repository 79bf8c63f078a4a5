import type { Metadata } from '#domain/archive/metadata.ts'
import { type ReceptionRefused, receiveUpload } from '#domain/archive/receive-upload.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Upload } from '#domain/archive/upload.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type TransactionSql } from '../database.ts'
import { recomputeCompleteness } from './completeness.ts'
import { addCopies, type Copy } from './copies.ts'
import { addArchiveEvent } from './events.ts'
import { passGate } from './gate.ts'
import type { Keyring } from './keyring.ts'
import { lockOrAddRecord, lockPlace } from './records.ts'
import { findUploadFacts, type UploadFacts } from './upload-facts.ts'
import { lockUpload, setReceived } from './uploads.ts'

/** A file as it was put away, under a key that nothing knows yet. */
export type Reception = {
  upload: Upload
  /** Of what arrived; of the document itself, for pictures become one. */
  arrived: { bytes: number; hashMatches: boolean }
  file: { bytes: number; digitised: boolean; commitment: Buffer; sealed: Buffer; twinTag: Buffer }
  key: Buffer
  copy: Copy
  /** For the record, where this is its first version. */
  newRecord: RecordId
  now: Date
}

/**
 * T2, under the keyring's own role and behind the gate, which a new record passes too: record, version,
 * key, copy and event are there together or not at all. `busy`: another process is at it.
 */
export function addReceivedVersion(
  keyring: Keyring,
  reception: Reception,
): Promise<Result<true, ReceptionRefused | { kind: 'busy' }>> {
  const { upload, arrived, now } = reception
  return inTransaction(keyring.sql, async (tx) => {
    await passGate(tx)
    const locked = await lockUpload(tx, upload.id)
    if (!locked) return no({ kind: 'busy' })
    await lockPlace(tx, locked)
    const facts = await findUploadFacts(tx, locked, now)
    const received = receiveUpload(locked, { ...facts, ...arrived })
    if (!received.ok) return received
    await addVersion(tx, keyring, reception, { facts, metadata: locked.metadata })
    await setReceived(tx, upload.id)
    return ok(true)
  })
}

type Known = { facts: UploadFacts; metadata: Metadata }

async function addVersion(
  tx: TransactionSql,
  keyring: Keyring,
  { upload, file, key, copy, newRecord, now }: Reception,
  { facts, metadata }: Known,
): Promise<void> {
  const { id, person, sentBy, sentAs, type, slot } = upload
  const { agency } = facts.subject
  const record = await lockOrAddRecord(tx, {
    id: newRecord,
    person,
    agency,
    type,
    slot,
    since: now,
  })
  const [numbered] = await tx<{ no: number }[]>`
    update archive.records set next_no = next_no + 1 where id = ${record.id} returning next_no - 1 as no`
  await tx`
    insert into archive.versions (id, record, no, person, agency, status, bytes, digitised, metadata, sealed, twin_tag,
      commitment, uploaded_by, uploaded_as, received_at, status_since)
    values (${id}, ${record.id}, ${numbered?.no ?? 0}, ${person}, ${record.agency}, 'quarantined', ${file.bytes},
            ${file.digitised}, ${tx.json(metadata)}, ${file.sealed}, ${file.twinTag}, ${file.commitment},
            ${sentBy}, ${sentAs ?? null}, ${now}, ${now})`
  await addCopies(tx, id, [copy], now)
  await keyring.addVersionKey(tx, { version: id, person, key })
  await tx`insert into archive.intake_work (version, due_at) values (${id}, ${now})`
  await addArchiveEvent(tx, {
    name: 'uploadCompleted',
    record: record.id,
    person,
    actor: { person: sentBy, hat: sentAs },
    at: now,
    body: {
      version: id,
      no: numbered?.no ?? 0,
      bytes: file.bytes,
      digitised: file.digitised,
      agency: record.agency,
      type: record.type,
    },
  })
  await recomputeCompleteness(tx, person)
}
