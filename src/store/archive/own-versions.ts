import type { IntakeNote } from '#domain/archive/intake.ts'
import type { Version, VersionId } from '#domain/archive/version.ts'
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

/** Whose version it is, for whoever then asks whether they may know. */
export async function findPersonOf(
  sql: Sql | TransactionSql,
  id: VersionId,
): Promise<PersonId | undefined> {
  const [row] = await sql<{ person: PersonId }[]>`
    select person from archive.versions where id = ${id}`
  return row?.person
}
