import type { Context } from 'hono'
import { parseRecoveryCode, type RecoveryCode } from '#domain/mfa/recovery-code.ts'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import { mfaRecoveryPage } from '#views/reset/mfa-recovery-page.tsx'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForMidway, Place } from '../../deps.ts'
import { addEvent } from '../../store/events.ts'
import {
  admitRecoveryTry,
  giveBackRecoveryTry,
  takeRecoveryCode,
} from '../../store/recovery-sets.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { isRecoveryCode } from '../session/recovery-try.ts'
import { originOf } from '../visit.ts'
import { pathOfSignIn } from '../where-it-stands.ts'
import { grantMfaReset, mayResetMfa } from './mfa-grant.ts'

const NAME_LENGTH = 2

/** GET /masuk/reset-mfa/kode-cadangan */
export function getMfaRecovery(deps: Deps) {
  return (c: Context<ForMidway>) =>
    mayResetMfa(c.var.midway)
      ? respond(c, page(c, deps, undefined))
      : seeOther(c, pathOfSignIn(c.var.midway))
}

/** POST /masuk/reset-mfa/kode-cadangan: counted and hashed as at every other door (R-RS-06). */
export function postMfaRecovery(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    if (!mayResetMfa(c.var.midway)) return leaveFor(c, pathOfSignIn(c.var.midway))
    const { recovery_code } = await readForm(c, { recovery_code: field(80) })
    const code = parseRecoveryCode(recovery_code)
    if (!code.ok) return refuse(c, deps, code.problem)
    const place = deps.hashQueue.enter()
    if (!place) return refuse(c, deps, { kind: 'busy', seconds: BUSY_SECONDS })
    try {
      const admitted = await admitRecoveryTry(deps.sql, c.var.midway.person.id, deps.clock())
      if (admitted.kind !== 'admitted') return refuse(c, deps, admitted)
      return await evaluate(c, deps, code.value, place)
    } finally {
      place.leave()
    }
  }
}

export function mfaRecoveryAgain(deps: Deps) {
  return (c: Context<ForMidway>) =>
    mayResetMfa(c.var.midway)
      ? refuse(c, deps, { kind: 'stale' })
      : leaveFor(c, pathOfSignIn(c.var.midway))
}

async function evaluate(c: Context<ForMidway>, deps: Deps, code: RecoveryCode, place: Place) {
  const { id: person } = c.var.midway.person
  const now = deps.clock()
  const event = { ...originOf(c.var.visit), at: now, person, actor: person }
  try {
    if (!(await isRecoveryCode(deps, person, code, place))) {
      await addEvent(deps.sql, { ...event, happening: { kind: 'recoveryCodeWrong' } })
      return refuse(c, deps, { kind: 'recoveryWrong' })
    }
    return await grantMfaReset(c, deps, {
      by: 'recoveryCode',
      takeProof: async (tx) => {
        const name = code.slice(0, NAME_LENGTH)
        const left = await takeRecoveryCode(tx, { person, name, now })
        if (left === undefined) return false
        await addEvent(tx, { ...event, happening: { kind: 'recoveryCodeUsed', left } })
        return true
      },
      giveBack: () => giveBackRecoveryTry(deps.sql, person),
    })
  } catch (problem) {
    await giveBackRecoveryTry(deps.sql, person)
    throw problem
  }
}

function refuse(c: Context<ForMidway>, deps: Deps, problem: CodeProblem) {
  return refuseForm(c, page(c, deps, problem), problem, deps.clock())
}

function page(c: Context<ForMidway>, { vault, clock }: Deps, problem: CodeProblem | undefined) {
  const { zone } = c.var.midway.person.agency
  return mfaRecoveryPage({ csrf: vault.csrfToken(c.var.pre), now: clock(), zone, problem })
}
