import type { Context } from 'hono'
import { secondsBetween } from '#domain/instant.ts'
import { parseLoginName } from '#domain/login-name.ts'
import type { SignInWish } from '#domain/sign-in/sign-in.ts'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import type { Page } from '#views/page.tsx'
import type { DueCaptcha } from '#views/sign-in/credentials-form.tsx'
import type { SignInProblem } from '#views/sign-in/sign-in-words.ts'
import type { Deps, ForVisitor } from '../../deps.ts'
import { giveCookie } from '../cookies.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm } from '../respond.ts'
import { pathOfSignIn } from '../where-it-stands.ts'
import { openCheck, passCheck } from './check-step.ts'
import { type PasswordAnswer, takePasswordStep } from './password-step.ts'

/** A page that asks for name and password, and what they are asked for. */
export type CredentialsDoor = {
  wants: SignInWish
  page: (form: {
    csrf: string
    username: string
    problem: SignInProblem
    captcha: DueCaptcha | undefined
  }) => Page
}

/** `atDeadline` in app.ts makes every answer take the same time. */
export async function takeCredentials(
  c: Context<ForVisitor>,
  deps: Deps,
  door: CredentialsDoor,
): Promise<Response> {
  const { username, password } = await readForm(c, {
    username: field(200),
    password: field(2000),
  })
  const name = parseLoginName(username)
  // Nothing typed is nobody's failure: counted, it would close the door to all who forget it.
  if (!name.ok)
    return refuseCredentials(c, deps, door, {
      kind: name.problem === 'empty' ? 'wrong' : name.problem,
    })
  const place = deps.hashQueue.enter()
  if (!place) return refuseCredentials(c, deps, door, { kind: 'busy', seconds: BUSY_SECONDS })
  try {
    const check = await passCheck(c, deps)
    if (check.state === 'refused')
      return refuseCredentials(c, deps, door, { kind: 'captchaDue' }, check.due)
    const captchaPassed = check.state === 'passed'
    const { visit, pre } = c.var
    const step = { name: name.value, password, visit, pre, wants: door.wants, captchaPassed }
    return answer(c, deps, door, await takePasswordStep(deps, step, place), captchaPassed)
  } finally {
    place.leave()
  }
}

/** Whoever had to pass a check has to pass the next one too: it comes with the answer. */
async function answer(
  c: Context<ForVisitor>,
  deps: Deps,
  door: CredentialsDoor,
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
      return refuseCredentials(c, deps, door, { ...found, seconds })
    }
    case 'captchaDue':
      return refuseCredentials(c, deps, door, found, await openCheck(c, deps))
    default:
      return refuseCredentials(
        c,
        deps,
        door,
        found,
        captchaPassed ? await openCheck(c, deps) : undefined,
      )
  }
}

/** The form again, with the name as typed and without the password. */
export async function refuseCredentials(
  c: Context<ForVisitor>,
  { vault, clock }: Deps,
  door: CredentialsDoor,
  problem: SignInProblem,
  captcha?: DueCaptcha,
) {
  const { username } = await readForm(c, { username: field(200) })
  const csrf = vault.csrfToken(c.var.pre)
  return refuseForm(c, door.page({ csrf, username, problem, captcha }), problem, clock())
}
