import type { Context, Handler, Hono } from 'hono'
import { paths } from '#views/paths.ts'
import type { Deps, ForAnyone } from '../deps.ts'
import { activationAgain, getActivation, postActivation } from './activation/activation.ts'
import { getPractice, postPractice, practiceAgain } from './activation/practice.ts'
import {
  getRecoveryCodes,
  getRecoveryCodesFile,
  postRecoveryCodes,
} from './activation/recovery-codes.ts'
import { type Audiences, admit, boundTo } from './admit.ts'
import { getCaptchaPicture } from './captcha/picture.ts'
import { getCaptchaSound } from './captcha/sound.ts'
import { refuseStale } from './forgery.ts'
import { getHome } from './home/home.ts'
import { getNotMe, notMeAgain, postNotMe } from './not-me/not-me.ts'
import { getCspReports, postCspReports } from './public/csp-reports.ts'
import { getHealth, getReadiness } from './public/health.ts'
import { getHelp, getLanding } from './public/pages.ts'
import {
  getSessionClock,
  getSessionExtension,
  getSessionOver,
  postSessionExtension,
} from './session/session-clock.ts'
import { getSignOut, postSignOut } from './session/sign-out.ts'
import { codeAgain, getCode, postCode } from './sign-in/code.ts'
import { getNewPassword, newPasswordAgain, postNewPassword } from './sign-in/new-password.ts'
import { getSignIn, postSignIn, signInAgain } from './sign-in/sign-in.ts'

/** Every address and who may ask it; a POST names the form that a stale token brings back. */
export const routes = [
  route('GET', paths.landing, 'anyone', getLanding),
  route('GET', paths.help, 'anyone', getHelp),
  route('GET', '/healthz', 'anyone', getHealth),
  route('GET', '/readyz', 'anyone', getReadiness),

  route('GET', '/csp', 'anyone', getCspReports),
  route('POST', '/csp', 'anyone', postCspReports),

  route('GET', paths.signIn, 'visitor', getSignIn),
  route('POST', paths.signIn, 'visitor', postSignIn, signInAgain),
  route('GET', paths.code, 'midway', getCode),
  route('POST', paths.code, 'midway', postCode, codeAgain),
  route('GET', paths.newPassword, 'midway', getNewPassword),
  route('POST', paths.newPassword, 'midway', postNewPassword, newPasswordAgain),

  route('GET', '/pemeriksaan/:id/gambar', 'anyone', getCaptchaPicture),
  route('GET', '/pemeriksaan/:id/suara', 'anyone', getCaptchaSound),

  route('GET', paths.activation, 'midway', getActivation),
  route('POST', paths.activation, 'midway', postActivation, activationAgain),
  route('GET', paths.recoveryCodes, 'person', getRecoveryCodes),
  route('POST', paths.recoveryCodes, 'person', postRecoveryCodes),
  route('GET', paths.recoveryCodesFile, 'person', getRecoveryCodesFile),
  route('GET', paths.practice, 'person', getPractice),
  route('POST', paths.practice, 'person', postPractice, practiceAgain),

  route('GET', paths.notMe(':token'), 'visitor', getNotMe),
  route('POST', paths.notMe(':token'), 'visitor', postNotMe, notMeAgain),

  route('GET', paths.home, 'person', getHome),
  route('GET', paths.sessionClock, 'anyone', getSessionClock),
  route('GET', paths.sessionExtension, 'person', getSessionExtension),
  route('POST', paths.sessionExtension, 'person', postSessionExtension),
  route('GET', paths.sessionOver, 'anyone', getSessionOver),
  route('GET', paths.signOut, 'anyone', getSignOut),
  route('POST', paths.signOut, 'person', postSignOut),
]

type Again<A extends keyof Audiences> = (
  deps: Deps,
) => (c: Context<Audiences[A]>) => Promise<Response> | Response

/** A handler that reads `c.var.current` compiles here only under the audience `person`. */
function route<A extends keyof Audiences>(
  method: 'GET' | 'POST',
  path: string,
  audience: A,
  answer: (deps: Deps) => Handler<Audiences[A]>,
  again?: Again<A>,
) {
  const mount = (app: Hono<ForAnyone>, deps: Deps) =>
    app.on(
      method,
      [path],
      admit[audience](deps),
      refuseStale(deps, boundTo[audience], again?.(deps)),
      answer(deps),
    )
  return { method, path, audience, mount }
}
