import type { Hat } from '#domain/access/hat.ts'
import type { RecordsAsked } from '#domain/archive/find-records.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../database.ts'

/** A version that fits what was asked; `rowLabel`: of the row of a history that it proves. */
export type ListedVersion = {
  id: VersionId
  record: RecordId
  person: PersonId
  no: number
  status: VersionStatus
  receivedAt: Date
  type: string
  slot: string
  rowLabel: string | undefined
  metadata: Metadata
}

/** The last of the page before; `atMost` of those that came before it. */
export type VersionsPage = { before: { at: Date; id: VersionId } | undefined; atMost: number }

/** Of one's own archive, by its owner; `at`: what was in force just before that moment. */
export async function findOwnVersions(
  sql: Sql,
  person: PersonId,
  asked: RecordsAsked & { at?: Date | undefined },
  { before, atMost }: VersionsPage,
): Promise<ListedVersion[]> {
  const { words, type, year, status, at } = asked
  const rows = await sql<Row[]>`
    select ${listedColumns(sql)}
    from archive.records r
    join archive.versions v on v.record = r.id
    left join archive.history h
      on h.person = r.person and h.type = r.type and h.key = split_part(r.slot, '#', 1)
    cross join lateral archive.query_of(${[...words]}::text[], ${type ?? null}, ${year ?? null}::int, v.agency) as query
    where r.person = ${person} and v.search is not null and (query is null or v.search @@ query)
      and ${at ? inForce(sql, at) : sql`true`}
      and ${status || at ? sql`v.status = coalesce(${status ?? null}, v.status)` : sql`v.status in ('awaitingVerification', 'returned', 'verified')`}
      and ${before ? sql`(v.received_at, v.id) < (${before.at}, ${before.id})` : sql`true`}
    order by v.received_at desc, v.id desc limit ${atMost}`
  return rows.map(toListed)
}

/** What is in custody of whoever's hat it is, within the scope of the transaction. */
export async function findVersionsInCustody(
  tx: TransactionSql,
  hat: Hat,
  { words, type, year, status }: RecordsAsked,
  { before, atMost }: VersionsPage,
): Promise<(ListedVersion & { name: string; nip: string })[]> {
  const rows = await tx<(Row & { name: string | null; nip: string | null })[]>`
    with page as materialized (
      select * from archive.find_versions(${[...words]}::text[], ${type ?? null}, ${year ?? null}::int,
        ${status ?? null}, ${hat.id}, ${before?.at ?? null}, ${before?.id ?? null}, ${atMost})),
    named as materialized (
      select * from archive.names_in_custody(array(
        select v.person from page join archive.versions v on v.id = page.id)))
    select ${listedColumns(tx)}, n.name, n.nip
    from page
    join archive.versions v on v.id = page.id
    join archive.records r on r.id = v.record
    left join named n on n.person = v.person
    left join archive.history h
      on h.person = r.person and h.type = r.type and h.key = split_part(r.slot, '#', 1)
    order by page.received_at desc, page.id desc`
  return rows.map(({ name, nip, ...row }) => ({
    ...toListed(row),
    name: name ?? '',
    nip: nip ?? '',
  }))
}

/** A verification that was revoked meanwhile proved nothing then either. */
function inForce(sql: Sql, at: Date) {
  return sql`v.status in ('verified', 'superseded') and v.verified_at < ${at}
    and (v.superseded_at is null or v.superseded_at >= ${at})`
}

function listedColumns(sql: Sql | TransactionSql) {
  return sql`v.id, v.record, v.person, v.no, v.status, v.received_at, r.type, r.slot, h.label as row_label, v.metadata`
}

type Row = Omit<ListedVersion, 'rowLabel'> & { rowLabel: string | null }

function toListed({ rowLabel, ...row }: Row): ListedVersion {
  return { ...row, rowLabel: rowLabel ?? undefined }
}
