import type { RecordId } from '#domain/archive/record.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '#src/store/database.ts'
import { addRecord, addVersion } from './archive.ts'

/** A record in a slot with versions of those statuses, the last one newest. */
export async function addDocument(
  owner: Sql,
  fields: {
    person: PersonId
    type: string
    slot?: string
    statuses: readonly VersionStatus[]
    verifiedBy: PersonId
    submittedAt?: Date
  },
): Promise<RecordId> {
  const { statuses, verifiedBy, submittedAt, ...where } = fields
  const record = await addRecord(owner, { ...where, stage: 'active' })
  for (const status of statuses)
    await addVersion(owner, { record, status, verifiedBy, ...(submittedAt && { submittedAt }) })
  return record
}
