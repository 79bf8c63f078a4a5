import type { Context } from 'hono'
import { differencesText, parseCustodyId } from '#domain/archive/custody.ts'
import { oneLine } from '#domain/one-line.ts'
import { no } from '#domain/result.ts'
import { custodyPage } from '#views/archive/custody/custody-page.tsx'
import type { CustodyProblem } from '#views/archive/custody/custody-words.ts'
import type { CustodyDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { acceptOffer, endOffer } from '../../../store/archive/custody/hand-over.ts'
import {
  findCustody,
  listItems,
  type NamedItem,
  type ShownCustody,
} from '../../../store/archive/custody/transfers.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

const DONE: readonly CustodyDone[] = ['ditawarkan', 'diterima', 'ditolak', 'ditarik']
const NOTE = 1000

/** GET /instansi/penyusutan/serah-terima/:id: to the two agencies alone. */
export function getCustody(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const custody = await custodyOf(deps, c)
    return custody ? respond(c, await page(deps, c, { custody, note: '' })) : c.notFound()
  }
}

/** POST of the same address: accepted, declined or taken back. */
export function postCustody(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const custody = await custodyOf(deps, c)
    if (!custody) return c.notFound()
    const typed = await readTyped(c)
    const { result, done } = await decide(deps, acting, custody, typed)
    if (result.ok) return leaveFor(c, paths.custodyAfter(custody.id, done))
    const { problem } = result
    if (problem.kind === 'noSuchCustody') return c.notFound()
    const fresh = (await custodyOf(deps, c)) ?? custody
    const shown = { custody: fresh, note: typed.note, problem: problem as CustodyProblem }
    return refuse(deps, c, shown)
  }
}

export function custodyAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: CustodyProblem) => {
    const c = asHat(acting)
    const custody = await custodyOf(deps, c)
    if (!custody) return c.notFound()
    return refuse(deps, c, { custody, note: (await readTyped(c)).note, problem })
  }
}

type Typed = { decision: string; agreedTo: string; note: string }

async function decide(deps: Deps, c: Context<ForActing>, custody: ShownCustody, typed: Typed) {
  const { id } = custody
  const act = officeAct(deps, c)
  const { note, agreedTo } = typed
  if (typed.decision === 'terima')
    return {
      result: await acceptOffer(deps.sql, { id, agreedTo, note }, act),
      done: 'diterima' as const,
    }
  const done: CustodyDone = sideOf(c, custody) === 'giver' ? 'ditarik' : 'ditolak'
  const isEnded = typed.decision === 'akhiri'
  const result = isEnded
    ? await endOffer(deps.sql, { id, note }, act)
    : no({ kind: 'noDecision' } as const)
  return { result, done }
}

async function custodyOf(deps: Deps, c: Context<ForHat>): Promise<ShownCustody | undefined> {
  const id = parseCustodyId(c.req.param('id') ?? '')
  return id && findCustody(deps.sql, c.var.hat, id, deps.clock())
}

function sideOf<E extends ForHat>(c: Context<E>, { from }: ShownCustody) {
  return c.get('hat').agency === from ? 'giver' : 'receiver'
}

type Shown = { custody: ShownCustody; note: string; problem?: CustodyProblem }

async function refuse(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: CustodyProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, { custody, note, problem }: Shown) {
  const items = await listItems(deps.sql, custody)
  return custodyPage({
    frame: frameOf(deps, c.var),
    custody,
    items,
    agreedTo: differencesText(differencesIn(items)),
    names: await typeNames(deps),
    side: sideOf(c, custody),
    note,
    done: DONE.find((one) => one === c.req.query('hasil')),
    problem,
  })
}

/** As the decision will find them, and in its order. */
function differencesIn(items: readonly NamedItem[]) {
  return items.flatMap(({ id, how }) => (how ? [{ record: id, how }] : []))
}

async function readTyped(c: Context<ForHat>): Promise<Typed> {
  const form = await readForm(c, {
    keputusan: field(20),
    perbedaan: field(20_000),
    catatan: field(5 * NOTE),
  })
  return {
    decision: form.keputusan,
    agreedTo: form.perbedaan,
    note: oneLine(form.catatan, NOTE),
  }
}
