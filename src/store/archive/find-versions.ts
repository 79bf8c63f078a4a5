import type { Hat } from '#domain/access/hat.ts'
import type { RecordsAsked } from '#domain/archive/find-records.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Scan, VersionId, VersionStatus } from '#domain/archive/version.ts'
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

/** The last of the page before; `atMost` of those that came before it, or from it on (`isFirst`). */
export type VersionsPage = {
  before: { at: Date; id: VersionId; isFirst?: boolean } | undefined
  atMost: number
}

type OwnAsked = RecordsAsked & { at?: Date | undefined }

/** Of one's own archive, by its owner; `at`: what was in force just before that moment. */
export async function findOwnVersions(
  sql: Sql,
  person: PersonId,
  asked: OwnAsked,
  page: VersionsPage,
): Promise<ListedVersion[]> {
  const rows = await sql<Row[]>`
    select ${listedColumns(sql)} ${ownVersions(sql, person, asked)}
      and (query is null or v.search @@ query) and ${onPage(sql, page)}`
  return rows.map(toListed)
}

/** `fits`: by its data; `pages` of it, and those whose text was kept. */
export type OwnContent = ListedVersion & {
  fits: boolean
  scan: Scan
  pages: number
  texts: readonly number[]
}

/** Likewise whatever its data say: the words are to be looked for in it as well. */
export async function listOwnContents(
  sql: Sql,
  person: PersonId,
  asked: OwnAsked,
  page: VersionsPage,
): Promise<OwnContent[]> {
  const rows = await sql<(Row & Pick<OwnContent, 'fits' | 'scan' | 'pages' | 'texts'>)[]>`
    select ${listedColumns(sql)}, query is null or v.search @@ query as fits, v.scan, coalesce(v.pages, 0) as pages,
      array(select distinct c.page from archive.copies c where c.version = v.id and c.kind = 'text' order by c.page) as texts
    ${ownVersions(sql, person, asked)}
      and (filter is null or v.search @@ filter) and ${onPage(sql, page)}`
  return rows.map((row) => ({ ...row, ...toListed(row) }))
}

function ownVersions(sql: Sql, person: PersonId, { words, type, year, status, at }: OwnAsked) {
  return sql`
    from archive.records r
    join archive.versions v on v.record = r.id
    left join archive.history h
      on h.person = r.person and h.type = r.type and h.key = split_part(r.slot, '#', 1)
    cross join lateral archive.query_of(${[...words]}::text[], ${type ?? null}, ${year ?? null}::int, v.agency) as query
    cross join lateral archive.query_of('{}'::text[], ${type ?? null}, ${year ?? null}::int, v.agency) as filter
    where r.person = ${person} and v.search is not null
      and ${at ? inForce(sql, at) : sql`true`}
      and ${status || at ? sql`v.status = coalesce(${status ?? null}, v.status)` : sql`v.status in ('awaitingVerification', 'returned', 'verified')`}`
}

function onPage(sql: Sql, { before, atMost }: VersionsPage) {
  const from = before && sql`(v.received_at, v.id) < (${before.at}, ${before.id})`
  const first = before?.isFirst && sql`v.id = ${before.id}`
  return sql`${from ? (first ? sql`(${from} or ${first})` : from) : sql`true`}
    order by v.received_at desc, v.id desc limit ${atMost}`
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
