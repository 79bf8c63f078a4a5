import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import {
  type AskedReset,
  type EmailProvenReset,
  type ReadyReset,
  type Reset,
  untilNextProof,
} from './reset.ts'

export type EmailCodeNotAdmitted = { kind: 'elsewhere' | 'late' | 'void' }

/** `void`: the fifth wrong code ended the reset, which has to start from the beginning. */
export type EmailCodeOutcome =
  | { kind: 'proven'; person: PersonId }
  | { kind: 'wrong'; left: number }
  | { kind: 'void' }

const TRIES_A_CODE = 5

/**
 * R-RL-06: counts a try *before* the code is looked at. The model of `admit_email_code_try` in
 * migrations, which does the same in one statement.
 */
export function admitEmailCode(reset: Reset, now: Date): Result<AskedReset, EmailCodeNotAdmitted> {
  if (reset.state !== 'asked') return no({ kind: 'elsewhere' })
  const { code } = reset
  if (now >= code.expiresAt) return no({ kind: 'late' })
  if (code.tries >= TRIES_A_CODE) return no({ kind: 'void' })
  return ok({ ...reset, code: { ...code, tries: code.tries + 1 } })
}

/** Judges a code that was counted: `tries` is what this one made of it. */
export function tryEmailCode(
  { person, tries }: { person: PersonId | undefined; tries: number },
  matches: boolean,
): EmailCodeOutcome {
  if (matches && person) return { kind: 'proven', person }
  const left = TRIES_A_CODE - tries
  return left > 0 ? { kind: 'wrong', left } : { kind: 'void' }
}

/** Where the right code leads: to a second factor, or at once to the new password. */
export function afterEmailCode(
  { id }: Pick<AskedReset, 'id'>,
  person: PersonId,
  asksFactor: boolean,
  now: Date,
): EmailProvenReset | ReadyReset {
  const flow = { id, person, expiresAt: untilNextProof(now) }
  if (asksFactor) return { ...flow, state: 'emailProven', tries: 0 }
  return { ...flow, state: 'ready', proof: 'mailbox' }
}
