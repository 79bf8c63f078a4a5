import { no, ok, type Result } from '../result.ts'
import { isProofEnough, mfaLeft, proofAsked, type ResetSubject } from './policy.ts'
import type { DoneReset, Reset } from './reset.ts'

export type FinishRefused = { kind: 'elsewhere' | 'disabled' | 'proofMissing' }

export type FinishedReset = { reset: DoneReset; unfreezes: boolean }

/**
 * The new password counts. What is asked is judged again, for since the last step the person may
 * have got an office, or said *Bukan saya*.
 */
export function finishReset(
  reset: Reset,
  subject: ResetSubject,
  now: Date,
): Result<FinishedReset, FinishRefused> {
  const { account } = subject
  if (reset.state !== 'ready') return no({ kind: 'elsewhere' })
  if (account.state === 'disabled') return no({ kind: 'disabled' })
  if (!isProofEnough(reset.proof, proofAsked(subject, now))) return no({ kind: 'proofMissing' })
  const { id, person, expiresAt } = reset
  const mfa = mfaLeft(subject, reset.proof, now)
  const done: DoneReset = { id, person, expiresAt, state: 'done', mfa }
  return ok({ reset: done, unfreezes: account.state === 'frozen' })
}
