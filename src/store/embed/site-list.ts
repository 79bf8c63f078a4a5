import type { AgencyId } from '#domain/agency.ts'
import { type EmbedSite, isSiteKey } from '#domain/embed/site.ts'
import type { SiteRequest, SiteRequestId } from '#domain/embed/site-request.ts'
import type { Sql } from '../database.ts'
import { requestColumns, type SiteRequestRow, toSiteRequest } from './site-request-rows.ts'

/** A site as the nation's admins see it, in force or not any more. */
export type ListedSite = EmbedSite & { agencyCode: string; since: Date; endedAt: Date | null }

/** `after`: the key that the page before ended with. */
export type SiteFilter = { sought: string; ended: boolean; after: string | undefined }

export const SITES_PER_PAGE = 50

/** By agency and name, one more than a page; sought by agency, name or origin. */
export async function listSites(
  sql: Sql,
  { sought, ended, after }: SiteFilter,
): Promise<ListedSite[]> {
  const rows = await sql<ListedSite[]>`
    select ${siteColumns(sql)} from embed_sites s join agencies g on g.id = s.agency
    where (s.ended_at is not null) = ${ended}
      and (${sought} = '' or g.code = ${sought}
        or position(lower(${sought}) in lower(concat_ws(' ', g.name, s.name, array_to_string(s.origins, ' ')))) > 0)
      and (${after ?? null}::text is null or (g.name, s.name, s.key) > (
        select h.name, t.name, t.key from embed_sites t join agencies h on h.id = t.agency
        where t.key = ${after ?? null}))
    order by g.name, s.name, s.key limit ${SITES_PER_PAGE + 1}`
  return [...rows]
}

export async function findSite(sql: Sql, key: string): Promise<ListedSite | undefined> {
  if (!isSiteKey(key)) return undefined
  const [site] = await sql<ListedSite[]>`
    select ${siteColumns(sql)} from embed_sites s join agencies g on g.id = s.agency where s.key = ${key}`
  return site && { ...site }
}

/** Not the one that stands for no agency. */
export async function findAgencyByCode(sql: Sql, code: string): Promise<AgencyId | undefined> {
  const [agency] = await sql<{ id: AgencyId }[]>`
    select id from agencies where code = ${code} and code <> '0000'`
  return agency?.id
}

export type ShownSiteRequest = SiteRequest & {
  agencyName: string
  askerName: string
  deciderName: string | null
}

/** Those that wait for a decision, the oldest first. */
export async function listSiteRequests(sql: Sql): Promise<ShownSiteRequest[]> {
  const rows = await sql<ShownRow[]>`
    select ${shownColumns(sql)} from ${shownTables(sql)}
    where q.state = 'open' order by q.asked_at, q.id`
  return rows.map(toShown)
}

/** Sites that were not registered, the newest first: they have no page of their own to tell it. */
export async function listDeclinedSites(sql: Sql): Promise<ShownSiteRequest[]> {
  const rows = await sql<ShownRow[]>`
    select ${shownColumns(sql)} from ${shownTables(sql)}
    where q.kind = 'add' and q.state in ('declined', 'stopped')
    order by q.decided_at desc, q.id limit 5`
  return rows.map(toShown)
}

export async function countSiteRequests(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from embed_site_requests where state = 'open'`
  return row?.count ?? 0
}

export async function findSiteRequest(
  sql: Sql,
  id: SiteRequestId,
): Promise<ShownSiteRequest | undefined> {
  const [row] = await sql<ShownRow[]>`
    select ${shownColumns(sql)} from ${shownTables(sql)} where q.id = ${id}`
  return row && toShown(row)
}

/** What was asked for about a site, and what came of it, the newest first. */
export async function listSiteHistory(sql: Sql, key: string): Promise<ShownSiteRequest[]> {
  const rows = await sql<ShownRow[]>`
    select ${shownColumns(sql)} from ${shownTables(sql)}
    where q.site = ${key} order by q.asked_at desc, q.id limit 100`
  return rows.map(toShown)
}

function siteColumns(sql: Sql) {
  return sql`s.key, s.agency, g.name as agency_name, g.code as agency_code, s.name, s.origins, s.since, s.ended_at`
}

function shownColumns(sql: Sql) {
  return sql`${requestColumns(sql)}, g.name as agency_name, a.name as asker_name, d.name as decider_name`
}

function shownTables(sql: Sql) {
  return sql`embed_site_requests q join agencies g on g.id = q.agency join people a on a.id = q.asked_by
    left join people d on d.id = q.decided_by`
}

type ShownRow = SiteRequestRow & Pick<ShownSiteRequest, 'agencyName' | 'askerName' | 'deciderName'>

function toShown(row: ShownRow): ShownSiteRequest {
  const { agencyName, askerName, deciderName } = row
  return { ...toSiteRequest(row), agencyName, askerName, deciderName }
}
