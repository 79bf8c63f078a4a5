import type { IntakeNote } from '#domain/archive/intake.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import type { Version, VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { toVersion, type VersionRow, versionColumns } from './versions.ts'

/** A version with what its owner is told of its way: `waitsFor`: why its checks are not over yet. */
export type FollowedVersion = {
  version: Version
  type: string
  slot: string
  notes: readonly IntakeNote[]
  digitised: boolean
  waitsFor: 'scan' | 'inspection' | 'copy' | undefined
  wasVerified: boolean
}

type Row = VersionRow & {
  type: string
  slot: string
  notes: IntakeNote[]
  digitised: boolean
  why: FollowedVersion['waitsFor'] | null
  wasVerified: boolean
}

/** In the archive of that person alone: a version of another does not exist there. */
export async function findFollowed(
  sql: Sql | TransactionSql,
  person: PersonId,
  id: VersionId,
): Promise<FollowedVersion | undefined> {
  const [row] = await sql<Row[]>`
    select ${versionColumns(sql)}, r.type, r.slot, v.notes, v.digitised, w.why,
      exists (select from archive.events e where e.record = v.record and e.name = 'recordVerified'
        and e.body ->> 'version' = v.id::text) as was_verified
    from archive.versions v join archive.records r on r.id = v.record
    left join archive.intake_work w on w.version = v.id
    where v.id = ${id} and v.person = ${person}`
  if (!row) return undefined
  const { type, slot, notes, digitised, why, wasVerified } = row
  return {
    version: toVersion(row),
    type,
    slot,
    notes,
    digitised,
    waitsFor: why ?? undefined,
    wasVerified,
  }
}

/** What was typed with the last version of a document, where that one has to be sent again. */
export async function findTypedBefore(
  sql: Sql | TransactionSql,
  { person, type, slot }: { person: PersonId; type: string; slot: string },
): Promise<Metadata | undefined> {
  const [row] = await sql<{ status: VersionStatus; metadata: Metadata | null }[]>`
    select v.status, v.metadata
    from archive.records r join archive.versions v on v.record = r.id
    where r.person = ${person} and r.type = ${type} and r.slot = ${slot} and r.stage <> 'destroyed'
    order by v.no desc limit 1`
  const isToRepeat = row?.status === 'returned' || row?.status === 'rejectedBySystem'
  return isToRepeat ? (row.metadata ?? undefined) : undefined
}

/** Whose version it is, for whoever then asks whether they may know. */
export async function findPersonOf(
  sql: Sql | TransactionSql,
  id: VersionId,
): Promise<PersonId | undefined> {
  const [row] = await sql<{ person: PersonId }[]>`
    select person from archive.versions where id = ${id}`
  return row?.person
}
