import type { Context } from 'hono'
import { parseMandateId } from '#domain/access/mandate.ts'
import { parseReason } from '#domain/desk/reason.ts'
import { endRolePage } from '#views/roles/end-page.tsx'
import type { EndProblem } from '#views/roles/role-words.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { endRole } from '../../store/role-ends.ts'
import { findRole, type GivenRole } from '../../store/roles.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { rolesHome } from './giver.ts'
import { shownRole } from './roles.ts'

/** GET /instansi/peran/:id/akhiri: asks first, for a reason. */
export function getRoleEnd(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const role = await roleOf(deps, c)
    if (!role) return c.notFound()
    if (!shownRole(c.var, role, deps.clock()).mayEnd) return leaveFor(c, rolesHome(c.var))
    return respond(c, page(deps, c, { role, typed: '' }))
  }
}

/** POST /instansi/peran/:id/akhiri */
export function postRoleEnd(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const role = await roleOf(deps, c)
    if (!role) return c.notFound()
    const typed = await readTyped(c)
    const reason = parseReason(typed)
    if (!reason.ok) return refuse(deps, c, { role, typed, problem: reason.problem })
    const { id, person } = role
    const ended = await endRole(
      deps.sql,
      { id, person, reason: reason.value },
      officeAct(deps, acting),
    )
    if (ended.ok) return leaveFor(c, `${rolesHome(c.var)}?hasil=diakhiri`)
    if (ended.problem.kind === 'noSuchMandate') return c.notFound()
    return refuse(deps, c, { role, typed, problem: ended.problem })
  }
}

export function roleEndAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: EndProblem) => {
    const c = asHat(acting)
    const role = await roleOf(deps, c)
    if (!role) return c.notFound()
    return refuse(deps, c, { role, typed: await readTyped(c), problem })
  }
}

/** Within the list of the hat; another agency's id is none. */
async function roleOf(deps: Deps, c: Context<ForHat>): Promise<GivenRole | undefined> {
  const id = parseMandateId(c.req.param('id') ?? '')
  return id && findRole(deps.sql, c.var.hat, id, deps.clock())
}

type Shown = { role: GivenRole; typed: string; problem?: EndProblem }

function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: EndProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, page(deps, c, shown), { kind }, deps.clock())
}

function page(deps: Deps, c: Context<ForHat>, { role, typed, problem }: Shown) {
  return endRolePage({
    frame: frameOf(deps, c.var),
    home: rolesHome(c.var),
    role: shownRole(c.var, role, deps.clock()),
    typed,
    problem,
  })
}

async function readTyped(c: Context<ForHat>): Promise<string> {
  return (await readForm(c, { reason: field(3000) })).reason
}
