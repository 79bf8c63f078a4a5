import type { Context } from 'hono'
import { secondsBetween } from '#domain/instant.ts'
import { parseLoginName } from '#domain/login-name.ts'
import { paths } from '#views/paths.ts'
import { type DueCaptcha, signInPage } from '#views/sign-in/sign-in-page.tsx'
import type { SignInProblem } from '#views/sign-in/sign-in-words.ts'
import type { Deps, ForVisitor } from '../../deps.ts'
import { findSession } from '../../store/sessions.ts'
import { pathOfSignIn } from '../admit.ts'
import { giveCookie, readCookie } from '../cookies.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { openCheck, passCheck } from './check-step.ts'
import { type PasswordAnswer, takePasswordStep } from './password-step.ts'

const BUSY_SECONDS = 5

/** GET /masuk */
export function getSignIn(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const { sql, vault, site, clock } = deps
    const sid = readCookie(c, site, 'sid')
    const now = clock()
    if (sid && (await findSession(sql, vault.tokenHash(sid), { now, touch: false })))
      return seeOther(c, paths.home)
    const notice = c.req.query('sebab') === 'waktu-habis' ? 'tooLate' : undefined
    return respond(c, signInPage({ csrf: vault.csrfToken(c.var.pre), username: '', notice }))
  }
}

/** POST /masuk; `atDeadline` in app.ts makes every answer take the same time. */
export function postSignIn(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const { username, password } = await readForm(c, {
      username: field(200),
      password: field(2000),
    })
    const name = parseLoginName(username)
    // Nothing typed is nobody's failure: counted, it would close the door to all who forget it.
    if (!name.ok)
      return refuseSignIn(c, deps, { kind: name.problem === 'empty' ? 'wrong' : name.problem })
    const place = deps.hashQueue.enter()
    if (!place) return refuseSignIn(c, deps, { kind: 'busy', seconds: BUSY_SECONDS })
    try {
      const check = await passCheck(c, deps)
      if (check.state === 'refused') return refuseSignIn(c, deps, { kind: 'captchaDue' }, check.due)
      const captchaPassed = check.state === 'passed'
      const { visit, pre } = c.var
      const step = { name: name.value, password, visit, pre, captchaPassed }
      return answer(c, deps, await takePasswordStep(deps, step, place), captchaPassed)
    } finally {
      place.leave()
    }
  }
}

/** The form again, as typed, when its token was another browser's or another day's. */
export function signInAgain(deps: Deps) {
  return (c: Context<ForVisitor>) => refuseSignIn(c, deps, { kind: 'stale' })
}

/** Whoever had to pass a check has to pass the next one too: it comes with the answer. */
async function answer(
  c: Context<ForVisitor>,
  deps: Deps,
  found: PasswordAnswer,
  captchaPassed: boolean,
) {
  switch (found.kind) {
    case 'proven': {
      giveCookie(c, deps.site, 'pre', found.pre)
      const { signIn } = found.outcome
      return leaveFor(c, pathOfSignIn({ signIn, mfa: found.credentials.account.mfa }))
    }
    case 'slowed': {
      const seconds = Math.max(Math.ceil(secondsBetween(deps.clock(), found.until)), 1)
      return refuseSignIn(c, deps, { ...found, seconds })
    }
    case 'captchaDue':
      return refuseSignIn(c, deps, found, await openCheck(c, deps))
    default:
      return refuseSignIn(c, deps, found, captchaPassed ? await openCheck(c, deps) : undefined)
  }
}

async function refuseSignIn(
  c: Context<ForVisitor>,
  { vault, clock }: Deps,
  problem: SignInProblem,
  captcha?: DueCaptcha,
) {
  const { username } = await readForm(c, { username: field(200) })
  const csrf = vault.csrfToken(c.var.pre)
  return refuseForm(c, signInPage({ csrf, username, problem, captcha }), problem, clock())
}
