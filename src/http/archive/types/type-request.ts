import type { Context } from 'hono'
import {
  parseTypeRequestId,
  type TypeDecision,
  type TypeRequest,
} from '#domain/archive/type-request.ts'
import { typeRequestPage } from '#views/archive/types/type-request-page.tsx'
import { DECISION_WORDS, type DecideTypeProblem } from '#views/archive/types/type-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { decideOnType, listTypeRequests } from '../../../store/archive/type-requests.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { named } from './types.ts'

const DECISIONS = new Map(
  Object.entries(DECISION_WORDS).map(([decision, { value }]) => [value, decision as TypeDecision]),
)

/** GET /nasional/jenis-arsip/usulan/:id */
export function getTypeRequest(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const request = await requestOf(deps, c)
    return request ? respond(c, await page(deps, c, request)) : leaveFor(c, paths.recordTypes)
  }
}

/** POST of the same address: applied, declined or taken back. */
export function postTypeRequest(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const request = await requestOf(deps, c)
    if (!request) return leaveFor(c, paths.recordTypes)
    const { keputusan } = await readForm(c, { keputusan: field(20) })
    const decision = DECISIONS.get(keputusan)
    if (!decision) return refuse(deps, c, request, { kind: 'noDecision' })
    const act = officeAct(deps, acting)
    const decided = await decideOnType(deps.sql, act, { id: request.id, decision })
    if (decided.ok) return leaveFor(c, paths.recordTypesAfter(DECISION_WORDS[decision].done))
    const { problem } = decided
    if (problem.kind === 'noSuchRequest') return leaveFor(c, paths.recordTypes)
    return refuse(deps, c, request, problem as DecideTypeProblem)
  }
}

export function typeRequestAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: DecideTypeProblem) => {
    const c = asHat(acting)
    const request = await requestOf(deps, c)
    return request ? refuse(deps, c, request, problem) : leaveFor(c, paths.recordTypes)
  }
}

/** Among those that wait; whatever else an address names is none. */
async function requestOf({ sql }: Deps, c: Context<ForHat>): Promise<TypeRequest | undefined> {
  const id = parseTypeRequestId(c.req.param('id') ?? '')
  return id && (await listTypeRequests(sql)).find((request) => request.id === id)
}

async function refuse(
  deps: Deps,
  c: Context<ForHat>,
  request: TypeRequest,
  problem: DecideTypeProblem,
) {
  const shown = await page(deps, c, request, problem)
  return refuseForm(c, shown, { kind: problem.kind }, deps.clock())
}

async function page(
  deps: Deps,
  c: Context<ForHat>,
  request: TypeRequest,
  problem?: DecideTypeProblem,
) {
  const [shown] = await named(deps, [request])
  return typeRequestPage({
    frame: frameOf(deps, c.var),
    request: shown ?? { ...request, typeName: '', askerName: '' },
    isAsker: request.askedBy.person === c.var.current.person.id,
    problem,
  })
}
