import type { AgencyId } from '../agency.ts'
import type { Actor } from '../approval/approval.ts'
import type { Brand } from '../brand.ts'
import type { Reason } from '../desk/reason.ts'
import { no, ok, type Result } from '../result.ts'
import { isUuid } from '../uuid.ts'
import type { EmbedSite } from './site.ts'
import { isSameTerms, type SiteTerms, termsOf } from './site-terms.ts'

export type SiteRequestId = Brand<string, 'SiteRequestId'>

export function parseSiteRequestId(text: string): SiteRequestId | undefined {
  return isUuid(text) ? (text as SiteRequestId) : undefined
}

/** `before`: as its asker saw the site. */
export type SiteWish =
  | { kind: 'add'; terms: SiteTerms }
  | { kind: 'change'; before: SiteTerms; terms: SiteTerms }
  | { kind: 'end'; before: SiteTerms }

/** What one national admin wants of a site, until another decides about it. */
export type SiteRequest = OpenSiteRequest | DecidedSiteRequest | StoppedSiteRequest

export type OpenSiteRequest = Asked & { state: 'open' }
export type DecidedSiteRequest = Asked &
  SiteDecision & {
    decidedBy: Actor
    decidedAt: Date
  }

/** With the account of its asker, by whatever closed that. */
type StoppedSiteRequest = Asked & { state: 'stopped'; decidedAt: Date }

type Asked = {
  id: SiteRequestId
  /** Its key, drawn when it is asked for. */
  site: string
  agency: AgencyId
  wish: SiteWish
  reason: Reason
  askedBy: Actor
  askedAt: Date
}

export type SiteDecision =
  | { state: 'applied' | 'declined'; answer: Reason }
  | { state: 'withdrawn'; answer?: never }

export type SiteDecisionRefused =
  | { kind: 'over' }
  | { kind: 'ownRequest' }
  | { kind: 'notYours' }
  | { kind: 'askerGone' }
  | { kind: 'outdated' }

/** `site`: where it is in force; `askerInOffice`: who has lost an office has no word in it any more. */
export type SiteDeciding = {
  by: Actor
  site: EmbedSite | undefined
  askerInOffice: boolean
  now: Date
}

export function askSite(asked: Omit<Asked, 'wish'>, terms: SiteTerms): OpenSiteRequest {
  return { ...asked, wish: { kind: 'add', terms }, state: 'open' }
}

type AskedOf = Omit<Asked, 'wish' | 'site' | 'agency'>

export function askSiteChange(
  site: EmbedSite,
  asked: AskedOf,
  terms: SiteTerms,
): Result<OpenSiteRequest, { kind: 'unchanged' }> {
  if (isSameTerms(site, terms)) return no({ kind: 'unchanged' })
  const wish: SiteWish = { kind: 'change', before: termsOf(site), terms }
  return ok({ ...asked, site: site.key, agency: site.agency, wish, state: 'open' })
}

export function askSiteEnd(site: EmbedSite, asked: AskedOf): OpenSiteRequest {
  const wish: SiteWish = { kind: 'end', before: termsOf(site) }
  return { ...asked, site: site.key, agency: site.agency, wish, state: 'open' }
}

/** Applied or declined by another person than the one who asked, in whatever hat; withdrawn by that one. */
export function decideSiteRequest(
  request: SiteRequest,
  decision: SiteDecision,
  { by, site, askerInOffice, now }: SiteDeciding,
): Result<DecidedSiteRequest, SiteDecisionRefused> {
  if (request.state !== 'open') return no({ kind: 'over' })
  const isOwn = by.person === request.askedBy.person
  if (decision.state === 'withdrawn' && !isOwn) return no({ kind: 'notYours' })
  if (decision.state !== 'withdrawn' && isOwn) return no({ kind: 'ownRequest' })
  if (decision.state === 'applied') {
    if (!askerInOffice) return no({ kind: 'askerGone' })
    if (!fits(request.wish, site)) return no({ kind: 'outdated' })
  }
  return ok({ ...request, ...decision, decidedBy: by, decidedAt: now })
}

/** The site is as its asker saw it: what is agreed on is what was asked for. */
function fits(wish: SiteWish, site: EmbedSite | undefined): boolean {
  if (wish.kind === 'add') return site === undefined
  return site !== undefined && isSameTerms(site, wish.before)
}
