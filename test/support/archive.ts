import { randomBytes, randomUUID } from 'node:crypto'
import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { Returned, VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { NOW } from './builders.ts'

/** A record in the database, in whatever stage: no trigger asks how it came there. */
export async function addRecord(
  owner: Sql,
  fields: {
    person: PersonId
    agency?: AgencyId
    type?: string
    slot?: string
    stage?: Stage
    retentionEnd?: string
  },
): Promise<RecordId> {
  const id = randomUUID() as RecordId
  const { person, type = 'pns', slot = '', stage = 'draft', retentionEnd = null } = fields
  await asIs(owner, async (tx) => {
    await tx`
      insert into archive.records (id, person, agency, type, slot, stage, stage_since, retention_end, destroyed_at)
      select ${id}, p.id, coalesce(${fields.agency ?? null}, p.agency), ${type}, ${slot}, ${stage}, ${NOW},
        ${retentionEnd}, ${stage === 'destroyed' ? NOW : null}
      from people p where p.id = ${person}`
  })
  return id
}

export type SomeVersion = {
  record: RecordId
  status: VersionStatus
  uploadedBy: PersonId
  uploadedAs: MandateId
  verifiedBy: PersonId
  verifiedAs: MandateId
  returned: Returned
  receivedAt: Date
  submittedAt: Date
  metadata: Record<string, string | number>
  bytes: number
  pages: number
  scan: 'scanClean' | 'notScanned'
}

/** Likewise a version, by default sent by its person and waiting; it has no file and no key. */
export async function addVersion(
  owner: Sql,
  fields: Pick<SomeVersion, 'record'> & Partial<SomeVersion>,
): Promise<VersionId> {
  const id = randomUUID() as VersionId
  const { status = 'awaitingVerification', receivedAt = NOW, pages = 1, bytes = 1000 } = fields
  const isVerified = status === 'verified' || status === 'superseded'
  const isChecked = isVerified || status === 'awaitingVerification' || status === 'returned'
  await asIs(owner, async (tx) => {
    await tx`
      insert into archive.versions (id, record, no, person, agency, status, scan, bytes, pages, metadata, commitment,
        uploaded_by, uploaded_as, received_at, status_since, submitted_at, refusal, returned_for, verified_by,
        verified_as, verified_at, superseded_at)
      select ${id}, r.id, r.next_no, r.person, r.agency, ${status}, ${fields.scan ?? 'scanClean'}, ${bytes},
        ${isChecked ? pages : null}, ${tx.json(fields.metadata ?? {})}, ${randomBytes(32)},
        coalesce(${fields.uploadedBy ?? null}, r.person), ${fields.uploadedAs ?? null}, ${receivedAt}, ${receivedAt},
        ${isChecked ? (fields.submittedAt ?? receivedAt) : null},
        ${status === 'rejectedBySystem' ? 'damagedStructure' : null},
        ${status === 'returned' ? tx.json((fields.returned ?? RETURNED) as never) : null},
        ${isVerified ? (fields.verifiedBy ?? null) : null}, ${isVerified ? (fields.verifiedAs ?? null) : null},
        ${isVerified ? receivedAt : null}, ${status === 'superseded' ? NOW : null}
      from archive.records r where r.id = ${fields.record}`
    await tx`update archive.records set next_no = next_no + 1 where id = ${fields.record}`
  })
  return id
}

const RETURNED: Returned = {
  codes: ['unreadable'],
  note: 'Halaman kedua buram.',
  place: { page: 2, box: undefined },
  by: '00000000-0000-4000-8000-000000000000' as PersonId,
}

/** As the owner of the server, without the triggers that guard every other way. */
async function asIs(owner: Sql, work: Parameters<typeof inTransaction>[1]): Promise<void> {
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await work(tx)
  })
}

/** The file of a version in two places, as a look at them found it. */
export async function addContent(
  owner: Sql,
  version: VersionId,
  health: readonly ('unchecked' | 'healthy' | 'damaged' | 'missing')[] = ['healthy', 'healthy'],
): Promise<void> {
  for (const [at, found] of health.entries())
    await owner`
      insert into archive.copies (version, kind, page, store, object, sha256, bytes, health, last_result, checked_at,
        next_check_at)
      values (${version}, 'content', 0, ${`store-${at}`}, ${randomUUID()}, ${randomBytes(32)}, 1000, ${found},
        ${RESULTS[found]}, ${NOW}, ${NOW})`
}

const RESULTS = { unchecked: null, healthy: 'ok', damaged: 'bad', missing: 'bad' } as const
