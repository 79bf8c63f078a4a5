import type { Context } from 'hono'
import { secondsBetween } from '#domain/instant.ts'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import { passwordPage } from '#views/account/password-page.tsx'
import type { ChangePasswordProblem } from '#views/account/password-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForProven } from '../../deps.ts'
import { giveCookie } from '../cookies.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { takePasswordChange } from './password-change.ts'

/** GET /akun/password */
export function getPassword(deps: Deps) {
  return (c: Context<ForProven>) => respond(c, page(deps, c))
}

/** POST /akun/password: two hashes, of the present password and of the new one. */
export function postPassword(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const place = deps.hashQueue.enter()
    if (!place) return refuse(deps, c, { kind: 'busy', seconds: BUSY_SECONDS })
    try {
      const answer = await takePasswordChange(deps, c, place)
      if (answer.kind === 'gone') return leaveFor(c, paths.account)
      if (answer.kind === 'no') return refuse(deps, c, answer.problem)
      giveCookie(c, deps.site, 'sid', answer.sid)
      return leaveFor(c, paths.accountAfter('password'))
    } finally {
      place.leave()
    }
  }
}

export function passwordAgain(deps: Deps) {
  return (c: Context<ForProven>) => refuse(deps, c, { kind: 'stale' })
}

type Untimed = Exclude<ChangePasswordProblem, { kind: 'slowed' }> | { kind: 'slowed'; until: Date }

function refuse(deps: Deps, c: Context<ForProven>, problem: Untimed) {
  const now = deps.clock()
  const told =
    problem.kind === 'slowed'
      ? { ...problem, seconds: Math.max(Math.ceil(secondsBetween(now, problem.until)), 1) }
      : problem
  return refuseForm(c, page(deps, c, told), told, now)
}

function page(deps: Deps, c: Context<ForProven>, problem?: ChangePasswordProblem) {
  const username = c.var.current.person.nip
  return passwordPage({ frame: frameOf(deps, c.var), rule: deps.rule, username, problem })
}
