import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { SiteRequest, SiteRequestId, SiteWish } from '#domain/embed/site-request.ts'
import type { SiteTerms } from '#domain/embed/site-terms.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql, type TransactionSql } from '../database.ts'

/** For a statement that has embed_site_requests as q. */
export function requestColumns(sql: Sql | TransactionSql) {
  return sql`q.id, q.kind, q.site, q.agency, q.before, q.name, q.origins, q.reason, q.asked_by, q.asked_as, q.asked_at,
    q.state, q.decided_by, q.decided_as, q.decided_at, q.answer`
}

export type SiteRequestRow = {
  id: SiteRequestId
  kind: SiteWish['kind']
  site: string
  agency: AgencyId
  before: SiteTerms | null
  name: string | null
  origins: string[] | null
  reason: Reason
  askedBy: PersonId
  askedAs: MandateId
  askedAt: Date
  state: SiteRequest['state']
  decidedBy: PersonId | null
  decidedAs: MandateId | null
  decidedAt: Date | null
  answer: Reason | null
}

export function toSiteRequest(row: SiteRequestRow): SiteRequest {
  const { id, site, agency, reason, askedAt, state } = row
  const askedBy = { person: row.askedBy, hat: row.askedAs }
  const asked = { id, site, agency, wish: toWish(row), reason, askedBy, askedAt }
  if (state === 'open') return { ...asked, state }
  if (state === 'stopped') return { ...asked, state, decidedAt: filled(row.decidedAt) }
  const decidedBy = { person: filled(row.decidedBy), hat: filled(row.decidedAs) }
  const decided = { ...asked, decidedBy, decidedAt: filled(row.decidedAt) }
  return state === 'withdrawn'
    ? { ...decided, state }
    : { ...decided, state, answer: filled(row.answer) }
}

function toWish({ kind, before, name, origins }: SiteRequestRow): SiteWish {
  if (kind === 'end') return { kind, before: filled(before) }
  const terms = { name: filled(name), origins: filled(origins) }
  return kind === 'add' ? { kind, terms } : { kind, before: filled(before), terms }
}
