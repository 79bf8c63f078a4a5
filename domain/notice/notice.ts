import type { Happening } from '../audit/event.ts'
import type { Change } from '../import/verdict.ts'

/** What no mail tells: too common, too early to mean anything, or told with something else. */
export type Untold = Extract<
  Happening,
  {
    kind:
      | 'passwordWrong'
      | 'signInRefused'
      | 'signedOut'
      | 'recoveryCodeWrong'
      | 'recoveryCodesSaved'
      | 'passwordHashUpgraded'
      | 'steppedUp'
      | 'hatChanged'
      | 'sessionEnded'
      | 'otherSessionsEnded'
      | 'resetCodeMade'
      | 'imported'
      | 'legacyPasswordDeleted'
      | 'importReceived'
      | 'importOrdered'
      | 'employeeViewed'
      | 'mandateAsked'
      | 'mandateRequestOver'
      | 'agencyAdded'
      | 'agencyChanged'
      | 'agencyCodeWrong'
      | 'emailCorrectionWrong'
      | 'listExported'
      | 'embedSiteAsked'
      | 'embedSiteRequestOver'
      | 'embedSiteAdded'
      | 'embedSiteChanged'
      | 'embedSiteEnded'
  }
>

/** What a mail may tell (R-NO-01). */
export type Told = Exclude<Happening, Untold>

/** `now` goes out before `soon`, where many wait: what an owner may still have time to stop. */
export type Telling = 'notTold' | 'soon' | 'now'

/** So many wrong codes in a row are no slip any more. */
const WORRYING = 3

const WORTH_TELLING: readonly Change[] = [
  'agency',
  'number',
  'userName',
  'email',
  'closed',
  'reopened',
  'devices',
]

/**
 * Whether a happening is told to its owner, and how soon. An activation tells of its own session
 * and codes. The model of `notice_urgency` in migrations, which tells of what it does not know.
 */
export function noticeOf(happening: Happening): Telling {
  switch (happening.kind) {
    case 'passwordWrong':
    case 'signInRefused':
    case 'signedOut':
    case 'recoveryCodeWrong':
    case 'recoveryCodesSaved':
    case 'passwordHashUpgraded':
    case 'steppedUp':
    case 'hatChanged':
    case 'sessionEnded':
    case 'otherSessionsEnded':
    case 'resetCodeMade':
    case 'imported':
    case 'legacyPasswordDeleted':
    case 'importReceived':
    case 'importOrdered':
    case 'employeeViewed':
    case 'mandateAsked':
    case 'mandateRequestOver':
    case 'agencyAdded':
    case 'agencyChanged':
    case 'agencyCodeWrong':
    case 'emailCorrectionWrong':
    case 'listExported':
    case 'embedSiteAsked':
    case 'embedSiteRequestOver':
    case 'embedSiteAdded':
    case 'embedSiteChanged':
    case 'embedSiteEnded':
      return 'notTold'
    case 'signedIn':
      return happening.browser === 'new' && happening.by !== 'activation' ? 'now' : 'notTold'
    case 'codeWrong':
      return happening.inARow === WORRYING ? 'now' : 'notTold'
    case 'recoveryCodesMade':
      return happening.occasion === 'activation' ? 'notTold' : 'soon'
    case 'recoveryCodeUsed':
    case 'oldDeviceProven':
    case 'weakPasswordReplaced':
    case 'deviceRenamed':
    case 'deskNoted':
    case 'mandateEnding':
      return 'soon'
    case 'codeReplayed':
    case 'codesLocked':
    case 'mfaActivated':
    case 'deviceAdded':
    case 'deviceReplaced':
    case 'deviceRemoved':
    case 'passwordChanged':
    case 'dataExported':
    case 'archiveAsked':
    case 'documentShared':
    case 'sharePinsWrong':
    case 'resetEmailProven':
    case 'passwordReset':
    case 'mfaResetAsked':
    case 'mfaResetGranted':
    case 'mfaResetCancelled':
    case 'frozen':
    case 'unfrozen':
    case 'lockLifted':
    case 'disabledByAgency':
    case 'enabledByAgency':
    case 'frozenByAgency':
    case 'mailSentByAgency':
    case 'deskLimitReached':
    case 'mandateGiven':
    case 'mandateEnded':
    case 'mandateLaidDown':
    case 'agencyResetAsked':
    case 'agencyResetApproved':
    case 'agencyCodeMade':
    case 'agencyCodeVoid':
    case 'agencyCodeUsed':
    case 'emailCorrectionAsked':
    case 'emailCorrectionApproved':
    case 'emailCorrected':
    case 'approvalEnded':
    case 'officerLimitReached':
    case 'twoPersonResetsSet':
    case 'logDiffers':
      return 'now'
    case 'importChanged':
      return happening.activated && happening.changes.some(isWorthTelling) ? 'now' : 'notTold'
  }
}

/** What decides who signs in, where to, and where their mail goes; not how a name is written. */
function isWorthTelling(change: Change): boolean {
  return WORTH_TELLING.includes(change)
}

/** Whether the officers of the person's agency learn of it too; `notice_to_officers` in migrations. */
export function tellsOfficers({ kind }: Happening): boolean {
  return kind === 'frozen'
}

/** Whether the admins of the place where its hat acts learn of it; `alarm_admins` in migrations. */
export function tellsAdmins({ kind }: Happening): boolean {
  return ['deskLimitReached', 'officerLimitReached', 'twoPersonResetsSet'].includes(kind)
}
