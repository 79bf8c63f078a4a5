import type { Context } from 'hono'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import { paths } from '#views/paths.ts'
import {
  type NewPasswordDoor,
  newPasswordPage,
  WANTED_DOOR,
} from '#views/sign-in/new-password-page.tsx'
import type { NewPasswordProblem } from '#views/sign-in/new-password-words.ts'
import type { Deps, ForMidway, Place } from '../../deps.ts'
import { findPasswordOwner } from '../../store/credentials.ts'
import { addEvent } from '../../store/events.ts'
import { openSession } from '../../store/sessions.ts'
import { replaceWeakPassword } from '../../store/sign-ins.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { giveSession, prepareSession } from '../session/opening.ts'
import { originOf } from '../visit.ts'
import { pathOfSignIn } from '../where-it-stands.ts'
import { readNewPassword } from './read-new-password.ts'

/** GET /masuk/password-baru */
export function getNewPassword(deps: Deps) {
  return (c: Context<ForMidway>) => {
    const { midway } = c.var
    if (pathOfSignIn(midway) !== paths.newPassword) return seeOther(c, pathOfSignIn(midway))
    const csrf = deps.vault.csrfToken(c.var.pre)
    return respond(
      c,
      newPasswordPage({ csrf, rule: deps.rule, username: midway.person.nip, ...doorOf(c) }),
    )
  }
}

/** POST /masuk/password-baru: two hashes, the comparison with the old one and the new one. */
export function postNewPassword(deps: Deps) {
  return async (c: Context<ForMidway>) => {
    const { midway } = c.var
    if (pathOfSignIn(midway) !== paths.newPassword) return leaveFor(c, pathOfSignIn(midway))
    const place = deps.hashQueue.enter()
    if (!place) return refuseNewPassword(c, deps, { kind: 'busy', seconds: BUSY_SECONDS })
    try {
      const owner = await findPasswordOwner(deps.sql, midway.person.id)
      const chosen = await readNewPassword(deps, c, owner, {
        place,
        journey: midway.id.toString('hex'),
      })
      if (!chosen.ok) return refuseNewPassword(c, deps, chosen.problem)
      return await keep(deps, c, chosen.value, place)
    } finally {
      place.leave()
    }
  }
}

export function newPasswordAgain(deps: Deps) {
  return (c: Context<ForMidway>) =>
    pathOfSignIn(c.var.midway) === paths.newPassword
      ? refuseNewPassword(c, deps, { kind: 'stale' })
      : leaveFor(c, pathOfSignIn(c.var.midway))
}

async function keep(deps: Deps, c: Context<ForMidway>, password: string, place: Place) {
  const { midway } = c.var
  const { id: person } = midway.person
  const hash = await place.run(() => deps.passwords.hash(password))
  const now = deps.clock()
  const isLast = midway.signIn.state === 'secondFactorProven'
  const opening = prepareSession(deps, c, { from: 'secondFactorProven', by: 'newPassword', now })
  const { known } = opening.session.sent
  const change = { id: midway.id, person, password: hash, known, now }
  const done = await replaceWeakPassword(deps.sql, change, async (tx) => {
    const happening = { kind: 'weakPasswordReplaced' } as const
    await addEvent(tx, { ...originOf(c.var.visit), at: now, person, actor: person, happening })
    return isLast ? openSession(tx, opening.session) : true
  })
  if (!done) return leaveFor(c, paths.signInTooLate)
  if (!isLast) return leaveFor(c, paths.activation)
  giveSession(c, deps, opening)
  return leaveFor(c, paths.home)
}

/** Whoever came for another password is not told that the old one is too weak. */
function doorOf(c: Context<ForMidway>): { door?: NewPasswordDoor } {
  return c.var.midway.signIn.wants === 'newPassword' ? { door: WANTED_DOOR } : {}
}

function refuseNewPassword(
  c: Context<ForMidway>,
  { vault, rule, clock }: Deps,
  problem: NewPasswordProblem,
) {
  const csrf = vault.csrfToken(c.var.pre)
  const username = c.var.midway.person.nip
  const page = newPasswordPage({ csrf, rule, username, ...doorOf(c), problem })
  return refuseForm(c, page, problem, clock())
}
