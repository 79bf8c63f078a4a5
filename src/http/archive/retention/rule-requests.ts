import type { Context } from 'hono'
import { permits } from '#domain/access/permission.ts'
import { NO_FORECAST } from '#domain/archive/retention/forecast.ts'
import { parseRuleRequestId, type RuleRequest } from '#domain/archive/retention/rule-request.ts'
import { ruleRequestsPage } from '#views/archive/retention/requests-page.tsx'
import type { DecideRuleProblem } from '#views/archive/retention/retention-page-words.ts'
import {
  ruleRequestPage,
  type ShownRuleRequest,
} from '#views/archive/retention/rule-request-page.tsx'
import type { RuleDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { namesOf } from '../../../store/archive/names-of.ts'
import { findForecast } from '../../../store/archive/retention/forecasts.ts'
import {
  decideRuleRequest,
  listRuleRequests,
  type RuleDecision,
} from '../../../store/archive/retention/rule-requests.ts'
import { findNewestRule } from '../../../store/archive/retention/rules.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

const DONE: Record<RuleDecision['decision'], RuleDone> = {
  published: 'diterbitkan',
  declined: 'ditolak',
  withdrawn: 'ditarik',
}
const DECISIONS = new Map<string, RuleDecision['decision']>([
  ['terbitkan', 'published'],
  ['tolak', 'declined'],
  ['tarik', 'withdrawn'],
])

/** GET /instansi/penyusutan/usulan: what waits in the agency, for its archivists and approvers. */
export function getRuleRequests(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const requests = await waiting(deps, c)
    const page = ruleRequestsPage({
      frame: frameOf(deps, c.var),
      requests: await named(deps, requests),
      isArchivist: permits(c.var.hat, 'keepRetention'),
      done: Object.values(DONE).find((one) => one === c.req.query('hasil')),
    })
    return respond(c, page)
  }
}

/** GET /instansi/penyusutan/usulan/:id */
export function getRuleRequest(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const request = await requestOf(deps, c)
    if (!request) return leaveFor(c, paths.ruleRequests)
    return respond(c, await page(deps, c, request))
  }
}

/** POST of the same address: published, declined or taken back. */
export function postRuleRequest(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const request = await requestOf(deps, c)
    if (!request) return leaveFor(c, paths.ruleRequests)
    const { keputusan } = await readForm(c, { keputusan: field(20) })
    const decision = DECISIONS.get(keputusan)
    if (!decision) return refuse(deps, c, request, { kind: 'noDecision' })
    const act = officeAct(deps, acting)
    const decided = await decideRuleRequest(deps.sql, act, { id: request.id, decision })
    if (decided.ok) return leaveFor(c, paths.ruleRequestsAfter(DONE[decision]))
    const { problem } = decided
    if (problem.kind === 'noSuchRequest') return leaveFor(c, paths.ruleRequests)
    return refuse(deps, c, request, { ...problem } as DecideRuleProblem)
  }
}

export function ruleRequestAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: DecideRuleProblem) => {
    const c = asHat(acting)
    const request = await requestOf(deps, c)
    return request ? refuse(deps, c, request, problem) : leaveFor(c, paths.ruleRequests)
  }
}

async function waiting(deps: Deps, c: Context<ForHat>): Promise<RuleRequest[]> {
  const { agency } = c.var.hat
  return agency ? listRuleRequests(deps.sql, agency) : []
}

/** Among those that wait in the agency; whatever else an address names is none. */
async function requestOf(deps: Deps, c: Context<ForHat>): Promise<RuleRequest | undefined> {
  const id = parseRuleRequestId(c.req.param('id') ?? '')
  return id && (await waiting(deps, c)).find((request) => request.id === id)
}

async function named(deps: Deps, requests: readonly RuleRequest[]): Promise<ShownRuleRequest[]> {
  const names = await namesOf(
    deps.sql,
    requests.map(({ askedBy }) => askedBy.person),
  )
  return requests.map(({ id, terms, askedAt, askedBy }) => ({
    id,
    terms,
    askedAt,
    askerName: names.get(askedBy.person) ?? '',
  }))
}

async function refuse(
  deps: Deps,
  c: Context<ForHat>,
  request: RuleRequest,
  problem: DecideRuleProblem,
) {
  const shown = await page(deps, c, request, problem)
  return refuseForm(c, shown, { kind: problem.kind }, deps.clock())
}

async function page(
  deps: Deps,
  c: Context<ForHat>,
  request: RuleRequest,
  problem?: DecideRuleProblem,
) {
  const { agency, rule, forecast } = request
  const [shown] = await named(deps, [request])
  const found = await findForecast(deps.sql, { agency, id: forecast })
  return ruleRequestPage({
    frame: frameOf(deps, c.var),
    request: shown as ShownRuleRequest,
    current: await findNewestRule(deps.sql, { agency, id: rule }),
    forecast: found?.forecast ?? NO_FORECAST,
    names: await typeNames(deps),
    seenBy: seenBy(c, request),
    problem,
  })
}

function seenBy({ var: { current, hat } }: Context<ForHat>, { askedBy }: RuleRequest) {
  if (askedBy.person === current.person.id) return 'asker'
  return hat.role === 'approver' ? 'approver' : 'other'
}
