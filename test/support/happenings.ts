import type { Happening } from '#domain/audit/event.ts'
import type { Told } from '#domain/notice/notice.ts'

const REASON = 'Pegawai datang ke loket dengan kartu pegawai'

const LATER = new Date('2026-11-21T05:15:00Z')
const to = 's…@instansi.example'
const helped = {
  evidence: 'present',
  ticket: 'BKD-2026-118',
  reason: 'HP hilang di perjalanan dinas, datang dengan kartu pegawai.',
} as const
const help = { cause: 'phoneLost', ...helped } as const

const site = {
  site: 'AAAAAAAAAAAAAAAAAAAAAA',
  request: '00000000-0000-4000-8000-000000000003',
  name: 'Portal BKPSDM Kabupaten Contoh',
  origins: ['https://bkpsdm.contoh.example', 'https://www.contoh.example:8443'],
}
const agreed = {
  ...site,
  askedBy: '00000000-0000-4000-8000-000000000002',
  reason: 'Alamatnya sudah dicocokkan dengan surat.',
}

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
  archiveAsked: { kind: 'archiveAsked' },
  documentShared: { kind: 'documentShared' },
  sharePinsWrong: { kind: 'sharePinsWrong' },
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
  lockLifted: { kind: 'lockLifted', reason: REASON },
  disabledByAgency: { kind: 'disabledByAgency', reason: REASON },
  enabledByAgency: { kind: 'enabledByAgency', reason: REASON },
  frozenByAgency: { kind: 'frozenByAgency', reason: REASON },
  deskNoted: { kind: 'deskNoted', reason: REASON, ticket: 'LY-0417' },
  mailSentByAgency: { kind: 'mailSentByAgency', about: 'activation', reason: REASON },
  deskLimitReached: { kind: 'deskLimitReached', limit: 'views' },
  mandateGiven: {
    kind: 'mandateGiven',
    role: 'officer',
    mandate: '00000000-0000-4000-8000-000000000001',
    until: LATER,
    reason: 'Menggantikan petugas yang pensiun.',
  },
  mandateEnded: {
    kind: 'mandateEnded',
    role: 'officer',
    mandate: '00000000-0000-4000-8000-000000000001',
    reason: 'Pindah tugas ke bidang yang lain.',
  },
  mandateLaidDown: {
    kind: 'mandateLaidDown',
    role: 'officer',
    mandate: '00000000-0000-4000-8000-000000000001',
  },
  mandateEnding: {
    kind: 'mandateEnding',
    role: 'officer',
    mandate: '00000000-0000-4000-8000-000000000001',
    until: LATER,
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
  twoPersonResetsSet: { kind: 'twoPersonResetsSet', on: false },
  logDiffers: { kind: 'logDiffers', look: 12, differences: 3 },
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
  importReceived: {
    kind: 'importReceived',
    upload: '00000000-0000-7000-8000-000000000002',
    file: 'pegawai.csv',
    sha256: 'ab'.repeat(32),
  },
  importOrdered: {
    kind: 'importOrdered',
    upload: '00000000-0000-7000-8000-000000000002',
    order: 'apply',
  },
  employeeViewed: { kind: 'employeeViewed' },
  mandateAsked: {
    kind: 'mandateAsked',
    role: 'officer',
    until: LATER,
    reason: 'Menggantikan petugas yang pensiun.',
  },
  mandateRequestOver: { kind: 'mandateRequestOver', role: 'officer', how: 'declined' },
  agencyAdded: { kind: 'agencyAdded', code: '9801', name: 'Kabupaten Contoh', zone: 'WIB' },
  agencyChanged: { kind: 'agencyChanged', code: '9801', name: 'Kabupaten Contoh', zone: 'WIT' },
  agencyCodeWrong: { kind: 'agencyCodeWrong' },
  emailCorrectionWrong: { kind: 'emailCorrectionWrong' },
  listExported: { kind: 'listExported', of: 'agency' },
  embedSiteAsked: {
    kind: 'embedSiteAsked',
    wish: 'add',
    agency: '00000000-0000-4000-8000-000000000001',
    reason: 'Permintaan BKPSDM lewat surat 800/12/2026.',
    ...site,
  },
  embedSiteRequestOver: { kind: 'embedSiteRequestOver', how: 'withdrawn', ...site },
  embedSiteAdded: {
    kind: 'embedSiteAdded',
    agency: '00000000-0000-4000-8000-000000000001',
    ...agreed,
  },
  embedSiteChanged: { kind: 'embedSiteChanged', ...agreed },
  embedSiteEnded: { kind: 'embedSiteEnded', ...agreed },
}
