import type { Context } from 'hono'
import { parseCivilDate } from '#domain/zone-day.ts'
import { FIELDS, type ReviewProblem } from '#views/archive/holds/hold-problem-words.ts'
import { reviewHoldPage } from '#views/archive/holds/review-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { renewReview } from '../../../store/archive/change-hold.ts'
import type { ShownHold } from '../../../store/archive/holds.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { ownHoldOf } from './hold.ts'
import { withDue } from './list.ts'
import { defaultTyped } from './typed-hold.ts'

/** GET /instansi/penahanan/:id/peninjauan */
export function getReview(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const hold = await ownHoldOf(deps, c)
    if (!hold) return c.notFound()
    if (hold.state === 'lifted') return leaveFor(c, paths.hold(hold.id))
    const typed = defaultTyped(deps.clock()).reviewOn
    return respond(c, await page(deps, c, { hold, typed }))
  }
}

/** POST of the same address: the case still pends. */
export function postReview(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const hold = await ownHoldOf(deps, c)
    if (!hold) return c.notFound()
    const typed = await readTyped(c)
    const review = { id: hold.id, act: officeAct(deps, acting), until: parseCivilDate(typed) }
    const renewed = await renewReview(deps.sql, review)
    if (renewed.ok) return leaveFor(c, paths.holdAfter(hold.id, 'ditinjau'))
    const { problem } = renewed
    if (problem.kind === 'noSuchHold') return c.notFound()
    return again(deps, c, { hold, typed, problem: problem as ReviewProblem })
  }
}

export function reviewAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: ReviewProblem) => {
    const c = asHat(acting)
    const hold = await ownHoldOf(deps, c)
    if (!hold) return c.notFound()
    return again(deps, c, { hold, typed: await readTyped(c), problem })
  }
}

type Shown = { hold: ShownHold; typed: string; problem?: ReviewProblem }

async function again(deps: Deps, c: Context<ForHat>, shown: Shown & { problem: ReviewProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, { hold, typed, problem }: Shown) {
  return reviewHoldPage({
    frame: frameOf(deps, c.var),
    hold: withDue(hold, deps.clock()),
    names: await typeNames(deps),
    typed,
    problem,
  })
}

async function readTyped(c: Context<ForHat>): Promise<string> {
  return (await readForm(c, { [FIELDS.reviewOn]: field(20) }))[FIELDS.reviewOn]
}
