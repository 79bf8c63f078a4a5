import type { AgencyId } from '#domain/agency.ts'
import type { Reason } from '#domain/desk/reason.ts'
import {
  askSite,
  askSiteChange,
  askSiteEnd,
  type DecidedSiteRequest,
  decideSiteRequest,
  type OpenSiteRequest,
  type SiteDecision,
  type SiteDecisionRefused,
  type SiteRequest,
  type SiteRequestId,
} from '#domain/embed/site-request.ts'
import type { SiteTerms } from '#domain/embed/site-terms.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { actorOf, isInOffice, isStillWorn, type OfficeAct } from '../worn-hat.ts'
import { askedHappening, decidedHappening, tellOfSite } from './site-happenings.ts'
import { requestColumns, type SiteRequestRow, toSiteRequest } from './site-request-rows.ts'
import { findEmbedSite } from './sites.ts'

/** `site`: its key; of one to be added a new one. */
export type AskedSite = { id: SiteRequestId; site: string; reason: Reason } & (
  | { kind: 'add'; agency: AgencyId; terms: SiteTerms }
  | { kind: 'change'; terms: SiteTerms }
  | { kind: 'end' }
)

export type SiteNotAsked = { kind: 'noLonger' | 'noSuchSite' | 'alreadyAsked' | 'unchanged' }

/** Of each site one request waits at a time. */
export function addSiteRequest(
  sql: Sql,
  act: OfficeAct,
  wanted: AskedSite,
): Promise<Result<OpenSiteRequest, SiteNotAsked>> {
  return inTransaction(sql, async (tx) => {
    if (!(await lockNational(tx, act))) return no({ kind: 'noLonger' })
    const asked = await judge(tx, act, wanted)
    if (!asked.ok) return asked
    if (!(await keepRequest(tx, asked.value))) return no({ kind: 'alreadyAsked' })
    await tellOfSite(tx, act, askedHappening(asked.value))
    return asked
  })
}

type NotDecided = { kind: 'noLonger' | 'noSuchRequest' } | SiteDecisionRefused

/** The account, then the request are locked; the decision, its effect and its event are one. */
export function decideOnSite(
  sql: Sql,
  act: OfficeAct,
  { id, decision }: { id: SiteRequestId; decision: SiteDecision },
): Promise<Result<DecidedSiteRequest, NotDecided>> {
  return inTransaction(sql, async (tx) => {
    if (!(await lockNational(tx, act))) return no({ kind: 'noLonger' })
    const request = await lockRequest(tx, id)
    if (!request) return no({ kind: 'noSuchRequest' })
    const site = await findEmbedSite(tx, request.site)
    const [by, now] = [actorOf(act), act.event.at]
    const askerInOffice = await isInOffice(tx, request.askedBy, now)
    const decided = decideSiteRequest(request, decision, { by, site, askerInOffice, now })
    if (!decided.ok) return decided
    await keepDecision(tx, decided.value)
    if (decision.state === 'applied') await apply(tx, id)
    await tellOfSite(tx, act, decidedHappening(decided.value))
    return decided
  })
}

async function lockNational(tx: TransactionSql, act: OfficeAct): Promise<boolean> {
  await tx`select from accounts where person = ${act.event.actor} for update`
  return act.hat.role === 'nationalAdmin' && (await isStillWorn(tx, act))
}

async function judge(
  tx: TransactionSql,
  act: OfficeAct,
  wanted: AskedSite,
): Promise<Result<OpenSiteRequest, SiteNotAsked>> {
  const { id, reason } = wanted
  const asked = { id, reason, askedBy: actorOf(act), askedAt: act.event.at }
  if (wanted.kind === 'add')
    return ok(askSite({ ...asked, site: wanted.site, agency: wanted.agency }, wanted.terms))
  const site = await findEmbedSite(tx, wanted.site)
  if (!site) return no({ kind: 'noSuchSite' })
  return wanted.kind === 'end'
    ? ok(askSiteEnd(site, asked))
    : askSiteChange(site, asked, wanted.terms)
}

/** False where another request about the site waits, or one for the very same new one. */
async function keepRequest(tx: TransactionSql, request: OpenSiteRequest): Promise<boolean> {
  const { id, site, agency, wish, reason, askedBy, askedAt, state } = request
  const before = wish.kind === 'add' ? null : tx.json(wish.before as never)
  const terms = wish.kind === 'end' ? undefined : wish.terms
  const added = await tx`
    insert into embed_site_requests (id, kind, site, agency, before, name, origins, reason, asked_by, asked_as,
      asked_at, state)
    values (${id}, ${wish.kind}, ${site}, ${agency}, ${before}, ${terms?.name ?? null},
            ${terms ? [...terms.origins] : null}, ${reason}, ${askedBy.person}, ${askedBy.hat}, ${askedAt}, ${state})
    on conflict do nothing returning id`
  return added.length === 1
}

async function lockRequest(
  tx: TransactionSql,
  id: SiteRequestId,
): Promise<SiteRequest | undefined> {
  const [row] = await tx<SiteRequestRow[]>`
    select ${requestColumns(tx)} from embed_site_requests q where q.id = ${id} for update`
  return row && toSiteRequest(row)
}

async function keepDecision(tx: TransactionSql, request: DecidedSiteRequest): Promise<void> {
  const { id, state, decidedBy, decidedAt, answer } = request
  await tx`
    update embed_site_requests
    set state = ${state}, decided_by = ${decidedBy.person}, decided_as = ${decidedBy.hat},
      decided_at = ${decidedAt}, answer = ${answer ?? null}
    where id = ${id}`
}

/** By the database, which asks once more whether there were two people. */
async function apply(tx: TransactionSql, id: SiteRequestId): Promise<void> {
  const [row] = await tx<{ applied: boolean }[]>`
    select apply_embed_site_request(${id}) as applied`
  if (!row?.applied) throw new Error('what was decided has no effect')
}
