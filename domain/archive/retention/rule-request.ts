import type { Role } from '../../access/mandate.ts'
import type { AgencyId } from '../../agency.ts'
import type { Actor } from '../../approval/approval.ts'
import type { Brand } from '../../brand.ts'
import { type CivilDate, daysAfter, laterOf } from '../../civil-date.ts'
import { no, ok, type Result } from '../../result.ts'
import { isUuid } from '../../uuid.ts'
import type { RetentionRule, RuleId, RuleTerms } from './rule.ts'
import { isShortening } from './shortening.ts'

export type RuleRequestId = Brand<string, 'RuleRequestId'>
export type ForecastId = Brand<string, 'ForecastId'>

export function parseForecastId(text: string): ForecastId | undefined {
  return isUuid(text) ? (text as ForecastId) : undefined
}

export function parseRuleRequestId(text: string): RuleRequestId | undefined {
  return isUuid(text) ? (text as RuleRequestId) : undefined
}

export const RULE_REQUEST_STATES = ['open', 'published', 'declined', 'withdrawn'] as const

/** A rule that an archivist wants to publish or to change, until somebody else decides about it. */
export type RuleRequest = OpenRuleRequest | DecidedRuleRequest

export type OpenRuleRequest = Asked & { state: 'open' }
export type DecidedRuleRequest = Asked & {
  state: 'published' | 'declined' | 'withdrawn'
  decidedBy: Actor
  decidedAt: Date
}

type Asked = {
  id: RuleRequestId
  agency: AgencyId
  rule: RuleId
  /** What its asker saw coming. */
  forecast: ForecastId
  /** The version that it would replace; 0 for a rule that is new. */
  base: number
  terms: RuleTerms
  askedBy: Actor
  askedAt: Date
}

export type RuleDecisionRefused =
  | { kind: 'over' }
  | { kind: 'ownRequest' }
  | { kind: 'notApprover' }
  | { kind: 'notYours' }
  | { kind: 'noForecast' }
  | { kind: 'outdated' }

/** Who decides, in the role of which office. */
export type Decider = Actor & { role: Role }

/** `forecast`: the hash of what the rule would do, once it is counted to its end. */
export type Publishing = {
  by: Decider
  forecast: string | undefined
  /** The newest version of the rule. */
  current: RetentionRule | undefined
  today: CivilDate
  now: Date
}

/** `replaced`: the version before, which holds on beside the new one until its last day. */
export type PublishedRule = {
  request: DecidedRuleRequest
  rule: RetentionRule
  replaced: RetentionRule | undefined
  shortens: boolean
}

/** Those whom a shorter period concerns have so long to object (T29). */
export const NOTICE_DAYS = 30

/**
 * T29: by another person than the one who asked. What shortens waits thirty days: until then the
 * old version holds beside the new one, which by itself ends nothing; of two the later end counts.
 */
export function publishRule(
  request: RuleRequest,
  { by, forecast, current, today, now }: Publishing,
): Result<PublishedRule, RuleDecisionRefused> {
  const refused = mayNotDecide(request, by)
  if (refused) return no(refused)
  if (!forecast) return no({ kind: 'noForecast' })
  if ((current?.version ?? 0) !== request.base) return no({ kind: 'outdated' })
  const fresh = { ...request.terms, verified: true }
  const shortens = wouldShorten(request, current)
  const noticed = shortens ? daysAfter(today, NOTICE_DAYS) : today
  const endsFrom = current ? laterOf(noticed, current.endsFrom) : noticed
  const { rule: id, agency, base } = request
  const rule = { ...fresh, id, agency, version: base + 1, from: today, endsFrom, until: undefined }
  return ok({
    request: { ...request, state: 'published', decidedBy: actorOf(by), decidedAt: now },
    rule,
    replaced: current && { ...current, until: noticed },
    shortens,
  })
}

/** Whether any record might end sooner by what is asked for, which is verified once it is published. */
export function wouldShorten(
  { terms }: Pick<RuleRequest, 'terms'>,
  before: RetentionRule | undefined,
): boolean {
  return isShortening(before, { ...terms, verified: true })
}

export function declineRule(
  request: RuleRequest,
  by: Decider,
  now: Date,
): Result<DecidedRuleRequest, RuleDecisionRefused> {
  const refused = mayNotDecide(request, by)
  if (refused) return no(refused)
  return ok({ ...request, state: 'declined', decidedBy: actorOf(by), decidedAt: now })
}

/** By the one who asked, as long as nobody decided. */
export function withdrawRule(
  request: RuleRequest,
  by: Actor,
  now: Date,
): Result<DecidedRuleRequest, RuleDecisionRefused> {
  if (request.state !== 'open') return no({ kind: 'over' })
  if (by.person !== request.askedBy.person) return no({ kind: 'notYours' })
  return ok({ ...request, state: 'withdrawn', decidedBy: by, decidedAt: now })
}

function mayNotDecide(request: RuleRequest, by: Decider): RuleDecisionRefused | undefined {
  if (request.state !== 'open') return { kind: 'over' }
  if (by.person === request.askedBy.person) return { kind: 'ownRequest' }
  return by.role === 'approver' ? undefined : { kind: 'notApprover' }
}

function actorOf({ person, hat }: Actor): Actor {
  return { person, hat }
}
