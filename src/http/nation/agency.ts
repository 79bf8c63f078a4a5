import type { Context } from 'hono'
import type { AgencyId } from '#domain/agency.ts'
import { readAgencyRecord } from '#domain/import/agency-record.ts'
import { isUuid } from '#domain/uuid.ts'
import { agencyPage, type TypedAgency } from '#views/nation/agency-page.tsx'
import type { AgencyProblem } from '#views/nation/nation-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import { findAgency, keepAgency, type ListedAgency, listUnitTree } from '../../store/nation.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeEvent } from '../office.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

const EMPTY: TypedAgency = { code: '', name: '', zone: 'WIB' }

/** GET /nasional/instansi/baru */
export function getNewAgency(deps: Deps) {
  return async (c: Context<ForHat>) =>
    respond(c, await page(deps, c, { known: undefined, typed: EMPTY }))
}

/** GET /nasional/instansi/:id */
export function getAgency(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const known = await agencyOf(deps, c)
    return known ? respond(c, await page(deps, c, { known, typed: known })) : c.notFound()
  }
}

/** POST /nasional/instansi/baru */
export function postNewAgency(deps: Deps) {
  return (c: Context<ForActing>) => keep(deps, c, undefined)
}

/** POST /nasional/instansi/:id: its name and zone; the code stays for ever. */
export function postAgency(deps: Deps) {
  return async (c: Context<ForActing>) => {
    const known = await agencyOf(deps, asHat(c))
    return known ? keep(deps, c, known) : c.notFound()
  }
}

export function newAgencyAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: AgencyProblem) => {
    const c = asHat(acting)
    return refuse(deps, c, { known: undefined, typed: await readTyped(c, undefined), problem })
  }
}

export function agencyAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: AgencyProblem) => {
    const c = asHat(acting)
    const known = await agencyOf(deps, c)
    if (!known) return c.notFound()
    return refuse(deps, c, { known, typed: await readTyped(c, known), problem })
  }
}

async function keep(deps: Deps, acting: Context<ForActing>, known: ListedAgency | undefined) {
  const c = asHat(acting)
  const typed = await readTyped(c, known)
  const read = readAgencyRecord(typed)
  if (!read.ok) return refuse(deps, c, { known, typed, problem: { kind: read.problem as 'code' } })
  const id = known?.id ?? (deps.vault.newId() as AgencyId)
  const isKept = await keepAgency(deps.sql, id, read.value, {
    hat: c.var.hat,
    event: officeEvent(deps, c, c.var.current.person.id),
    kind: known ? 'agencyChanged' : 'agencyAdded',
  })
  if (!isKept) return refuse(deps, c, { known, typed, problem: { kind: 'codeTaken' } })
  return leaveFor(c, `${paths.agencies}?hasil=${known ? 'diubah' : 'ditambah'}`)
}

async function agencyOf(deps: Deps, c: Context<ForHat>): Promise<ListedAgency | undefined> {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? findAgency(deps.sql, c.var.hat, id as AgencyId, deps.clock()) : undefined
}

async function readTyped(
  c: Context<ForHat>,
  known: ListedAgency | undefined,
): Promise<TypedAgency> {
  const typed = await readForm(c, { code: field(60), name: field(400), zone: field(10) })
  return known ? { ...typed, code: known.code } : typed
}

type Shown = { known: ListedAgency | undefined; typed: TypedAgency; problem?: AgencyProblem }

async function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: AgencyProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, { known, typed, problem }: Shown) {
  const units = known ? await listUnitTree(deps.sql, c.var.hat, known.id, deps.clock()) : []
  return agencyPage({ frame: frameOf(deps, c.var), id: known?.id, typed, units, problem })
}
