import type { Context } from 'hono'
import type { HoldId } from '#domain/archive/hold.ts'
import { heldTold } from '#domain/archive/told-in-office.ts'
import { parsePersonId } from '#domain/person.ts'
import { limitPage } from '#views/agency/export-page.tsx'
import type { PlaceProblem } from '#views/archive/holds/hold-problem-words.ts'
import { placeHoldPage, type TypedHold } from '#views/archive/holds/place-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { listHoldable } from '../../../store/archive/holdable.ts'
import { placeHold } from '../../../store/archive/place-hold.ts'
import { findReached, type ReachedPerson } from '../../../store/archive/reached.ts'
import { spendDeskLimit } from '../../agency/desk-limit.ts'
import { noEmployee } from '../../agency/view.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuse, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { defaultTyped, readHold, readTyped } from './typed-hold.ts'

/** GET /instansi/penahanan/baru/:id: counted, for it names what there is of a person. */
export function getPlacing(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const person = await personOf(deps, c)
    if (!person) return noEmployee(deps, c)
    const wait = await spendDeskLimit(deps, c, 'views')
    if (!wait) return respond(c, await page(deps, c, { person, typed: defaultTyped(deps.clock()) }))
    const slowed = limitPage({ frame: frameOf(deps, c.var), limit: 'views', until: wait.until })
    return refuse(c, slowed, { kind: 'deskLimit', status: 429 })
  }
}

/** POST of the same address */
export function postPlacing(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const person = await personOf(deps, c)
    const { agency } = c.var.hat
    if (!person || !agency) return noEmployee(deps, c)
    const typed = await readTyped(c)
    const read = readHold(typed)
    if (!read.ok) return again(deps, c, { person, typed, problem: read.problem })
    const id = deps.vault.newId() as HoldId
    const wanted = { id, person: person.id, agency, ...read.value }
    const placed = await placeHold(deps.sql, wanted, officeAct(deps, acting))
    if (placed.ok) return leaveFor(c, paths.holdAfter(id, 'dipasang'))
    const { problem } = placed
    if (problem.kind === 'noSuchPerson') return noEmployee(deps, c)
    return again(deps, c, { person, typed, problem: { ...problem } as PlaceProblem })
  }
}

export function placingAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: PlaceProblem) => {
    const c = asHat(acting)
    const person = await personOf(deps, c)
    if (!person) return noEmployee(deps, c)
    return again(deps, c, { person, typed: await readTyped(c), problem })
  }
}

async function personOf(deps: Deps, c: Context<ForHat>): Promise<ReachedPerson | undefined> {
  const id = parsePersonId(c.req.param('id') ?? '')
  return id && findReached(deps.sql, c.var.hat, { id }, deps.clock())
}

type Shown = { person: ReachedPerson; typed: TypedHold; problem?: PlaceProblem }

async function again(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: PlaceProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, { person, typed, problem }: Shown) {
  return placeHoldPage({
    frame: frameOf(deps, c.var),
    person,
    records: (await listHoldable(deps.sql, c.var.hat, person.id, deps.clock())).map((record) =>
      heldTold({ ...record, person: person.id }, c.var.current.person.id),
    ),
    names: await typeNames(deps),
    typed,
    problem,
  })
}
