import type { Context } from 'hono'
import type { ApprovalId } from '#domain/approval/approval.ts'
import type { RoleDone } from '#views/path-names.ts'
import { roleRequestPage } from '#views/roles/request-page.tsx'
import type { DecideProblem } from '#views/roles/role-words.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { decideRole, type RoleDecision } from '../../store/role-requests.ts'
import { listRoleRequests, type WaitingRequest } from '../../store/roles.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { rolesHome } from './giver.ts'
import { shownRequest } from './roles.ts'

const DECISIONS: Record<RoleDecision, RoleDone> = {
  approved: 'diberikan',
  declined: 'ditolak',
  withdrawn: 'ditarik',
}

/** GET /instansi/peran/usulan/:id */
export function getRoleRequest(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const request = await requestOf(deps, c)
    return request ? respond(c, page(deps, c, request)) : leaveFor(c, rolesHome(c.var))
  }
}

/** POST /instansi/peran/usulan/:id: yes, no, or taken back. */
export function postRoleRequest(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const request = await requestOf(deps, c)
    if (!request) return refuse(deps, c, undefined, { kind: 'over' })
    const { decision } = await readForm(c, { decision: field(20) })
    if (!isDecision(decision)) return refuse(deps, c, request, { kind: 'noDecision' })
    const decided = await decideRole(deps.sql, request.id, decision, officeAct(deps, acting))
    if (decided.ok) return leaveFor(c, `${rolesHome(c.var)}?hasil=${DECISIONS[decision]}`)
    if (decided.problem.kind === 'noSuchRequest') return leaveFor(c, rolesHome(c.var))
    return refuse(deps, c, await requestOf(deps, c), decided.problem)
  }
}

export function roleRequestAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: DecideProblem) => {
    const c = asHat(acting)
    return refuse(deps, c, await requestOf(deps, c), problem)
  }
}

function isDecision(text: string): text is RoleDecision {
  return Object.hasOwn(DECISIONS, text)
}

/** Among those that the hat decides on: whatever else an address names is none. */
async function requestOf(deps: Deps, c: Context<ForHat>): Promise<WaitingRequest | undefined> {
  const waiting = await listRoleRequests(deps.sql, c.var.hat, deps.clock())
  return waiting.find(({ id }) => id === c.req.param('id'))
}

function refuse(
  deps: Deps,
  c: Context<ForHat>,
  request: WaitingRequest | undefined,
  problem: DecideProblem,
) {
  const { kind } = problem
  return refuseForm(c, page(deps, c, request, problem), { kind }, deps.clock())
}

function page(
  deps: Deps,
  c: Context<ForHat>,
  request: WaitingRequest | undefined,
  problem?: DecideProblem,
) {
  return roleRequestPage({
    frame: frameOf(deps, c.var),
    request: request && shownRequest(c.var, request),
    id: c.req.param('id') as ApprovalId,
    home: rolesHome(c.var),
    problem,
  })
}
