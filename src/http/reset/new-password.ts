import type { Context } from 'hono'
import type { Happening } from '#domain/audit/event.ts'
import { finishReset } from '#domain/reset/finish.ts'
import { proofAsked } from '#domain/reset/policy.ts'
import type { ReadyReset } from '#domain/reset/reset.ts'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import { paths } from '#views/paths.ts'
import { FORGOTTEN_DOOR } from '#views/reset/new-password-doors.ts'
import { newPasswordPage } from '#views/sign-in/new-password-page.tsx'
import type { NewPasswordProblem } from '#views/sign-in/new-password-words.ts'
import type { Deps, ForResetting, Place } from '../../deps.ts'
import { findPasswordOwner } from '../../store/credentials.ts'
import { resetPassword } from '../../store/password-resets.ts'
import { findResetOwner } from '../../store/reset-owners.ts'
import { endReset, findReset } from '../../store/resets.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { readNewPassword } from '../sign-in/read-new-password.ts'
import { throttleKeys } from '../sign-in/throttle-keys.ts'
import { originOf } from '../visit.ts'
import { passwordReset, pathOfReset } from '../where-it-stands.ts'

/** GET /reset/password/baru */
export function getResetNewPassword(deps: Deps) {
  return async (c: Context<ForResetting>) => {
    if (c.var.reset.state !== 'ready') return seeOther(c, pathOfReset(c.var.reset))
    return respond(c, await page(c, deps, c.var.reset, undefined))
  }
}

/** POST /reset/password/baru: two hashes, the comparison with the old one and the new one. */
export function postResetNewPassword(deps: Deps) {
  return async (c: Context<ForResetting>) => {
    const { reset } = c.var
    if (reset.state !== 'ready') return leaveFor(c, pathOfReset(reset))
    const place = deps.hashQueue.enter()
    if (!place) return refuse(c, deps, reset, { kind: 'busy', seconds: BUSY_SECONDS })
    try {
      const owner = await findPasswordOwner(deps.sql, reset.person)
      const chosen = await readNewPassword(deps, c, owner, { place, journey: reset.id })
      // A second click finds its own password there, and is told how the first one ended.
      if (!chosen.ok && !(await isStillReady(c, deps))) return leaveFor(c, paths.resetNewPassword)
      if (!chosen.ok) return refuse(c, deps, reset, chosen.problem)
      return await keep(c, deps, reset, { password: chosen.value, place })
    } finally {
      place.leave()
    }
  }
}

export function resetNewPasswordAgain(deps: Deps) {
  return (c: Context<ForResetting>) =>
    c.var.reset.state === 'ready'
      ? refuse(c, deps, c.var.reset, { kind: 'stale' })
      : leaveFor(c, pathOfReset(c.var.reset))
}

async function isStillReady(c: Context<ForResetting>, { sql, clock }: Deps): Promise<boolean> {
  const reset = await findReset(sql, passwordReset(c.var.browser), clock())
  return reset?.state === 'ready'
}

async function keep(
  c: Context<ForResetting>,
  deps: Deps,
  { person }: ReadyReset,
  { password, place }: { password: string; place: Place },
) {
  const { sql, passwords, resetMfa: setting } = deps
  const { visit, browser } = c.var
  const hash = await place.run(() => passwords.hash(password))
  const now = deps.clock()
  const event = { ...originOf(visit), at: now, person, actor: person }
  const { unknownBrowsers, knownBrowsers } = throttleKeys(deps, { person }, visit)
  const finished = await resetPassword(sql, {
    key: passwordReset(browser),
    person,
    password: hash,
    decide: (reset, owner) => finishReset(reset, { ...owner, setting }, now),
    closed: [knownBrowsers, unknownBrowsers],
    events: ({ reset, unfreezes }) => {
      const told: Happening[] = [{ kind: 'passwordReset', mfa: reset.mfa }]
      if (unfreezes)
        told.push({ kind: 'unfrozen', by: reset.mfa === 'kept' ? 'oldDevice' : 'agencyCode' })
      return told.map((happening) => ({ ...event, happening }))
    },
    now,
  })
  if (finished.ok) return leaveFor(c, paths.signInAfterReset(finished.value.reset.mfa))
  // Another tab was first, and the page of what it left says how it ended.
  if (finished.problem.kind === 'elsewhere') return leaveFor(c, paths.resetNewPassword)
  await endReset(sql, passwordReset(browser))
  return leaveFor(c, paths.resetTooLate)
}

async function refuse(
  c: Context<ForResetting>,
  deps: Deps,
  reset: ReadyReset,
  problem: NewPasswordProblem,
) {
  return refuseForm(c, await page(c, deps, reset, problem), problem, deps.clock())
}

async function page(
  c: Context<ForResetting>,
  { sql, vault, rule, resetMfa: setting, clock }: Deps,
  { person }: ReadyReset,
  problem: NewPasswordProblem | undefined,
) {
  const now = clock()
  const owner = await findResetOwner(sql, person, now)
  const asksFactor = owner !== undefined && proofAsked({ ...owner, setting }, now) !== 'mailbox'
  return newPasswordPage({
    csrf: vault.csrfToken(c.var.pre),
    rule,
    username: owner?.person.nip ?? '',
    door: FORGOTTEN_DOOR[asksFactor ? 'afterFactor' : 'afterEmail'],
    problem,
  })
}
