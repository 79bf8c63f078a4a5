import type { Context } from 'hono'
import { isNational, rolesGivenBy } from '#domain/access/give-mandate.ts'
import { ALL_ROLES, type Role } from '#domain/access/mandate.ts'
import { oneLine } from '#domain/one-line.ts'
import type { RoleDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { ShownRequest } from '#views/roles/role-requests.tsx'
import { STATES } from '#views/roles/role-words.ts'
import { rolesPage, type ShownRole } from '#views/roles/roles-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import {
  type GivenRole,
  listRoleRequests,
  listRoles,
  PER_PAGE,
  type RoleFilter,
  type WaitingRequest,
} from '../../store/roles.ts'
import { leaveFor, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { rolesHome } from './giver.ts'

const DONE: readonly RoleDone[] = ['diusulkan', 'diberikan', 'ditolak', 'ditarik', 'diakhiri']

/** GET /instansi/peran: who holds what in the own agency; the nation has a list of its own. */
export function getRoles(deps: Deps) {
  return (c: Context<ForHat>) =>
    c.var.hat.agency ? show(deps, c) : leaveFor(c, paths.rolesOfNation)
}

/** GET /nasional/peran */
export function getRolesOfNation(deps: Deps) {
  return (c: Context<ForHat>) => show(deps, c)
}

async function show(deps: Deps, c: Context<ForHat>) {
  const { hat } = c.var
  const now = deps.clock()
  const filter = filterOf(c)
  const found = await listRoles(deps.sql, hat, filter, now)
  const requests = await listRoleRequests(deps.sql, hat, now)
  const page = rolesPage({
    frame: frameOf(deps, c.var),
    place: hat.agency ? 'agency' : 'nation',
    roles: found.slice(0, PER_PAGE).map((role) => shownRole(c.var, role, now)),
    requests: requests.map((request) => shownRequest(c.var, request)),
    choices: ALL_ROLES.filter((role) => !hat.agency || !isNational(role)),
    filter,
    more: found.length > PER_PAGE ? pageAfter(c, filter) : undefined,
    isFirst: filter.page === 1,
    done: DONE.find((one) => one === c.req.query('hasil')),
  })
  return respond(c, page)
}

function filterOf(c: Context<ForHat>): RoleFilter {
  const asked = c.req.query()
  const page = /^\d{1,4}$/.test(asked['hal'] ?? '') ? Number(asked['hal']) : 1
  return {
    role: ALL_ROLES.find((role) => role === asked['peran-dicari']),
    state: STATES.find(({ value }) => value === asked['keadaan'])?.value ?? 'inForce',
    agency: c.var.hat.agency ? '' : oneLine(asked['instansi'] ?? ''),
    page: Math.max(page, 1),
  }
}

function pageAfter(c: Context<ForHat>, { role, state, agency, page }: RoleFilter): string {
  const query = new URLSearchParams({
    'peran-dicari': role ?? '',
    keadaan: state,
    instansi: agency,
    hal: String(page + 1),
  })
  return `${rolesHome(c.var)}?${query}`
}

/** Whether it can be ended here; what else is against that is told on the page that asks. */
export function shownRole(
  { current, hat }: ForHat['Variables'],
  role: GivenRole,
  now: Date,
): ShownRole {
  const isOwn = role.person === current.person.id
  const reached: readonly Role[] = rolesGivenBy(hat, { agency: 0, national: 0 })
  const mayEnd = !isOwn && now < role.until && reached.includes(role.role)
  return { ...role, mayEnd }
}

export function shownRequest(
  { current }: ForHat['Variables'],
  { person, askedBy, ...request }: WaitingRequest,
): ShownRequest {
  const me = current.person.id
  const seenBy = me === askedBy ? 'asker' : me === person ? 'subject' : 'decider'
  return { ...request, seenBy }
}
