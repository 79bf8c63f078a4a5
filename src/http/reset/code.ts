import type { Context } from 'hono'
import { proofAsked } from '#domain/reset/policy.ts'
import type { Reset } from '#domain/reset/reset.ts'
import { afterEmailCode } from '#domain/reset/try-code.ts'
import { paths } from '#views/paths.ts'
import { emailCodePage } from '#views/reset/email-code-page.tsx'
import { FORGOTTEN_CODE } from '#views/reset/email-doors.ts'
import type { TypedEmailCodeProblem } from '#views/reset/email-words.ts'
import type { Deps, ForResetting } from '../../deps.ts'
import { proveEmail } from '../../store/email-codes.ts'
import { findResetOwner } from '../../store/reset-owners.ts'
import { giveCookie } from '../cookies.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { originOf } from '../visit.ts'
import { passwordReset, pathOfReset } from '../where-it-stands.ts'
import { type EmailCodeAnswer, takeEmailCodeStep } from './email-code-step.ts'

/** GET /reset/password/kode */
export function getResetCode(deps: Deps) {
  return (c: Context<ForResetting>) => {
    if (c.var.reset.state !== 'asked') return seeOther(c, pathOfReset(c.var.reset))
    return respond(c, codePage(c, deps, undefined))
  }
}

/** POST /reset/password/kode */
export function postResetCode(deps: Deps) {
  return async (c: Context<ForResetting>) => {
    const { reset, browser } = c.var
    if (reset.state !== 'asked') return leaveFor(c, pathOfReset(reset))
    const { email_code } = await readForm(c, { email_code: field(50) })
    const answer = await takeEmailCodeStep(deps, passwordReset(browser), email_code)
    if (answer.kind === 'no') return refuseCode(c, deps, answer.problem)
    const risen = answer.kind === 'proven' ? await rise(c, deps, answer) : undefined
    return leaveFor(c, risen ? pathOfReset(risen) : paths.resetCode)
  }
}

export function resetCodeAgain(deps: Deps) {
  return (c: Context<ForResetting>) =>
    c.var.reset.state === 'asked'
      ? refuseCode(c, deps, { kind: 'stale' })
      : leaveFor(c, pathOfReset(c.var.reset))
}

/** A mailbox is proven: the reset goes on under a new name (R-SE-01). */
async function rise(
  c: Context<ForResetting>,
  deps: Deps,
  { reset: id, person, mac }: Extract<EmailCodeAnswer, { kind: 'proven' }>,
): Promise<Reset | undefined> {
  const { sql, vault, site, resetMfa: setting } = deps
  const now = deps.clock()
  const owner = await findResetOwner(sql, person, now)
  if (!owner) return undefined
  const asksFactor = proofAsked({ ...owner, setting }, now) !== 'mailbox'
  const pre = vault.newToken()
  const risen = afterEmailCode({ id }, person, asksFactor, now)
  const happening = { kind: 'resetEmailProven' } as const
  const isFirst = await proveEmail(sql, {
    key: passwordReset(c.var.browser),
    mac,
    to: vault.tokenHash(pre),
    reset: risen,
    event: { ...originOf(c.var.visit), at: now, person, actor: person, happening },
  })
  if (!isFirst) return undefined
  giveCookie(c, site, 'pre', pre)
  return risen
}

function refuseCode(c: Context<ForResetting>, deps: Deps, problem: TypedEmailCodeProblem) {
  return refuseForm(c, codePage(c, deps, problem), problem, deps.clock())
}

/** Nobody's agency is known yet, so the time is told in WIB (R-IN-01). */
function codePage(
  c: Context<ForResetting>,
  { vault, clock }: Deps,
  problem: TypedEmailCodeProblem | undefined,
) {
  const { reset, pre } = c.var
  const until = reset.state === 'asked' ? reset.code.expiresAt : clock()
  const csrf = vault.csrfToken(pre)
  return emailCodePage({ csrf, door: FORGOTTEN_CODE, until, zone: 'WIB', problem })
}
