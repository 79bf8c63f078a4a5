import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Returned, Scan, Version, VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql, type TransactionSql } from '../database.ts'

/** The version under the lock of its record, which is taken first. */
export async function lockVersion(tx: TransactionSql, id: VersionId): Promise<Version | undefined> {
  await tx`
    select from archive.records
    where id = (select record from archive.versions where id = ${id}) for update`
  const [row] = await tx<VersionRow[]>`
    select ${versionColumns(tx)} from archive.versions v where v.id = ${id} for update`
  return row && toVersion(row)
}

/** Writes what a decision made of a version; the trigger refuses a way that no table has. */
export async function keepVersion(tx: TransactionSql, version: Version): Promise<void> {
  const { status, since, scan } = version
  const checked = 'pages' in version ? version : undefined
  const verified = 'verified' in version ? version.verified : undefined
  await tx`
    update archive.versions
    set status = ${status}, status_since = ${since}, scan = ${scan}, pages = ${checked?.pages ?? null},
      submitted_at = ${checked?.submittedAt ?? null},
      refusal = ${version.status === 'rejectedBySystem' ? version.refusal : null},
      returned_for = ${version.status === 'returned' ? tx.json(version.returned as never) : null},
      verified_by = ${verified?.by ?? null}, verified_as = ${verified?.as ?? null},
      verified_at = ${verified?.at ?? null},
      superseded_at = ${version.status === 'superseded' ? version.supersededAt : null}
    where id = ${version.id}`
}

/** For a statement that has versions as v. */
export function versionColumns(sql: Sql | TransactionSql) {
  return sql`v.id, v.record, v.no, v.person, v.agency, v.status, v.scan, v.bytes, v.pages, v.uploaded_by,
    v.uploaded_as, v.received_at, v.status_since, v.submitted_at, v.refusal, v.returned_for, v.verified_by,
    v.verified_as, v.verified_at, v.superseded_at`
}

export type VersionRow = {
  id: VersionId
  record: RecordId
  no: number
  person: PersonId
  agency: AgencyId
  status: VersionStatus
  scan: Scan
  bytes: number
  pages: number | null
  uploadedBy: PersonId
  uploadedAs: MandateId | null
  receivedAt: Date
  statusSince: Date
  submittedAt: Date | null
  refusal: string | null
  returnedFor: Returned | null
  verifiedBy: PersonId | null
  verifiedAs: MandateId | null
  verifiedAt: Date | null
  supersededAt: Date | null
}

export function toVersion(row: VersionRow): Version {
  const { id, record, no, person, agency, uploadedBy, receivedAt, bytes, scan, statusSince } = row
  const uploadedAs = row.uploadedAs ?? undefined
  const since = statusSince
  const received = {
    id,
    record,
    no,
    person,
    agency,
    uploadedBy,
    uploadedAs,
    receivedAt,
    bytes,
    scan,
    since,
  }
  switch (row.status) {
    case 'quarantined':
    case 'withdrawn':
      return { ...received, status: row.status }
    case 'rejectedBySystem':
      return { ...received, status: row.status, refusal: filled(row.refusal) }
    case 'awaitingVerification':
      return { ...received, ...checkedOf(row), status: row.status }
    case 'returned':
      return {
        ...received,
        ...checkedOf(row),
        status: row.status,
        returned: filled(row.returnedFor),
      }
    case 'verified':
      return { ...received, ...checkedOf(row), status: row.status, verified: verifiedOf(row) }
    case 'superseded': {
      const supersededAt = filled(row.supersededAt)
      return {
        ...received,
        ...checkedOf(row),
        status: row.status,
        verified: verifiedOf(row),
        supersededAt,
      }
    }
  }
}

function checkedOf({ pages, submittedAt }: VersionRow) {
  return { pages: filled(pages), submittedAt: filled(submittedAt) }
}

function verifiedOf({ verifiedBy, verifiedAs, verifiedAt }: VersionRow) {
  return { by: filled(verifiedBy), as: filled(verifiedAs), at: filled(verifiedAt) }
}
