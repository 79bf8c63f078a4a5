import type { Change } from '../import/verdict.ts'
import type { PersonId } from '../person.ts'

/** Where a request came from, as coarse as the owner needs to recognise it. */
export type Origin = { browser: string; network: string }

/** What happened; names and shapes are for ever, since the record is append-only (R-AU-01). */
export type Happening =
  | { kind: 'passwordWrong' }
  | { kind: 'signInRefused'; reason: 'disabled' | 'frozen' }
  | {
      kind: 'signedIn'
      by: 'code' | 'recoveryCode' | 'activation' | 'newPassword'
      browser: 'known' | 'new'
    }
  | { kind: 'signedOut' }
  | { kind: 'codeWrong'; reason: string; inARow: number }
  | { kind: 'codeReplayed' }
  | { kind: 'codesLocked'; until: Date }
  | { kind: 'recoveryCodeWrong' }
  | { kind: 'recoveryCodeUsed'; left: number }
  | { kind: 'recoveryCodesMade'; occasion: 'activation' | 'renewal' }
  | { kind: 'recoveryCodesSaved' }
  | { kind: 'mfaActivated'; device: string }
  | { kind: 'oldDeviceProven'; device: string }
  | { kind: 'weakPasswordReplaced' }
  | { kind: 'passwordHashUpgraded' }
  | { kind: 'frozen' }
  | { kind: 'imported'; run: string }
  | { kind: 'importChanged'; run: string; changes: readonly Change[]; activated: boolean }
  | { kind: 'legacyPasswordDeleted' }

/** A happening about `person`, done by `actor`, kept in the transaction of the change it tells. */
export type AuditEvent = Origin & {
  at: Date
  person: PersonId
  actor: PersonId
  happening: Happening
}
