import type { Context } from 'hono'
import { secondsBetween } from '#domain/instant.ts'
import { type LoginName, parseLoginName } from '#domain/login-name.ts'
import { nameReset, type ResetId } from '#domain/reset/reset.ts'
import { addressFactor } from '#domain/throttle/network.ts'
import { paths } from '#views/paths.ts'
import { resetStartPage } from '#views/reset/start-page.tsx'
import type { StartProblem } from '#views/reset/start-words.ts'
import type { DueCaptcha } from '#views/sign-in/credentials-form.tsx'
import type { Deps, ForVisitor } from '../../deps.ts'
import { addReset, admitResetStart, findResetPerson } from '../../store/resets.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { openCheck, passCheck } from '../sign-in/check-step.ts'
import { passwordReset } from '../where-it-stands.ts'

/** GET /reset/password: always open, for whoever begins anew begins here. */
export function getResetStart(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const captcha = await openCheck(c, deps)
    const csrf = deps.vault.csrfToken(c.var.pre)
    const notice = c.req.query('sebab') === 'waktu-habis' ? 'tooLate' : undefined
    return respond(c, resetStartPage({ csrf, username: '', captcha, notice }))
  }
}

/** POST /reset/password: the check comes first, so that each reset in the database has cost one. */
export function postResetStart(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const { username } = await readForm(c, { username: field(200) })
    const name = parseLoginName(username)
    if (!name.ok)
      return refuseStart(c, deps, { kind: name.problem === 'empty' ? 'nipEmpty' : name.problem })
    const check = await passCheck(c, deps)
    if (check.state !== 'passed')
      return refuseStart(
        c,
        deps,
        { kind: 'captchaDue' },
        check.state === 'refused' ? check.due : undefined,
      )
    return begin(c, deps, name.value)
  }
}

export function resetStartAgain(deps: Deps) {
  return (c: Context<ForVisitor>) => refuseStart(c, deps, { kind: 'stale' })
}

/** The same row for every number (R-EN-01); the cookie stays, since nothing is proven yet. */
async function begin(c: Context<ForVisitor>, deps: Deps, name: LoginName) {
  const { sql, vault, site } = deps
  const { visit, pre } = c.var
  const now = deps.clock()
  const keys = {
    addressMinute: vault.throttleKey('reset address a minute', visit.alone),
    addressHour: vault.throttleKey('reset address an hour', visit.alone),
  }
  const admitted = await admitResetStart(sql, keys, {
    addressFactor: addressFactor(site.isOffice(visit.address)),
    now,
  })
  if (admitted.kind === 'slowed') {
    const seconds = Math.max(Math.ceil(secondsBetween(now, admitted.until)), 1)
    return refuseStart(c, deps, { ...admitted, seconds })
  }
  const person = await findResetPerson(sql, name, now)
  const reset = nameReset(vault.newId() as ResetId, person, now)
  await addReset(sql, passwordReset(vault.tokenHash(pre)), reset, now)
  return leaveFor(c, paths.resetEmail)
}

async function refuseStart(
  c: Context<ForVisitor>,
  deps: Deps,
  problem: StartProblem,
  due?: DueCaptcha,
) {
  const { username } = await readForm(c, { username: field(200) })
  const captcha = due ?? (await openCheck(c, deps))
  const csrf = deps.vault.csrfToken(c.var.pre)
  return refuseForm(c, resetStartPage({ csrf, username, captcha, problem }), problem, deps.clock())
}
