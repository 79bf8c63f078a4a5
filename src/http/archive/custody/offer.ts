import type { Context } from 'hono'
import type { CustodyId } from '#domain/archive/custody.ts'
import { parsePersonId } from '#domain/person.ts'
import type { OfferProblem } from '#views/archive/custody/custody-words.ts'
import { offerCustodyPage } from '#views/archive/custody/offer-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { addOffer } from '../../../store/archive/custody/hand-over.ts'
import { listOfferable } from '../../../store/archive/custody/transfers.ts'
import { findReached, type ReachedPerson } from '../../../store/archive/reached.ts'
import { noEmployee } from '../../agency/view.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

/** GET /instansi/penyusutan/serah-terima/baru/:id */
export function getOffer(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const person = await personOf(deps, c)
    return person ? respond(c, await page(deps, c, person)) : noEmployee(deps, c)
  }
}

/** POST of the same address */
export function postOffer(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const person = await personOf(deps, c)
    if (!person) return noEmployee(deps, c)
    const id = deps.vault.newId() as CustodyId
    const offered = await addOffer(deps.sql, { id, person: person.id }, officeAct(deps, acting))
    if (offered.ok) return leaveFor(c, paths.custodyAfter(id, 'ditawarkan'))
    const { problem } = offered
    if (problem.kind === 'noSuchPerson') return noEmployee(deps, c)
    return refuse(deps, c, person, { ...problem } as OfferProblem)
  }
}

export function offerAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: OfferProblem) => {
    const c = asHat(acting)
    const person = await personOf(deps, c)
    return person ? refuse(deps, c, person, problem) : noEmployee(deps, c)
  }
}

async function personOf(deps: Deps, c: Context<ForHat>): Promise<ReachedPerson | undefined> {
  const id = parsePersonId(c.req.param('id') ?? '')
  return id && findReached(deps.sql, c.var.hat, { id }, deps.clock())
}

async function refuse(
  deps: Deps,
  c: Context<ForHat>,
  person: ReachedPerson,
  problem: OfferProblem,
) {
  const shown = await page(deps, c, person, problem)
  return refuseForm(c, shown, { kind: problem.kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, person: ReachedPerson, problem?: OfferProblem) {
  return offerCustodyPage({
    frame: frameOf(deps, c.var),
    person,
    items: await listOfferable(deps.sql, c.var.hat, person.id, deps.clock()),
    names: await typeNames(deps),
    problem,
  })
}
