import type { MandateId } from '#domain/access/mandate.ts'
import type { IntakeNote } from '#domain/archive/intake.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import type { ArchiveRecord, RecordId } from '#domain/archive/record.ts'
import { isSecret, type RecordType } from '#domain/archive/record-type.ts'
import type { Version } from '#domain/archive/version.ts'
import { type EndOfService, endsMandates, type LegalPosition } from '#domain/import/service.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { findRecordType } from './record-types.ts'
import { type RecordRow, recordColumns, toRecord } from './records.ts'
import { toVersion, type VersionRow, versionColumns } from './versions.ts'

/**
 * A record with all its versions, the newest first; `rowLabel`: of the row of a history it proves;
 * `serves`: whether its owner still does.
 */
export type Dossier = {
  record: ArchiveRecord
  type: RecordType
  rowLabel: string | undefined
  owner: { name: string; nip: string; kind: PersonKind; agencyName: string }
  serves: boolean
  versions: readonly DossierVersion[]
}

/** `metadata` is gone where the key of the version is. */
type DossierVersion = {
  version: Version
  metadata: Metadata | undefined
  notes: readonly IntakeNote[]
  digitised: boolean
}

/** One has no more than this to look at; older ones are still in the list of what happened. */
const VERSIONS = 50

/** Of that person alone: a record of another does not exist there. */
export async function findDossier(
  sql: Sql | TransactionSql,
  key: { person: PersonId; record: RecordId },
): Promise<Dossier | undefined> {
  const [row] = await sql<HeadRow[]>`
    select ${recordColumns(sql)}, p.name, p.kind, p.number as nip, p.legal_position, p.end_of_service,
      g.name as agency_name, h.label as row_label
    from archive.records r
    join people p on p.id = r.person
    join agencies g on g.id = r.agency
    left join archive.history h
      on h.person = r.person and h.type = r.type and h.key = split_part(r.slot, '#', 1)
    where r.id = ${key.record} and r.person = ${key.person}`
  const type = row && (await findRecordType(sql, row.type))
  if (!type) return undefined
  const { name, kind, nip, agencyName, rowLabel } = row
  const service = {
    position: row.legalPosition ?? undefined,
    ending: row.endOfService ?? undefined,
  }
  return {
    record: toRecord(row),
    type,
    rowLabel: rowLabel ?? undefined,
    owner: { name, kind, nip: nip ?? '', agencyName },
    serves: !endsMandates(service),
    versions: await listVersions(sql, key.record),
  }
}

/** Likewise of somebody in the scope of the transaction; a secret one only for whoever was named for it. */
export async function findDossierInCustody(
  tx: TransactionSql,
  key: { person: PersonId; record: RecordId },
  hat: MandateId,
): Promise<Dossier | undefined> {
  const dossier = await findDossier(tx, key)
  if (!dossier || !isSecret(dossier.type)) return dossier
  const [named] = await tx<{ readsSecrets: boolean }[]>`
    select archive.reads_secrets(${hat}) as reads_secrets`
  return named?.readsSecrets ? dossier : undefined
}

async function listVersions(
  sql: Sql | TransactionSql,
  record: RecordId,
): Promise<DossierVersion[]> {
  const rows = await sql<Row[]>`
    select ${versionColumns(sql)}, v.metadata, v.notes, v.digitised
    from archive.versions v where v.record = ${record} order by v.no desc limit ${VERSIONS}`
  return rows.map(({ metadata, notes, digitised, ...row }) => ({
    version: toVersion(row),
    metadata: metadata ?? undefined,
    notes,
    digitised,
  }))
}

type HeadRow = RecordRow & {
  name: string
  kind: PersonKind
  nip: string | null
  legalPosition: LegalPosition | null
  endOfService: EndOfService | null
  agencyName: string
  rowLabel: string | null
}

type Row = VersionRow & { metadata: Metadata | null; notes: IntakeNote[]; digitised: boolean }
