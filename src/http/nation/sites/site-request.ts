import type { Context } from 'hono'
import { parseReason, type ReasonProblem } from '#domain/desk/reason.ts'
import { parseSiteRequestId, type SiteDecision } from '#domain/embed/site-request.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { siteRequestPage } from '#views/nation/sites/site-request-page.tsx'
import {
  DECISION_WORDS,
  type DecideSiteProblem,
  SITE_FIELDS,
} from '#views/nation/sites/site-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { findSiteRequest, type ShownSiteRequest } from '../../../store/embed/site-list.ts'
import { decideOnSite } from '../../../store/embed/site-requests.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

const DECISIONS = new Map(
  Object.entries(DECISION_WORDS).map(([state, { value }]) => [
    value,
    state as SiteDecision['state'],
  ]),
)

/** GET /nasional/situs/usulan/:id */
export function getSiteRequest(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const request = await requestOf(deps, c)
    if (!request) return leaveFor(c, paths.embedSites)
    return respond(c, page(deps, c, { request, answer: '' }))
  }
}

/** POST of the same address: applied, declined or taken back. */
export function postSiteRequest(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const request = await requestOf(deps, c)
    if (!request) return leaveFor(c, paths.embedSites)
    const typed = await readTyped(c)
    const refused = (problem: DecideSiteProblem) =>
      refuse(deps, c, { request, answer: typed.answer, problem })
    const decision = decisionIn(typed)
    if (!decision.ok) return refused(decision.problem)
    const asked = { id: request.id, decision: decision.value }
    const decided = await decideOnSite(deps.sql, officeAct(deps, acting), asked)
    if (decided.ok)
      return leaveFor(c, paths.embedSitesAfter(DECISION_WORDS[decision.value.state].done))
    const { problem } = decided
    if (problem.kind === 'noSuchRequest') return leaveFor(c, paths.embedSites)
    return refused(problem as DecideSiteProblem)
  }
}

export function siteRequestAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: DecideSiteProblem) => {
    const c = asHat(acting)
    const request = await requestOf(deps, c)
    if (!request) return leaveFor(c, paths.embedSites)
    const { answer } = await readTyped(c)
    return refuse(deps, c, { request, answer, problem })
  }
}

/** One that waits; whatever else an address names is none. */
async function requestOf(
  { sql }: Pick<Deps, 'sql'>,
  c: Context<ForHat>,
): Promise<ShownSiteRequest | undefined> {
  const id = parseSiteRequestId(c.req.param('id') ?? '')
  const request = id && (await findSiteRequest(sql, id))
  return request?.state === 'open' ? request : undefined
}

type Typed = { chosen: string; answer: string }

async function readTyped(c: Context<ForHat>): Promise<Typed> {
  const { reason } = SITE_FIELDS
  const said = await readForm(c, { keputusan: field(20), [reason]: field(4000) })
  return { chosen: said['keputusan'] ?? '', answer: said[reason] ?? '' }
}

/** Who takes their own request back owes nobody a reason. */
function decisionIn({
  chosen,
  answer,
}: Typed): Result<SiteDecision, ReasonProblem | { kind: 'noDecision' }> {
  const state = DECISIONS.get(chosen)
  if (!state) return no({ kind: 'noDecision' })
  if (state === 'withdrawn') return ok({ state })
  const reason = parseReason(answer)
  return reason.ok ? ok({ state, answer: reason.value }) : reason
}

type Shown = { request: ShownSiteRequest; answer: string; problem?: DecideSiteProblem }

function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: DecideSiteProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, page(deps, c, shown), { kind }, deps.clock())
}

function page(deps: Deps, c: Context<ForHat>, { request, answer, problem }: Shown) {
  const isAsker = request.askedBy.person === c.var.current.person.id
  return siteRequestPage({ frame: frameOf(deps, c.var), request, isAsker, answer, problem })
}
