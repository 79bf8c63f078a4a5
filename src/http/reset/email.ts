import type { Context } from 'hono'
import { parseEmailAddress } from '#domain/mail/address.ts'
import { mayAsk } from '#domain/reset/reset.ts'
import { paths } from '#views/paths.ts'
import { FORGOTTEN_EMAIL } from '#views/reset/email-doors.ts'
import { emailPage } from '#views/reset/email-page.tsx'
import { type EmailProblem, emailProblemOf } from '#views/reset/email-words.ts'
import type { Deps, ForResetting } from '../../deps.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { passwordReset, pathOfReset } from '../where-it-stands.ts'
import { takeAskStep } from './ask-step.ts'

/** GET /reset/password/email: for the first code, or another one. */
export function getResetEmail(deps: Deps) {
  return (c: Context<ForResetting>) => {
    const { reset, pre } = c.var
    if (!mayAsk(reset)) return seeOther(c, pathOfReset(reset))
    const csrf = deps.vault.csrfToken(pre)
    return respond(c, emailPage({ csrf, door: FORGOTTEN_EMAIL, email: '' }))
  }
}

/** POST /reset/password/email: the same answer whether a mail goes out or not. */
export function postResetEmail(deps: Deps) {
  return async (c: Context<ForResetting>) => {
    const { reset, browser } = c.var
    if (!mayAsk(reset)) return leaveFor(c, pathOfReset(reset))
    const { email } = await readForm(c, { email: field(500) })
    const address = parseEmailAddress(email)
    if (!address.ok) return refuseEmail(c, deps, emailProblemOf(address.problem))
    const key = passwordReset(browser)
    const asked = await takeAskStep(deps, { key, address: address.value, visit: c.var.visit })
    return leaveFor(c, asked.ok ? paths.resetCode : paths.resetEmail)
  }
}

export function resetEmailAgain(deps: Deps) {
  return (c: Context<ForResetting>) =>
    mayAsk(c.var.reset)
      ? refuseEmail(c, deps, { kind: 'stale' })
      : leaveFor(c, pathOfReset(c.var.reset))
}

async function refuseEmail(
  c: Context<ForResetting>,
  { vault, clock }: Deps,
  problem: EmailProblem,
) {
  const { email } = await readForm(c, { email: field(500) })
  const csrf = vault.csrfToken(c.var.pre)
  const page = emailPage({ csrf, door: FORGOTTEN_EMAIL, email, problem })
  return refuseForm(c, page, problem, clock())
}
