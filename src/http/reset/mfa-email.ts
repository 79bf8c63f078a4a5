import type { Context } from 'hono'
import { parseEmailAddress } from '#domain/mail/address.ts'
import { nameReset, type ResetId } from '#domain/reset/reset.ts'
import { paths } from '#views/paths.ts'
import { MFA_EMAIL } from '#views/reset/email-doors.ts'
import { emailPage } from '#views/reset/email-page.tsx'
import { type EmailProblem, emailProblemOf } from '#views/reset/email-words.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import { addReset, type ResetKey } from '../../store/resets.ts'
import { prolongSignIn } from '../../store/sign-ins.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { pathOfSignIn } from '../where-it-stands.ts'
import { takeAskStep } from './ask-step.ts'
import { mayResetMfa, offeredWays } from './mfa-grant.ts'

type Midway = ForMidway['Variables']['midway']

/** GET /masuk/reset-mfa/email */
export function getMfaEmail(deps: Deps) {
  return (c: Context<ForMidway>) => {
    const elsewhere = elsewhereThanEmail(c.var.midway, deps)
    if (elsewhere) return seeOther(c, elsewhere)
    const csrf = deps.vault.csrfToken(c.var.pre)
    return respond(c, emailPage({ csrf, door: MFA_EMAIL, email: '' }))
  }
}

/** POST /masuk/reset-mfa/email: a code within this sign-in, which lasts as long as the code. */
export function postMfaEmail(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    const { midway, visit } = c.var
    const elsewhere = elsewhereThanEmail(midway, deps)
    if (elsewhere) return leaveFor(c, elsewhere)
    const { email } = await readForm(c, { email: field(500) })
    const address = parseEmailAddress(email)
    if (!address.ok) return refuseEmail(c, deps, emailProblemOf(address.problem))
    const key = mfaResetKey(midway)
    const now = deps.clock()
    const reset = nameReset(deps.vault.newId() as ResetId, midway.person.id, now)
    await addReset(deps.sql, key, reset, now)
    const asked = await takeAskStep(deps, { key, address: address.value, visit })
    if (!asked.ok) return leaveFor(c, paths.mfaResetEmail)
    await prolongSignIn(deps.sql, midway.id, asked.value.reset.code.expiresAt)
    return leaveFor(c, paths.mfaResetEmailCode)
  }
}

export function mfaEmailAgain(deps: Deps) {
  return (c: Context<ForMidway>) => {
    const elsewhere = elsewhereThanEmail(c.var.midway, deps)
    return elsewhere ? leaveFor(c, elsewhere) : refuseEmail(c, deps, { kind: 'stale' })
  }
}

/** A mailbox is proven within one sign-in, and for nothing else. */
export function mfaResetKey({ id }: Midway): ResetKey {
  return { browser: id, purpose: 'mfa' }
}

/** Where someone belongs for whom no code is mailed (any more); undefined: here. */
export function elsewhereThanEmail(midway: Midway, { clock }: Deps): string | undefined {
  if (!mayResetMfa(midway)) return pathOfSignIn(midway)
  return offeredWays(midway, clock()).includes('email') ? undefined : paths.mfaReset
}

async function refuseEmail(c: Context<ForMidway>, { vault, clock }: Deps, problem: EmailProblem) {
  const { email } = await readForm(c, { email: field(500) })
  const csrf = vault.csrfToken(c.var.pre)
  return refuseForm(c, emailPage({ csrf, door: MFA_EMAIL, email, problem }), problem, clock())
}
