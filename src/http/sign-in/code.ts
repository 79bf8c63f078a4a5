import type { Context } from 'hono'
import { afterSecondFactor, asksSecondFactor } from '#domain/sign-in/sign-in.ts'
import { paths } from '#views/paths.ts'
import { codePage } from '#views/sign-in/code-page.tsx'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import { pathOfSignIn } from '../admit.ts'
import { field, readBody, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { giveSession } from '../session/opening.ts'
import { type CodeAnswer, takeCodeStep } from './code-step.ts'
import { takeRecoveryStep } from './recovery-step.ts'

/** GET /masuk/kode */
export function getCode(deps: Deps) {
  return (c: Context<ForMidway>) => {
    const { midway } = c.var
    if (!isHere(midway)) return seeOther(c, pathOfSignIn(midway))
    const way = c.req.query('cara') === 'kode-cadangan' ? 'recovery' : 'code'
    const until = midway.account.lockedUntil
    if (way === 'code' && deps.clock() < until)
      return refuseCode(c, deps, { kind: 'locked', until })
    const csrf = deps.vault.csrfToken(c.var.pre)
    const { zone } = midway.person.agency
    return respond(c, codePage({ csrf, way, now: deps.clock(), zone }))
  }
}

/** POST /masuk/kode: a code, or a recovery code where the form has that field. */
export function postCode(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    const { midway } = c.var
    if (midway.signIn.state === 'finished') return refuseCode(c, deps, { kind: 'finished' })
    if (!isHere(midway)) return leaveFor(c, pathOfSignIn(midway))
    const body = await readForm(c, { code: field(50), recovery_code: field(80) })
    const answer = (await isRecovery(c))
      ? await takeRecoveryStep(deps, c, body.recovery_code)
      : await takeCodeStep(deps, c, body.code)
    return finish(c, deps, answer)
  }
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
  const way = c.req.method === 'POST' && (await isRecovery(c)) ? 'recovery' : 'code'
  const { zone } = c.var.midway.person.agency
  const page = codePage({ csrf: vault.csrfToken(c.var.pre), way, problem, now: clock(), zone })
  const told = problem.kind === 'refused' ? { kind: problem.refused.kind } : problem
  return refuseForm(c, page, told, clock())
}

async function isRecovery(c: Context<ForMidway>): Promise<boolean> {
  return 'recovery_code' in (await readBody(c))
}
