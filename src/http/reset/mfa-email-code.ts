import type { Context } from 'hono'
import { paths } from '#views/paths.ts'
import { emailCodePage } from '#views/reset/email-code-page.tsx'
import { MFA_EMAIL } from '#views/reset/email-doors.ts'
import type { TypedEmailCodeProblem } from '#views/reset/email-words.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import { giveBackEmailCodeTry, useEmailCode } from '../../store/email-codes.ts'
import { findReset } from '../../store/resets.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { takeEmailCodeStep } from './email-code-step.ts'
import { elsewhereThanEmail, mfaResetKey } from './mfa-email.ts'
import { grantMfaReset } from './mfa-grant.ts'

/** GET /masuk/reset-mfa/kode */
export function getMfaEmailCode(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    const elsewhere = elsewhereThanEmail(c.var.midway, deps)
    if (elsewhere) return seeOther(c, elsewhere)
    const until = await codeUntil(c, deps)
    if (!until) return seeOther(c, paths.mfaResetEmail)
    return respond(c, page(c, deps, { until }))
  }
}

/** POST /masuk/reset-mfa/kode */
export function postMfaEmailCode(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    const elsewhere = elsewhereThanEmail(c.var.midway, deps)
    if (elsewhere) return leaveFor(c, elsewhere)
    const key = mfaResetKey(c.var.midway)
    const until = await codeUntil(c, deps)
    const { email_code } = await readForm(c, { email_code: field(50) })
    const answer = await takeEmailCodeStep(deps, key, email_code)
    if (answer.kind === 'no' && until) return refuse(c, deps, until, answer.problem)
    if (answer.kind !== 'proven') return leaveFor(c, paths.mfaResetEmail)
    return grantMfaReset(c, deps, {
      by: 'email',
      takeProof: (tx) => useEmailCode(tx, key, answer.mac),
      giveBack: () => giveBackEmailCodeTry(deps.sql, key),
    })
  }
}

export function mfaEmailCodeAgain(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    const elsewhere = elsewhereThanEmail(c.var.midway, deps)
    if (elsewhere) return leaveFor(c, elsewhere)
    const until = await codeUntil(c, deps)
    return until ? refuse(c, deps, until, { kind: 'stale' }) : leaveFor(c, paths.mfaResetEmail)
  }
}

async function codeUntil(c: Context<ForMidway>, { sql, clock }: Deps): Promise<Date | undefined> {
  const reset = await findReset(sql, mfaResetKey(c.var.midway), clock())
  return reset?.state === 'asked' ? reset.code.expiresAt : undefined
}

function refuse(c: Context<ForMidway>, deps: Deps, until: Date, problem: TypedEmailCodeProblem) {
  return refuseForm(c, page(c, deps, { until, problem }), problem, deps.clock())
}

function page(
  c: Context<ForMidway>,
  { vault }: Deps,
  shown: { until: Date; problem?: TypedEmailCodeProblem },
) {
  const { zone } = c.var.midway.person.agency
  return emailCodePage({ csrf: vault.csrfToken(c.var.pre), door: MFA_EMAIL, zone, ...shown })
}
