import { parseRecoveryCode, type RecoveryCode } from '#domain/mfa/recovery-code.ts'
import type { PersonId } from '#domain/person.ts'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, Place, Visit } from '../../deps.ts'
import { addEvent } from '../../store/events.ts'
import {
  admitRecoveryTry,
  findRecoveryCode,
  giveBackRecoveryTry,
  type UsedRecoveryCode,
} from '../../store/recovery-sets.ts'
import { originOf } from '../visit.ts'

const NAME_LENGTH = 2

/** Whose code is tried, and what using it leads to; false if it was used or came too late. */
export type RecoveryTry = {
  person: PersonId
  visit: Visit
  use: (code: UsedRecoveryCode) => Promise<boolean>
}

/** Counted before it is looked at, hashed like a password, used once (R-RS-06). */
export async function tryRecoveryCode(
  deps: Deps,
  { person, ...one }: RecoveryTry,
  typed: string,
): Promise<CodeProblem | undefined> {
  const code = parseRecoveryCode(typed)
  if (!code.ok) return code.problem
  const place = deps.hashQueue.enter()
  if (!place) return { kind: 'busy', seconds: BUSY_SECONDS }
  try {
    const admitted = await admitRecoveryTry(deps.sql, person, deps.clock())
    if (admitted.kind !== 'admitted') return admitted
    return await evaluate(deps, { person, ...one }, code.value, place)
  } finally {
    place.leave()
  }
}

async function evaluate(
  deps: Deps,
  { person, visit, use }: RecoveryTry,
  code: RecoveryCode,
  place: Place,
): Promise<CodeProblem | undefined> {
  try {
    const matches = await isRecoveryCode(deps, person, code, place)
    const now = deps.clock()
    const event = { ...originOf(visit), at: now, person, actor: person }
    if (!matches) {
      await addEvent(deps.sql, { ...event, happening: { kind: 'recoveryCodeWrong' } })
      return { kind: 'recoveryWrong' }
    }
    const told = (left: number) =>
      ({ ...event, happening: { kind: 'recoveryCodeUsed', left } }) as const
    const used = await use({ person, name: code.slice(0, NAME_LENGTH), now, event: told })
    return used ? undefined : { kind: 'recoveryWrong' }
  } catch (problem) {
    await giveBackRecoveryTry(deps.sql, person)
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
