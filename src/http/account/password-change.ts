import type { Context } from 'hono'
import { changePassword, type PasswordChangeProblem } from '#domain/password/change.ts'
import { readTypedPassword } from '#domain/password/typed-password.ts'
import type { Deps, ForProven, Place } from '../../deps.ts'
import { findPasswordOwner, type StoredPassword } from '../../store/credentials.ts'
import { addEvent } from '../../store/events.ts'
import { changePassword as keepPassword } from '../../store/own-password.ts'
import { admitPasswordTry, giveBackPasswordTry } from '../../store/password-tries.ts'
import { field, readForm } from '../form.ts'
import { throttleKeys } from '../sign-in/throttle-keys.ts'
import { ownAct } from './own-act.ts'
import { tooOften } from './own-allowance.ts'

export type PasswordChangeAnswer =
  | { kind: 'changed'; sid: string }
  | { kind: 'gone' }
  | { kind: 'no'; problem: Refused }

type Refused =
  | PasswordChangeProblem
  | { kind: 'currentWrong' }
  | { kind: 'slowed'; until: Date }
  | { kind: 'tooManyPasswords' }

/** The new password is judged first, which costs no hash; the present one is counted (R-RL-06). */
export async function takePasswordChange(
  deps: Deps,
  c: Context<ForProven>,
  place: Place,
): Promise<PasswordChangeAnswer> {
  const form = await readForm(c, {
    current_password: field(2000),
    new_password: field(2000),
    confirm_password: field(2000),
  })
  const { current_password: current, new_password: typed, confirm_password: confirmation } = form
  const owner = await findPasswordOwner(deps.sql, c.var.current.person.id)
  const chosen = changePassword({ current, typed, confirmation }, owner, deps.rule)
  if (!chosen.ok) return { kind: 'no', problem: chosen.problem }
  if (!owner.password) return { kind: 'gone' }
  const wait = await tooOften(deps, c.var)
  if (wait) return { kind: 'no', problem: wait }
  const admitted = await admit(deps, c)
  if (admitted.kind !== 'admitted') return { kind: 'no', problem: admitted }
  const { counted } = admitted
  try {
    const { password: verified } = owner
    if (!(await isRight(deps, verified, current, place))) return await refuseCurrent(deps, c)
    return await keep(deps, c, { verified, typed: chosen.value, counted, place })
  } catch (problem) {
    await giveBackPasswordTry(deps.sql, counted)
    throw problem
  }
}

/** Whoever is signed in sits at a browser that their sign-in made known; its counters are theirs. */
async function admit(
  deps: Deps,
  c: Context<ForProven>,
): Promise<
  | { kind: 'admitted'; counted: Buffer[] }
  | Extract<Refused, { kind: 'slowed' | 'tooManyPasswords' }>
> {
  const keys = throttleKeys(deps, { person: c.var.current.person.id }, c.var.visit)
  const attempt = { isPerson: true, isKnownBrowser: true, captchaPassed: false, addressFactor: 1 }
  const admitted = await admitPasswordTry(deps.sql, keys, attempt, deps.clock())
  if (admitted.kind === 'admitted' || admitted.kind === 'slowed') return admitted
  return { kind: 'tooManyPasswords' }
}

function isRight(
  { passwords }: Deps,
  kept: StoredPassword,
  typed: string,
  place: Place,
): Promise<boolean> {
  const readable = readTypedPassword(typed)
  if (!readable.ok) return Promise.resolve(false)
  return place.run(() => passwords.matches(kept, readable.value))
}

async function refuseCurrent(deps: Deps, c: Context<ForProven>): Promise<PasswordChangeAnswer> {
  const { event } = ownAct(deps, c)
  await addEvent(deps.sql, { ...event, happening: { kind: 'passwordWrong' } })
  return { kind: 'no', problem: { kind: 'currentWrong' } }
}

type Right = { verified: StoredPassword; typed: string; counted: readonly Buffer[]; place: Place }

async function keep(
  deps: Deps,
  c: Context<ForProven>,
  { verified, typed, counted, place }: Right,
): Promise<PasswordChangeAnswer> {
  const { vault, passwords, sql } = deps
  const password = await place.run(() => passwords.hash(typed))
  const sid = vault.newToken()
  const known = c.var.visit.known ? vault.tokenHash(c.var.visit.known) : undefined
  const act = ownAct(deps, c)
  const renewed = vault.tokenHash(sid)
  const done = await keepPassword(sql, { act, verified, password, counted, renewed, known })
  if (done.ok) return { kind: 'changed', sid }
  await giveBackPasswordTry(sql, counted)
  return { kind: 'gone' }
}
