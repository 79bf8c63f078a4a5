import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { type AskRuleRefused, askRule } from '#domain/archive/retention/ask-rule.ts'
import type { RuleId, RuleTerms } from '#domain/archive/retention/rule.ts'
import {
  type DecidedRuleRequest,
  type Decider,
  declineRule,
  type ForecastId,
  type OpenRuleRequest,
  type PublishedRule,
  publishRule,
  type RuleDecisionRefused,
  type RuleRequest,
  type RuleRequestId,
  withdrawRule,
} from '#domain/archive/retention/rule-request.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { actorOf, isStillWorn, type OfficeAct } from '../../worn-hat.ts'
import { addArchiveEvent } from '../events.ts'
import { findForecast } from './forecasts.ts'
import { retentionDay } from './recompute.ts'
import { askRecount } from './recounts.ts'
import { addRule, endRule, findNewestRule } from './rules.ts'

export type AskedRule = { id: RuleRequestId; forecast: ForecastId }

type Refused = { kind: 'noLonger' } | { kind: 'alreadyAsked' } | AskRuleRefused

/** For the agency of the hat, once the forecast of exactly these terms is counted. */
export function addRuleRequest(
  sql: Sql,
  act: OfficeAct,
  { id, forecast }: AskedRule,
): Promise<Result<OpenRuleRequest, Refused>> {
  return inTransaction(sql, async (tx) => {
    const agency = await lockAgency(tx, act)
    if (!agency) return no({ kind: 'noLonger' })
    const found = await findForecast(tx, { agency, id: forecast })
    if (!found?.whatIf) return no({ kind: 'noForecast' })
    const current = await findNewestRule(tx, { agency, id: found.whatIf.rule })
    const asked = {
      id,
      agency,
      forecast,
      ...found.whatIf,
      askedBy: actorOf(act),
      askedAt: act.event.at,
    }
    const isForeseen = found.doneAt !== undefined
    const decided = askRule(asked, { role: act.hat.role, isForeseen, current })
    if (!decided.ok || (await keepRequest(tx, decided.value))) return decided
    return no({ kind: 'alreadyAsked' })
  })
}

export type RuleDecision = { id: RuleRequestId; decision: 'published' | 'declined' | 'withdrawn' }

type NotDecided = { kind: 'noLonger' } | { kind: 'noSuchRequest' } | RuleDecisionRefused

/** The account, then the request are locked; what is published, its event and the recount are one. */
export function decideRuleRequest(
  sql: Sql,
  act: OfficeAct,
  { id, decision }: RuleDecision,
): Promise<Result<RuleRequest['state'], NotDecided>> {
  return inTransaction(sql, async (tx) => {
    const agency = await lockAgency(tx, act)
    if (!agency) return no({ kind: 'noLonger' })
    const found = await lockRequest(tx, { agency, id })
    if (!found) return no({ kind: 'noSuchRequest' })
    const [by, now] = [{ ...actorOf(act), role: act.hat.role }, act.event.at]
    if (decision === 'published') return await publish(tx, { ...found, by, now })
    const decide = decision === 'declined' ? declineRule : withdrawRule
    const decided = decide(found.request, by, now)
    if (!decided.ok) return decided
    await keepDecision(tx, decided.value)
    return ok(decided.value.state)
  })
}

/** Those of the agency that wait for a decision, the oldest first. */
export async function listRuleRequests(
  sql: Sql | TransactionSql,
  agency: AgencyId,
): Promise<RuleRequest[]> {
  const rows = await sql<RequestRow[]>`
    select ${requestColumns(sql)} from archive.retention_rule_requests q
    join archive.retention_forecasts f on f.id = q.forecast
    where q.agency = ${agency} and q.state = 'open' order by q.asked_at, q.id`
  return rows.map(toRequest)
}

/** The agency that somebody acts for, if that hat is theirs still. */
async function lockAgency(tx: TransactionSql, act: OfficeAct): Promise<AgencyId | undefined> {
  await tx`
    select from accounts where person = ${act.event.actor} for update`
  return (await isStillWorn(tx, act)) ? act.hat.agency : undefined
}

type PublishAsked = { request: RuleRequest; sha256: string | undefined; by: Decider; now: Date }

async function publish(
  tx: TransactionSql,
  { request, sha256, by, now }: PublishAsked,
): Promise<Result<RuleRequest['state'], RuleDecisionRefused>> {
  const { agency, rule } = request
  // Nobody else publishes this rule meanwhile: of its open requests there is one, and it is locked.
  const current = await findNewestRule(tx, { agency, id: rule })
  const today = retentionDay(now)
  const published = publishRule(request, { by, forecast: sha256, current, today, now })
  if (!published.ok) return published
  await keepDecision(tx, published.value.request)
  await keepPublished(tx, published.value, { sha256, now })
  await askRecount(tx, agency, now)
  return ok('published')
}

/** False where the rule is asked about already. */
async function keepRequest(tx: TransactionSql, request: OpenRuleRequest): Promise<boolean> {
  const { id, agency, rule, forecast, askedBy, askedAt, state } = request
  const added = await tx`
    insert into archive.retention_rule_requests (id, agency, rule, forecast, asked_by, asked_as, asked_at, state)
    values (${id}, ${agency}, ${rule}, ${forecast}, ${askedBy.person}, ${askedBy.hat}, ${askedAt}, ${state})
    on conflict do nothing returning id`
  return added.length === 1
}

async function keepPublished(
  tx: TransactionSql,
  { request, rule, replaced, shortens }: PublishedRule,
  { sha256, now }: { sha256: string | undefined; now: Date },
): Promise<void> {
  if (replaced) await endRule(tx, replaced, now)
  await addRule(tx, rule, { request: request.id, at: now })
  await addArchiveEvent(tx, {
    name: replaced ? 'retentionRuleChanged' : 'retentionRulePublished',
    record: undefined,
    person: undefined,
    actor: request.decidedBy,
    at: now,
    body: {
      agency: rule.agency,
      rule: rule.id,
      version: rule.version,
      request: request.id,
      askedBy: request.askedBy.person,
      forecast: sha256 ?? null,
      shortens,
      from: civilDateText(rule.from),
      endsFrom: civilDateText(rule.endsFrom),
    },
  })
}

async function keepDecision(tx: TransactionSql, request: DecidedRuleRequest): Promise<void> {
  const { id, state, decidedBy, decidedAt } = request
  await tx`
    update archive.retention_rule_requests
    set state = ${state}, decided_by = ${decidedBy.person}, decided_as = ${decidedBy.hat}, decided_at = ${decidedAt}
    where id = ${id}`
}

async function lockRequest(
  tx: TransactionSql,
  { agency, id }: { agency: AgencyId; id: RuleRequestId },
): Promise<{ request: RuleRequest; sha256: string | undefined } | undefined> {
  const [row] = await tx<(RequestRow & { sha256: string | null })[]>`
    select ${requestColumns(tx)}, encode(f.sha256, 'hex') as sha256 from archive.retention_rule_requests q
    join archive.retention_forecasts f on f.id = q.forecast
    where q.agency = ${agency} and q.id = ${id} for update of q`
  return row && { request: toRequest(row), sha256: row.sha256 ?? undefined }
}

/** For a statement that has requests as q and their forecasts as f. */
export function requestColumns(sql: Sql | TransactionSql) {
  return sql`q.id, q.agency, q.rule, q.forecast, f.base, f.terms, q.asked_by, q.asked_as, q.asked_at, q.state,
    q.decided_by, q.decided_as, q.decided_at`
}

export type RequestRow = {
  id: RuleRequestId
  agency: AgencyId
  rule: RuleId
  forecast: ForecastId
  base: number
  terms: RuleTerms
  askedBy: PersonId
  askedAs: MandateId
  askedAt: Date
  state: RuleRequest['state']
  decidedBy: PersonId | null
  decidedAs: MandateId | null
  decidedAt: Date | null
}

export function toRequest(row: RequestRow): RuleRequest {
  const { id, agency, rule, forecast, base, askedAt, state } = row
  const terms = { ...row.terms, exception: row.terms.exception ?? undefined }
  const askedBy = { person: row.askedBy, hat: row.askedAs }
  const asked = { id, agency, rule, forecast, base, terms, askedBy, askedAt }
  if (state === 'open') return { ...asked, state }
  const decidedBy = { person: filled(row.decidedBy), hat: filled(row.decidedAs) }
  return { ...asked, state, decidedBy, decidedAt: filled(row.decidedAt) }
}
