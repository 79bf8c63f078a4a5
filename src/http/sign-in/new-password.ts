import type { Context } from 'hono'
import { choosePassword } from '#domain/password/choose.ts'
import { paths } from '#views/paths.ts'
import { newPasswordPage } from '#views/sign-in/new-password-page.tsx'
import type { NewPasswordProblem } from '#views/sign-in/new-password-words.ts'
import type { Deps, ForMidway, Place } from '../../deps.ts'
import { findPasswordOwner, type PasswordOwner } from '../../store/credentials.ts'
import { addEvent } from '../../store/events.ts'
import { openSession } from '../../store/sessions.ts'
import { replaceWeakPassword } from '../../store/sign-ins.ts'
import { pathOfSignIn } from '../admit.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { giveSession, prepareSession } from '../session/opening.ts'
import { originOf } from '../visit.ts'

const BUSY_SECONDS = 5

/** GET /masuk/password-baru */
export function getNewPassword(deps: Deps) {
  return (c: Context<ForMidway>) => {
    const { midway } = c.var
    if (pathOfSignIn(midway) !== paths.newPassword) return seeOther(c, pathOfSignIn(midway))
    const csrf = deps.vault.csrfToken(c.var.pre)
    return respond(c, newPasswordPage({ csrf, rule: deps.rule, username: midway.person.nip }))
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
      const chosen = await choose(deps, c, owner, place)
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

/** The old hash is asked only about a password that the rule would take. */
async function choose(
  { rule, passwords }: Deps,
  c: Context<ForMidway>,
  owner: PasswordOwner,
  place: Place,
) {
  const form = { new_password: field(2000), confirm_password: field(2000) }
  const { new_password: typed, confirm_password: confirmation } = await readForm(c, form)
  const first = choosePassword({ typed, confirmation, matchesOld: false }, owner, rule)
  if (!first.ok || !owner.password) return first
  const { password: kept } = owner
  const matchesOld = await place.run(() => passwords.matches(kept, typed))
  return choosePassword({ typed, confirmation, matchesOld }, owner, rule)
}

async function keep(deps: Deps, c: Context<ForMidway>, password: string, place: Place) {
  const { midway } = c.var
  const { id: person } = midway.person
  const hash = await place.run(() => deps.passwords.hash(password))
  const now = deps.clock()
  const isLast = midway.signIn.state === 'secondFactorProven'
  const opening = prepareSession(deps, c, { from: 'secondFactorProven', by: 'newPassword', now })
  const change = { id: midway.id, person, password: hash, now }
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

function refuseNewPassword(
  c: Context<ForMidway>,
  { vault, rule, clock }: Deps,
  problem: NewPasswordProblem,
) {
  const csrf = vault.csrfToken(c.var.pre)
  const page = newPasswordPage({ csrf, rule, username: c.var.midway.person.nip, problem })
  return refuseForm(c, page, problem, clock())
}
