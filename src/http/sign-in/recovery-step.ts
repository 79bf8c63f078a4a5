import type { Context } from 'hono'
import type { Happening } from '#domain/audit/event.ts'
import { parseRecoveryCode, type RecoveryCode } from '#domain/mfa/recovery-code.ts'
import type { PersonId } from '#domain/person.ts'
import { afterSecondFactor } from '#domain/sign-in/sign-in.ts'
import type { Deps, ForMidway, Place } from '../../deps.ts'
import { addEvent } from '../../store/events.ts'
import {
  admitRecoveryTry,
  findRecoveryCode,
  giveBackRecoveryTry,
  useRecoveryCode,
} from '../../store/recovery-sets.ts'
import { prepareSession } from '../session/opening.ts'
import { originOf } from '../visit.ts'
import type { CodeAnswer } from './code-step.ts'

const BUSY_SECONDS = 5
const NAME_LENGTH = 2

/** Counted before it is looked at, hashed like a password, used once (R-RS-06). */
export async function takeRecoveryStep(
  deps: Deps,
  c: Context<ForMidway>,
  typed: string,
): Promise<CodeAnswer> {
  const code = parseRecoveryCode(typed)
  if (!code.ok) return { kind: 'no', problem: code.problem }
  const place = deps.hashQueue.enter()
  if (!place) return { kind: 'no', problem: { kind: 'busy', seconds: BUSY_SECONDS } }
  const { person } = c.var.midway
  try {
    const admitted = await admitRecoveryTry(deps.sql, person.id, deps.clock())
    if (admitted.kind !== 'admitted') return { kind: 'no', problem: admitted }
    return await evaluate(deps, c, code.value, place)
  } finally {
    place.leave()
  }
}

async function evaluate(deps: Deps, c: Context<ForMidway>, code: RecoveryCode, place: Place) {
  const { person } = c.var.midway
  try {
    const name = code.slice(0, NAME_LENGTH)
    const matches = await isRecoveryCode(deps, person.id, code, place)
    return matches ? await use(deps, c, name) : await refuse(deps, c)
  } catch (problem) {
    await giveBackRecoveryTry(deps.sql, person.id)
    throw problem
  }
}

/** A name that no code has costs as much as one with. */
export async function isRecoveryCode(
  { sql, passwords }: Deps,
  person: PersonId,
  code: RecoveryCode,
  place: Place,
): Promise<boolean> {
  const kept = await findRecoveryCode(sql, person, code.slice(0, NAME_LENGTH))
  const secret = code.slice(NAME_LENGTH)
  if (!kept) return place.run(() => passwords.decoy(secret))
  return place.run(() => passwords.matches({ kind: 'own', body: kept.body }, secret))
}

async function use(deps: Deps, c: Context<ForMidway>, name: string): Promise<CodeAnswer> {
  const { midway } = c.var
  const now = deps.clock()
  const weakPassword = midway.signIn.state === 'passwordProven' && midway.signIn.weakPassword
  const waits = afterSecondFactor({ weakPassword }) === 'newPassword'
  const opening = prepareSession(deps, c, { from: 'passwordProven', by: 'recoveryCode', now })
  const used = await useRecoveryCode(deps.sql, {
    person: midway.person.id,
    name,
    signIn: midway.id,
    session: waits ? undefined : opening.session,
    now,
    event: (left) => event(c, { kind: 'recoveryCodeUsed', left }, now),
  })
  return used ? { kind: 'proven', opening } : { kind: 'no', problem: { kind: 'recoveryWrong' } }
}

async function refuse(deps: Deps, c: Context<ForMidway>): Promise<CodeAnswer> {
  await addEvent(deps.sql, event(c, { kind: 'recoveryCodeWrong' }, deps.clock()))
  return { kind: 'no', problem: { kind: 'recoveryWrong' } }
}

function event(c: Context<ForMidway>, happening: Happening, now: Date) {
  const { id } = c.var.midway.person
  return { ...originOf(c.var.visit), at: now, person: id, actor: id, happening }
}
