import type { Hat } from '#domain/access/hat.ts'
import type { Claim } from '#domain/archive/claim-version.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import type { ArchiveRecord } from '#domain/archive/record.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { Version, VersionId } from '#domain/archive/version.ts'
import type { TransactionSql } from '../database.ts'
import { findClaim } from './judging.ts'
import { isLost } from './losses.ts'
import { findRecordType } from './record-types.ts'
import { type RecordRow, recordColumns, toRecord } from './records.ts'
import { findRevokedFor } from './revocations.ts'
import { toVersion, type VersionRow, versionColumns } from './versions.ts'

/** All that a verifier has before them beside the pages; `before`: the version in force. */
export type Work = {
  version: Version
  record: ArchiveRecord
  type: RecordType
  rowLabel: string | undefined
  metadata: Metadata
  notes: readonly string[]
  digitised: boolean
  person: { name: string; nip: string }
  uploaderName: string
  verifierName: string | undefined
  claim: Claim | undefined
  before: { id: VersionId; no: number; at: Date } | undefined
  hasTwinElsewhere: boolean
  /** No copy of the file is whole. */
  isLost: boolean
  /** Why its verification was taken back before. */
  revokedFor: string | undefined
}

/** In a transaction of `inScope`; of a secret type for those alone who are named. */
export async function findWork(
  tx: TransactionSql,
  hat: Hat,
  id: VersionId,
): Promise<Work | undefined> {
  const [row] = await tx<Row[]>`
    select ${versionColumns(tx)}, v.metadata, v.notes, v.digitised, archive.has_twin_elsewhere(v.id),
      coalesce(n.name, '') as name, coalesce(n.nip, '') as nip, h.label as row_label,
      (select o.name from archive.officers_of(array[v.id]) o where o.person = v.uploaded_by) as uploader_name,
      (select o.name from archive.officers_of(array[v.id]) o where o.person = v.verified_by) as verifier_name
    from archive.versions v
    join archive.records r on r.id = v.record
    join archive.record_types t on t.code = r.type
    left join archive.names_in_custody(array[v.person]) n on n.person = v.person
    left join archive.history h on h.person = r.person and h.type = r.type and h.key = split_part(r.slot, '#', 1)
    where v.id = ${id} and (t.security_class <> 'secret' or archive.reads_secrets(${hat.id}))`
  return row && toWork(tx, row)
}

async function toWork(tx: TransactionSql, row: Row): Promise<Work | undefined> {
  const version = toVersion(row)
  const [found] = await tx<RecordRow[]>`
    select ${recordColumns(tx)} from archive.records r where r.id = ${version.record}`
  const type = found && (await findRecordType(tx, found.type))
  if (!type) return undefined
  const [before] = await tx<{ id: VersionId; no: number; at: Date }[]>`
    select id, no, verified_at as at from archive.versions
    where record = ${version.record} and status = 'verified' and id <> ${version.id}`
  return {
    version,
    record: toRecord(found),
    type,
    rowLabel: row.rowLabel ?? undefined,
    metadata: row.metadata ?? {},
    notes: row.notes,
    digitised: row.digitised,
    person: { name: row.name, nip: row.nip },
    uploaderName: row.uploaderName ?? '',
    verifierName: row.verifierName ?? undefined,
    claim: await findClaim(tx, version.id),
    before,
    hasTwinElsewhere: row.hasTwinElsewhere,
    isLost: await isLost(tx, { version: version.id, kind: 'content', page: 0 }),
    revokedFor: await findRevokedFor(tx, version.id),
  }
}

type Row = VersionRow & {
  metadata: Metadata | null
  notes: string[]
  digitised: boolean
  hasTwinElsewhere: boolean
  name: string
  nip: string
  rowLabel: string | null
  uploaderName: string | null
  verifierName: string | null
}

/** What pages call a verifier who has something before them; undefined where they do not reach it. */
export async function findClaimer(tx: TransactionSql, { by }: Claim): Promise<string | undefined> {
  const [row] = await tx<{ name: string }[]>`select name from people where id = ${by}`
  return row?.name
}
