import type { Loss, LostPart } from '#domain/archive/incident.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'
import type { BatchFileId } from './destruction/batch-files.ts'
import type { CopyKey } from './found-copies.ts'

/** What is lost of a version that whoever asks was shown already; undefined where nothing is. */
export async function findLoss(
  sql: Sql | TransactionSql,
  version: VersionId,
): Promise<Loss | undefined> {
  const [row] = await sql<{ since: Date | null; parts: LostPart[] | null }[]>`
    select min(found_at) as since,
      json_agg(json_build_object('kind', kind, 'page', page) order by kind, page) as parts
    from archive.incidents where version = ${version} and over_at is null`
  return row?.since && row.parts ? { since: row.since, parts: row.parts } : undefined
}

/** A version of somebody's that counts, of which no copy is whole. */
export type LostVersion = { record: RecordId; no: number; type: string; slot: string }

export async function listLostOf(sql: Sql, person: PersonId): Promise<LostVersion[]> {
  return await sql<LostVersion[]>`
    select r.id as record, v.no, r.type, r.slot
    from archive.records r
    join archive.versions v on v.record = r.id
    join archive.incidents i on i.version = v.id and i.kind = 'content' and i.over_at is null
    where r.person = ${person} and r.stage <> 'destroyed'
      and v.status in ('quarantined', 'awaitingVerification', 'returned', 'verified')
    order by r.type, r.slot, v.no`
}

/** The care of copies has found that none of it is whole. */
export async function isLost(
  sql: Sql | TransactionSql,
  { version, kind, page }: CopyKey,
): Promise<boolean> {
  const found = await sql`
    select from archive.incidents
    where version = ${version} and kind = ${kind} and page = ${page} and over_at is null`
  return found.length > 0
}

export async function isPaperLost(sql: Sql, file: BatchFileId): Promise<boolean> {
  const found = await sql`
    select from archive.paper_incidents where file = ${file} and over_at is null`
  return found.length > 0
}
