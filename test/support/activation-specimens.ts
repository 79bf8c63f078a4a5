import { qrSquares } from '#src/secrets/qr.ts'
import { at, frame, now, person, records } from '#test/support/specimen-parts.ts'
import { activationPage, activationWaitPage } from '#views/activation/activation-page.tsx'
import type { ActivationProblem } from '#views/activation/activation-words.ts'
import { practicePage } from '#views/activation/practice-page.tsx'
import { newRecoveryCodesPage, recoveryCodesPage } from '#views/activation/recovery-codes-page.tsx'
import type { Page } from '#views/page.tsx'

const csrf = 'token'
const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const uri = `otpauth://totp/ASN%20Digital:198501012010011901?secret=${key}&issuer=ASN%20Digital`

export const activationProblems: {
  [K in ActivationProblem['kind']]: ActivationProblem & { kind: K }
} = {
  empty: { kind: 'empty' },
  length: { kind: 'length', typed: 5 },
  notDigits: { kind: 'notDigits' },
  nameEmpty: { kind: 'nameEmpty' },
  nameTooLong: { kind: 'nameTooLong' },
  nameTaken: { kind: 'nameTaken' },
  expired: { kind: 'expired' },
  late: { kind: 'late', seconds: 90 },
  clockOff: { kind: 'clockOff', seconds: 190 },
  zone: { kind: 'zone', hours: -1 },
  oldQr: { kind: 'oldQr', oldQr: { name: undefined, since: now } },
  wrong: { kind: 'wrong' },
  oldCodeTyped: { kind: 'oldCodeTyped', problem: { kind: 'empty' } },
  oldCodeWrong: { kind: 'oldCodeWrong', refused: { kind: 'wrong' }, left: 3 },
  locked: { kind: 'locked', until: at(900) },
  budgetSpent: { kind: 'budgetSpent' },
  serverClock: { kind: 'serverClock' },
  stale: { kind: 'stale' },
  busy: { kind: 'busy', seconds: 5 },
}

const shown = {
  csrf,
  qr: qrSquares(uri),
  key,
  uri,
  nip: person.nip,
  deviceName: '',
  expiresAt: at(900),
  zone: 'WIB',
  reactivation: false,
  replaces: false,
} as const

/** A minute after the QR code was first shown. */
const returned = { deviceName: 'HP Samsung', expiresAt: at(840), now } as const

const saved = {
  frame,
  csrf,
  codes: Array.from({ length: 10 }, (_, index) => `ABCDEFGHIJKLMNO${'ABCDEFGHIJ'.charAt(index)}`),
  device: 'HP Samsung',
  person,
  madeAt: now,
  zone: 'WIB',
} as const

const offered = { frame, csrf, left: 2 } as const

export const activationSpecimens: Record<string, Page> = {
  activation: activationPage(shown),
  'activation-again': activationPage({ ...shown, reactivation: true }),
  'activation-replaces': activationPage({ ...shown, replaces: true }),
  ...records('activation', activationProblems, (problem) =>
    activationPage({ ...shown, ...returned, reactivation: true, problem }),
  ),
  'activation-first-wrong': activationPage({
    ...shown,
    ...returned,
    problem: activationProblems.wrong,
  }),
  'activation-old-code-last': activationPage({
    ...shown,
    ...returned,
    reactivation: true,
    problem: { kind: 'oldCodeWrong', refused: { kind: 'wrong' }, left: 0 },
  }),
  'activation-wait': activationWaitPage({ until: at(3600), zone: 'WIB', now }),
  'recovery-codes': recoveryCodesPage(saved),
  'recovery-codes-again': recoveryCodesPage({ ...saved, device: undefined }),
  'recovery-codes-lost': newRecoveryCodesPage({ ...offered, reason: 'unsaved' }),
  'recovery-codes-none': newRecoveryCodesPage({ ...offered, reason: 'none', left: 0 }),
  'recovery-codes-few': newRecoveryCodesPage({ ...offered, reason: 'few' }),
  'recovery-codes-wanted': newRecoveryCodesPage({ ...offered, left: 9, reason: 'wanted' }),
  'recovery-codes-busy': newRecoveryCodesPage({
    ...offered,
    reason: 'few',
    problem: { kind: 'busy', seconds: 5 },
  }),
  'recovery-codes-slowed': newRecoveryCodesPage({
    ...offered,
    reason: 'few',
    problem: { kind: 'slowed', until: at(3600), seconds: 3600 },
  }),
  practice: practicePage({ frame, csrf, done: false }),
  'practice-wrong': practicePage({
    frame,
    csrf,
    done: false,
    problem: { kind: 'refused', refused: { kind: 'wrong' }, left: 4 },
  }),
  'practice-done': practicePage({ frame, csrf, done: true }),
}
