import type { Happening } from '#domain/audit/event.ts'
import type { Told } from '#domain/notice/notice.ts'

const LATER = new Date('2026-11-21T05:15:00Z')
const to = 's…@instansi.example'
const helped = {
  evidence: 'present',
  ticket: 'BKD-2026-118',
  reason: 'HP hilang di perjalanan dinas, datang dengan kartu pegawai.',
} as const
const help = { cause: 'phoneLost', ...helped } as const

/** One of each that a mail may tell, so that a new one without its words does not compile. */
export const toldHappenings: { [K in Told['kind']]: Told & { kind: K } } = {
  signedIn: { kind: 'signedIn', by: 'code', browser: 'new' },
  codeWrong: { kind: 'codeWrong', reason: 'wrong', inARow: 3 },
  codeReplayed: { kind: 'codeReplayed' },
  codesLocked: { kind: 'codesLocked', until: LATER },
  recoveryCodeUsed: { kind: 'recoveryCodeUsed', left: 9 },
  recoveryCodesMade: { kind: 'recoveryCodesMade', occasion: 'renewal' },
  mfaActivated: { kind: 'mfaActivated', device: 'HP Samsung' },
  oldDeviceProven: { kind: 'oldDeviceProven', device: 'HP Samsung' },
  weakPasswordReplaced: { kind: 'weakPasswordReplaced' },
  deviceAdded: { kind: 'deviceAdded', device: 'HP Kantor' },
  deviceReplaced: { kind: 'deviceReplaced', device: 'HP Kantor', old: 'HP Samsung' },
  deviceRenamed: { kind: 'deviceRenamed', device: 'HP Kantor', old: 'HP Samsung' },
  deviceRemoved: { kind: 'deviceRemoved', device: 'HP Samsung' },
  passwordChanged: { kind: 'passwordChanged' },
  dataExported: { kind: 'dataExported', as: 'json' },
  resetEmailProven: { kind: 'resetEmailProven' },
  passwordReset: { kind: 'passwordReset', mfa: 'reactivation' },
  mfaResetAsked: { kind: 'mfaResetAsked', opensAt: LATER },
  mfaResetGranted: { kind: 'mfaResetGranted', by: 'email' },
  mfaResetCancelled: { kind: 'mfaResetCancelled' },
  frozen: { kind: 'frozen' },
  unfrozen: { kind: 'unfrozen', by: 'oldDevice' },
  importChanged: {
    kind: 'importChanged',
    run: '00000000-0000-7000-8000-000000000001',
    changes: ['agency', 'email'],
    activated: true,
  },
  agencyResetAsked: { kind: 'agencyResetAsked', ...help },
  agencyResetApproved: { kind: 'agencyResetApproved', reason: help.reason },
  agencyCodeMade: { kind: 'agencyCodeMade', until: LATER, ...help },
  agencyCodeVoid: { kind: 'agencyCodeVoid' },
  agencyCodeUsed: { kind: 'agencyCodeUsed' },
  emailCorrectionAsked: { kind: 'emailCorrectionAsked', to, ...helped },
  emailCorrectionApproved: { kind: 'emailCorrectionApproved', to, reason: help.reason },
  emailCorrected: { kind: 'emailCorrected', to },
  approvalEnded: { kind: 'approvalEnded', of: 'mfaReset', by: 'declined', reason: help.reason },
  officerLimitReached: { kind: 'officerLimitReached', limit: 'resetsADay' },
}

/** One of each. */
export const happenings: { [K in Happening['kind']]: Happening & { kind: K } } = {
  ...toldHappenings,
  passwordWrong: { kind: 'passwordWrong' },
  signInRefused: { kind: 'signInRefused', reason: 'frozen' },
  signedOut: { kind: 'signedOut' },
  recoveryCodeWrong: { kind: 'recoveryCodeWrong' },
  recoveryCodesSaved: { kind: 'recoveryCodesSaved' },
  passwordHashUpgraded: { kind: 'passwordHashUpgraded' },
  steppedUp: { kind: 'steppedUp', by: 'code' },
  hatChanged: { kind: 'hatChanged', role: 'officer' },
  sessionEnded: { kind: 'sessionEnded', of: 'Chrome, Android' },
  otherSessionsEnded: { kind: 'otherSessionsEnded', count: 2 },
  resetCodeMade: { kind: 'resetCodeMade', purpose: 'password' },
  imported: { kind: 'imported', run: '00000000-0000-7000-8000-000000000001' },
  legacyPasswordDeleted: { kind: 'legacyPasswordDeleted' },
  agencyCodeWrong: { kind: 'agencyCodeWrong' },
  emailCorrectionWrong: { kind: 'emailCorrectionWrong' },
  twoPersonResetsSet: { kind: 'twoPersonResetsSet', on: true },
}
