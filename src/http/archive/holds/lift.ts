import type { Context } from 'hono'
import { parseReason } from '#domain/desk/reason.ts'
import { no } from '#domain/result.ts'
import { FIELDS, type LiftProblem } from '#views/archive/holds/hold-problem-words.ts'
import { liftHoldPage } from '#views/archive/holds/lift-page.tsx'
import type { HoldDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { agreeToLifting, askForLifting, refuseLifting } from '../../../store/archive/change-hold.ts'
import type { ShownHold } from '../../../store/archive/holds.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { ownHoldOf } from './hold.ts'
import { withDue } from './list.ts'

/** GET /instansi/penahanan/:id/pencabutan: asks why, or asks another to decide. */
export function getLifting(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const hold = await ownHoldOf(deps, c)
    if (!hold) return c.notFound()
    if (hold.state === 'lifted') return leaveFor(c, paths.hold(hold.id))
    return respond(c, await page(deps, c, { hold, typed: '' }))
  }
}

/** POST of the same address: the first of two steps, or the second. */
export function postLifting(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const hold = await ownHoldOf(deps, c)
    if (!hold) return c.notFound()
    const typed = await readTyped(c)
    const step = hold.state === 'on' ? ask : decide
    const { result, done } = await step(deps, acting, hold, typed)
    if (result.ok) return leaveFor(c, paths.holdAfter(hold.id, done))
    const { problem } = result
    if (problem.kind === 'noSuchHold') return c.notFound()
    const fresh = (await ownHoldOf(deps, c)) ?? hold
    return again(deps, c, { hold: fresh, typed: typed.reason, problem: problem as LiftProblem })
  }
}

export function liftingAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: LiftProblem) => {
    const c = asHat(acting)
    const hold = await ownHoldOf(deps, c)
    if (!hold) return c.notFound()
    return again(deps, c, { hold, typed: (await readTyped(c)).reason, problem })
  }
}

type Typed = { reason: string; decision: string }

async function ask(deps: Deps, c: Context<ForActing>, { id }: ShownHold, typed: Typed) {
  const done: HoldDone = 'diajukan'
  const reason = parseReason(typed.reason)
  if (!reason.ok) return { result: reason, done }
  const asked = { id, act: officeAct(deps, c), reason: reason.value }
  return { result: await askForLifting(deps.sql, asked), done }
}

async function decide(deps: Deps, c: Context<ForActing>, { id }: ShownHold, { decision }: Typed) {
  const deciding = { id, act: officeAct(deps, c) }
  if (decision === 'cabut')
    return { result: await agreeToLifting(deps.sql, deciding), done: 'dicabut' as const }
  const isKept = decision === 'tetap'
  const result = isKept
    ? await refuseLifting(deps.sql, deciding)
    : no({ kind: 'noDecision' } as const)
  return { result, done: 'tetap' as const }
}

type Shown = { hold: ShownHold; typed: string; problem?: LiftProblem }

async function again(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: LiftProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, { hold, typed, problem }: Shown) {
  const asker = hold.state === 'liftAsked' ? hold.lift.by.person : undefined
  return liftHoldPage({
    frame: frameOf(deps, c.var),
    hold: withDue(hold, deps.clock()),
    names: await typeNames(deps),
    isOwn: asker === c.var.current.person.id,
    typed,
    problem,
  })
}

async function readTyped(c: Context<ForHat>): Promise<Typed> {
  const form = await readForm(c, { [FIELDS.reason]: field(5000), [FIELDS.decision]: field(10) })
  return { reason: form[FIELDS.reason], decision: form[FIELDS.decision] }
}
