import type { MandateId, Role } from '../access/mandate.ts'
import type { Zone } from '../agency.ts'
import type { ApprovalKind } from '../approval/approval.ts'
import type { DeskLimit } from '../desk/limits.ts'
import type { UploadOrder } from '../import/upload.ts'
import type { Change } from '../import/verdict.ts'
import type { PersonId } from '../person.ts'
import type { Evidence, ResetCause } from '../reset/issue-code.ts'
import type { MfaResetWay } from '../reset/mfa-reset.ts'
import type { MfaLeft } from '../reset/reset.ts'

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
  /** `off`: by how many seconds the phone is fast (slow: negative), where that is why. */
  | { kind: 'codeWrong'; reason: string; inARow: number; off?: number }
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
  | { kind: 'resetCodeMade'; purpose: 'password' | 'mfa' }
  | { kind: 'resetEmailProven' }
  | { kind: 'passwordReset'; mfa: MfaLeft }
  | { kind: 'unfrozen'; by: 'oldDevice' | 'agencyCode' }
  | { kind: 'mfaResetAsked'; opensAt: Date }
  | { kind: 'mfaResetGranted'; by: MfaResetWay }
  | { kind: 'mfaResetCancelled' }
  | { kind: 'frozen' }
  | { kind: 'steppedUp'; by: 'code' | 'recoveryCode' }
  | { kind: 'hatChanged'; role: Role | undefined }
  | { kind: 'deviceAdded'; device: string }
  | { kind: 'deviceReplaced'; device: string; old: string }
  | { kind: 'deviceRenamed'; device: string; old: string }
  | { kind: 'deviceRemoved'; device: string }
  | { kind: 'passwordChanged' }
  | { kind: 'sessionEnded'; of: string }
  | { kind: 'otherSessionsEnded'; count: number }
  | { kind: 'dataExported'; as: 'json' | 'html' }
  | { kind: 'archiveAsked' }
  | { kind: 'documentShared' }
  | { kind: 'sharePinsWrong' }
  | { kind: 'imported'; run: string }
  | { kind: 'importChanged'; run: string; changes: readonly Change[]; activated: boolean }
  | { kind: 'legacyPasswordDeleted' }
  | { kind: 'importReceived'; upload: string; file: string; sha256: string }
  | { kind: 'importOrdered'; upload: string; order: UploadOrder }
  | { kind: 'employeeViewed' }
  | ({ kind: 'lockLifted' } & ForReason)
  | ({ kind: 'disabledByAgency' } & ForReason)
  | ({ kind: 'enabledByAgency' } & ForReason)
  | ({ kind: 'frozenByAgency' } & ForReason)
  | ({ kind: 'deskNoted' } & ForReason)
  | ({ kind: 'mailSentByAgency'; about: 'activation' | 'mailbox' } & ForReason)
  | { kind: 'deskLimitReached'; limit: DeskLimit }
  | { kind: 'mandateAsked'; role: Role; until: Date; reason: string }
  | { kind: 'mandateRequestOver'; role: Role; how: 'declined' | 'withdrawn' | 'stopped' }
  | { kind: 'mandateGiven'; role: Role; mandate: string; until: Date; reason: string }
  | { kind: 'mandateEnded'; role: Role; mandate: string; reason: string }
  | { kind: 'mandateLaidDown'; role: Role; mandate: string }
  | { kind: 'mandateEnding'; role: Role; mandate: string; until: Date }
  | { kind: 'agencyAdded'; code: string; name: string; zone: Zone }
  | { kind: 'agencyChanged'; code: string; name: string; zone: Zone }
  | ({
      kind: 'embedSiteAsked'
      wish: 'add' | 'change' | 'end'
      agency: string
      reason: string
    } & AboutSite)
  | ({ kind: 'embedSiteRequestOver'; how: 'declined' | 'withdrawn'; reason?: string } & AboutSite)
  | ({ kind: 'embedSiteAdded'; agency: string } & AgreedOnSite)
  | ({ kind: 'embedSiteChanged' } & AgreedOnSite)
  | ({ kind: 'embedSiteEnded' } & AgreedOnSite)
  | { kind: 'logDiffers'; look: number; differences: number }
  | HelpAtTheDesk

/** Why an officer did it, as the person concerned reads it; `ticket`: the case elsewhere. */
export type ForReason = { reason: string; ticket?: string }

/** A site that embeds our pages, by its key, with what is wanted for it, or what it had at its end. */
type AboutSite = { site: string; request: string; name: string; origins: readonly string[] }
type AgreedOnSite = AboutSite & { askedBy: string; reason: string }

/** What officers did for somebody, with their reason, and what came of it (2.6, 2.7). */
type HelpAtTheDesk =
  | ({ kind: 'agencyResetAsked' } & Help)
  | { kind: 'agencyResetApproved'; reason: string }
  | ({ kind: 'agencyCodeMade'; until: Date } & Help)
  | { kind: 'agencyCodeWrong' }
  | { kind: 'agencyCodeVoid' }
  | { kind: 'agencyCodeUsed' }
  | { kind: 'emailCorrectionAsked'; to: string; evidence: Evidence; ticket: string; reason: string }
  | { kind: 'emailCorrectionApproved'; to: string; reason: string }
  | { kind: 'emailCorrectionWrong' }
  | { kind: 'emailCorrected'; to: string }
  | {
      kind: 'approvalEnded'
      of: ApprovalKind
      by: 'declined' | 'withdrawn' | 'stopped'
      reason: string
    }
  | { kind: 'officerLimitReached'; limit: 'resetsADay' | 'resetsOfPerson' | 'correctionsADay' }
  | { kind: 'twoPersonResetsSet'; on: boolean }
  | { kind: 'listExported'; of: 'search' | 'list' | 'agency' | 'gaps' }

type Help = { cause: ResetCause; evidence: Evidence; ticket: string; reason: string }

/**
 * A happening about `person`, done by `actor`, kept in the transaction of the change it tells; `hat`:
 * in whose name, where it is not the actor's own.
 */
export type AuditEvent = Origin & {
  at: Date
  person: PersonId
  /** Nobody is behind what the portal does by itself, or whoever runs it. */
  actor: PersonId | undefined
  hat?: MandateId
  happening: Happening
}
