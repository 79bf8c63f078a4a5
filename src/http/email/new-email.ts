import type { Context } from 'hono'
import { secondsBetween } from '#domain/instant.ts'
import { type LoginName, parseLoginName } from '#domain/login-name.ts'
import { addressFactor } from '#domain/throttle/network.ts'
import { newEmailDonePage, newEmailPage } from '#views/email/new-email-page.tsx'
import type { NewEmailProblem } from '#views/email/new-email-words.ts'
import { paths } from '#views/paths.ts'
import type { DueCaptcha } from '#views/sign-in/credentials-form.tsx'
import type { Deps, ForVisitor } from '../../deps.ts'
import { admitResetStart, findResetPerson } from '../../store/resets.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { openCheck, passCheck } from '../sign-in/check-step.ts'
import { tryCorrectionCode } from './correction-try.ts'

/** GET /email-baru */
export function getNewEmail(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    if (c.req.query('hasil') === 'diganti') return respond(c, newEmailDonePage())
    const captcha = await openCheck(c, deps)
    const csrf = deps.vault.csrfToken(c.var.pre)
    return respond(c, newEmailPage({ csrf, username: '', captcha }))
  }
}

/** POST /email-baru: each code costs a check, whoever is named (R-EN-01). */
export function postNewEmail(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const form = await readForm(c, { username: field(200), email_code: field(50) })
    const name = parseLoginName(form.username)
    if (!name.ok)
      return refuseNewEmail(c, deps, { kind: name.problem === 'empty' ? 'nipEmpty' : name.problem })
    const check = await passCheck(c, deps)
    if (check.state !== 'passed') {
      const due = check.state === 'refused' ? check.due : undefined
      return refuseNewEmail(c, deps, { kind: 'captchaDue' }, due)
    }
    const slowed = await slowedUntil(c, deps)
    if (slowed) return refuseNewEmail(c, deps, slowed)
    const problem = await tryCode(c, deps, name.value, form.email_code)
    return problem ? refuseNewEmail(c, deps, problem) : leaveFor(c, paths.newEmailDone)
  }
}

export function newEmailAgain(deps: Deps) {
  return (c: Context<ForVisitor>) => refuseNewEmail(c, deps, { kind: 'stale' })
}

async function tryCode(c: Context<ForVisitor>, deps: Deps, name: LoginName, typed: string) {
  const person = await findResetPerson(deps.sql, name, deps.clock())
  return tryCorrectionCode(deps, { person, visit: c.var.visit }, typed)
}

/** Table 4.1: as many of an address as beginnings of a reset, counted apart. */
async function slowedUntil(
  c: Context<ForVisitor>,
  { sql, vault, site, clock }: Deps,
): Promise<NewEmailProblem | undefined> {
  const { visit } = c.var
  const now = clock()
  const keys = {
    addressMinute: vault.throttleKey('email codes of an address a minute', visit.alone),
    addressHour: vault.throttleKey('email codes of an address an hour', visit.alone),
  }
  const factor = addressFactor(site.isOffice(visit.address))
  const admitted = await admitResetStart(sql, keys, { addressFactor: factor, now })
  if (admitted.kind !== 'slowed') return undefined
  const seconds = Math.max(Math.ceil(secondsBetween(now, admitted.until)), 1)
  return { ...admitted, seconds }
}

async function refuseNewEmail(
  c: Context<ForVisitor>,
  deps: Deps,
  problem: NewEmailProblem,
  due?: DueCaptcha,
) {
  const { username } = await readForm(c, { username: field(200) })
  const captcha = due ?? (await openCheck(c, deps))
  const csrf = deps.vault.csrfToken(c.var.pre)
  return refuseForm(c, newEmailPage({ csrf, username, captcha, problem }), problem, deps.clock())
}
