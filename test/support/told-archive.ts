import type { AgencyId } from '#domain/agency.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { versionEvent } from '#domain/archive/version-event.ts'
import type { PersonId } from '#domain/person.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addContent, addVersion, type SomeVersion } from './archive.ts'
import { NOW } from './builders.ts'

type Arriving = Pick<SomeVersion, 'record'> &
  Partial<Pick<SomeVersion, 'uploadedBy' | 'uploadedAs'>> & { seenAt?: Date }

/** A version that waits, with two copies and all that the portal tells of how it came there. */
export async function arriveTold(owner: Sql, fields: Arriving): Promise<VersionId> {
  const id = await addVersion(owner, fields)
  await addContent(owner, id)
  await owner`update archive.copies set checked_at = ${fields.seenAt ?? NOW} where version = ${id}`
  const [row] = await owner<Row[]>`
    select v.no, v.person, v.agency, r.type, v.bytes, v.uploaded_by, v.uploaded_as
    from archive.versions v join archive.records r on r.id = v.record where v.id = ${id}`
  if (!row) throw new Error('no such version')
  const { no, person, agency, type, bytes } = row
  const version = { id, no, record: fields.record, person }
  const by = { person: row.uploadedBy, hat: row.uploadedAs ?? undefined }
  await inTransaction(owner, async (tx) => {
    const received = { bytes, digitised: false, agency, type }
    await addArchiveEvent(tx, versionEvent('uploadCompleted', version, by, NOW, received))
    await addArchiveEvent(tx, versionEvent('intakePassed', version, 'system', NOW, { pages: 1 }))
  })
  return id
}

type Row = {
  no: number
  person: PersonId
  agency: AgencyId
  type: string
  bytes: number
  uploadedBy: PersonId
  uploadedAs: SomeVersion['uploadedAs'] | null
}

/** As somebody changes rows who may do everything, and whom no trigger hinders. */
export async function behindOurBack(
  owner: Sql,
  work: Parameters<typeof inTransaction<void>>[1],
): Promise<void> {
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await work(tx)
  })
}
