import type { Context } from 'hono'
import type { ApprovalId } from '#domain/approval/approval.ts'
import { parsePersonId } from '#domain/person.ts'
import type { ProofProblem } from '#views/parts/proof-words.ts'
import { givePage, type TypedRole } from '#views/roles/give-page.tsx'
import type { GiveProblem } from '#views/roles/give-words.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { askForRole } from '../../store/role-requests.ts'
import { type FoundCandidate, listUnits, lookForRole } from '../../store/roles.ts'
import { admitView } from '../agency/view.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { originOf } from '../visit.ts'
import { notFoundAgain } from './find.ts'
import { giverOf, rolesHome } from './giver.ts'
import { defaultTyped, hindranceOf, readWanted, rolesFor } from './wanted.ts'

type Problem = GiveProblem | ProofProblem

/** GET /instansi/peran/baru/:id: what this person may be given, or why nothing. */
export function getGiving(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await candidateOf(deps, c)
    if (found instanceof Response) return found
    if (!found) return notFoundAgain(deps, c)
    return respond(c, await page(deps, c, { found, typed: defaultTyped(found, deps.clock()) }))
  }
}

/** POST /instansi/peran/baru/:id: asks; somebody else decides. */
export function postGiving(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const found = await candidateOf(deps, c)
    if (found instanceof Response) return found
    if (!found) return notFoundAgain(deps, c)
    const typed = await readTyped(c)
    const read = readWanted(typed, { found, hat: c.var.hat, now: deps.clock() })
    if (!read.ok) return refuse(deps, c, { found, typed, problem: read.problem })
    const request = { id: deps.vault.newId() as ApprovalId, person: found.person, ...read.value }
    const asked = await askForRole(deps.sql, request, officeAct(deps, acting))
    if (asked.ok) return leaveFor(c, `${rolesHome(c.var)}?hasil=diusulkan`)
    return refuse(deps, c, { found, typed, problem: asked.problem })
  }
}

export function givingAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: Problem) => {
    const c = asHat(acting)
    const found = await candidateOf(deps, c)
    if (found instanceof Response) return found
    if (!found) return notFoundAgain(deps, c)
    return refuse(deps, c, { found, typed: await readTyped(c), problem })
  }
}

/** Looked up anew at each step, as the one before may be a day old; recorded once a day. */
async function candidateOf(
  deps: Deps,
  c: Context<ForHat>,
): Promise<FoundCandidate | Response | undefined> {
  const id = parsePersonId(c.req.param('id') ?? '')
  if (!id) return undefined
  const { hat, current, visit } = c.var
  // The nation reaches nobody here but by the number, which is counted where it is typed.
  const admitted = hat.agency ? await admitView(deps, c, id) : undefined
  if (admitted instanceof Response) return admitted.status === 404 ? undefined : admitted
  const look = { by: { id }, hat, person: current.person.id, origin: originOf(visit) }
  return lookForRole(deps.sql, look, deps.clock())
}

type Shown = { found: FoundCandidate; typed: TypedRole; problem?: Problem }

async function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: Problem }) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, { found, typed, problem }: Shown) {
  const { hat } = c.var
  const now = deps.clock()
  const { name, nip, agencyName, agency } = found
  return givePage({
    frame: frameOf(deps, c.var),
    home: rolesHome(c.var),
    person: { id: found.person, name, nip, agencyName },
    hindrance: hindranceOf(found, giverOf(c.var), now),
    roles: rolesFor(hat, found),
    units: await listUnits(deps.sql, hat, agency, now),
    typed,
    problem,
  })
}

async function readTyped(c: Context<ForHat>): Promise<TypedRole> {
  return readForm(c, {
    role: field(20),
    unit: field(40),
    from: field(20),
    until: field(20),
    reason: field(3000),
  })
}
