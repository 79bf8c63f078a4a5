import type { Context } from 'hono'
import { AFTER_RESET } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import { signInPage } from '#views/sign-in/sign-in-page.tsx'
import type { SignInNotice } from '#views/sign-in/sign-in-words.ts'
import type { Deps, ForVisitor } from '../../deps.ts'
import { findSession } from '../../store/sessions.ts'
import { readCookie } from '../cookies.ts'
import { respond, seeOther } from '../respond.ts'
import { type CredentialsDoor, refuseCredentials, takeCredentials } from './credentials.ts'

const DOOR: CredentialsDoor = { wants: 'session', page: signInPage }

/** GET /masuk */
export function getSignIn(deps: Deps) {
  return async (c: Context<ForVisitor>) => {
    const { sql, vault, site, clock } = deps
    const sid = readCookie(c, site, 'sid')
    const now = clock()
    if (sid && (await findSession(sql, vault.tokenHash(sid), { now, touch: false })))
      return seeOther(c, paths.home)
    const notice = noticeOf(c.req.query('sebab'))
    return respond(c, signInPage({ csrf: vault.csrfToken(c.var.pre), username: '', notice }))
  }
}

/** POST /masuk */
export function postSignIn(deps: Deps) {
  return (c: Context<ForVisitor>) => takeCredentials(c, deps, DOOR)
}

/** The form again, as typed, when its token was another browser's or another day's. */
export function signInAgain(deps: Deps) {
  return (c: Context<ForVisitor>) => refuseCredentials(c, deps, DOOR, { kind: 'stale' })
}

function noticeOf(reason: string | undefined): SignInNotice | undefined {
  if (reason === 'waktu-habis') return 'tooLate'
  return (['none', 'reactivation', 'kept'] as const).find((mfa) => AFTER_RESET[mfa] === reason)
}
