import type { Context } from 'hono'
import { afterSecondFactor, asksSecondFactor } from '#domain/sign-in/sign-in.ts'
import { paths } from '#views/paths.ts'
import { type CodeWay, codePage } from '#views/sign-in/code-page.tsx'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import { field, readBody, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { giveSession } from '../session/opening.ts'
import { pathOfSignIn } from '../where-it-stands.ts'
import { grantByAgency, takeAgencyStep } from './agency-step.ts'
import { type CodeAnswer, takeCodeStep } from './code-step.ts'
import { takeRecoveryStep } from './recovery-step.ts'

/** GET /masuk/kode */
export function getCode(deps: Deps) {
  return (c: Context<ForMidway>) => {
    const { midway } = c.var
    if (!isHere(midway)) return seeOther(c, pathOfSignIn(midway))
    const way = WAYS[c.req.query('cara') ?? ''] ?? 'code'
    const until = midway.account.lockedUntil
    if (way === 'code' && deps.clock() < until)
      return refuseCode(c, deps, { kind: 'locked', until })
    const csrf = deps.vault.csrfToken(c.var.pre)
    const { zone } = midway.person.agency
    return respond(c, codePage({ csrf, way, now: deps.clock(), zone }))
  }
}

/** POST /masuk/kode: a code, or one on paper where the form has its field. */
export function postCode(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    const { midway } = c.var
    if (midway.signIn.state === 'finished') return refuseCode(c, deps, { kind: 'finished' })
    if (!isHere(midway)) return leaveFor(c, pathOfSignIn(midway))
    const body = await readForm(c, { code: field(50), recovery_code: field(80) })
    const way = await wayOf(c)
    if (way === 'agency') return postAgencyCode(c, deps)
    const answer =
      way === 'recovery'
        ? await takeRecoveryStep(deps, c, body.recovery_code)
        : await takeCodeStep(deps, c, body.code)
    return finish(c, deps, answer)
  }
}

async function postAgencyCode(c: Context<ForMidway>, deps: Deps) {
  const { agency_code } = await readForm(c, { agency_code: field(80) })
  const answer = await takeAgencyStep(deps, c, agency_code)
  if (answer.kind === 'matched') return grantByAgency(deps, c, answer)
  if (answer.kind === 'elsewhere') return leaveFor(c, paths.code)
  return refuseCode(c, deps, answer.problem)
}

export function codeAgain(deps: Deps) {
  return (c: Context<ForMidway>) =>
    isHere(c.var.midway)
      ? refuseCode(c, deps, { kind: 'stale' })
      : leaveFor(c, pathOfSignIn(c.var.midway))
}

/** Whoever came to reset the MFA may still have the old device at hand. */
function isHere({ signIn, mfa }: ForMidway['Variables']['midway']): boolean {
  return asksSecondFactor(signIn, mfa)
}

function finish(c: Context<ForMidway>, deps: Deps, answer: CodeAnswer) {
  if (answer.kind !== 'proven') return refuseCode(c, deps, answer.problem)
  const weakPassword =
    c.var.midway.signIn.state === 'passwordProven' && c.var.midway.signIn.weakPassword
  if (afterSecondFactor({ weakPassword }) === 'newPassword') return leaveFor(c, paths.newPassword)
  giveSession(c, deps, answer.opening)
  return leaveFor(c, c.var.midway.pendingMfaReset ? paths.mfaResetCancel : paths.home)
}

async function refuseCode(c: Context<ForMidway>, { vault, clock }: Deps, problem: CodeProblem) {
  const way = await wayOf(c)
  const { zone } = c.var.midway.person.agency
  const page = codePage({ csrf: vault.csrfToken(c.var.pre), way, problem, now: clock(), zone })
  const told = problem.kind === 'refused' ? { kind: problem.refused.kind } : problem
  return refuseForm(c, page, told, clock())
}

const WAYS: Record<string, CodeWay> = { 'kode-cadangan': 'recovery', 'kode-bkpsdm': 'agency' }

async function wayOf(c: Context<ForMidway>): Promise<CodeWay> {
  const body = await readBody(c)
  if ('agency_code' in body) return 'agency'
  return 'recovery_code' in body ? 'recovery' : 'code'
}
