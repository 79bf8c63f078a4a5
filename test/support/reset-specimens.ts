import type { Captcha as CaptchaState } from '#domain/captcha/captcha.ts'
import type { PersonId } from '#domain/person.ts'
import type { MfaReset, MfaResetId, MfaResetWay } from '#domain/reset/mfa-reset.ts'
import { at, frame, now, person, records } from '#test/support/specimen-parts.ts'
import type { Page } from '#views/page.tsx'
import { doorPage } from '#views/reset/door-page.tsx'
import { MFA_DOOR, WEAK_DOOR } from '#views/reset/door-words.ts'
import { emailCodePage } from '#views/reset/email-code-page.tsx'
import { FORGOTTEN_CODE, FORGOTTEN_EMAIL, MFA_EMAIL } from '#views/reset/email-doors.ts'
import { emailPage } from '#views/reset/email-page.tsx'
import type { EmailProblem, TypedEmailCodeProblem } from '#views/reset/email-words.ts'
import { factorPage } from '#views/reset/factor-page.tsx'
import type { FactorProblem, FactorWay } from '#views/reset/factor-words.ts'
import { resetMenuPage } from '#views/reset/menu-page.tsx'
import { mfaCancelPage } from '#views/reset/mfa-cancel-page.tsx'
import { mfaRecoveryPage } from '#views/reset/mfa-recovery-page.tsx'
import { mfaResetPage } from '#views/reset/mfa-reset-page.tsx'
import type { MfaResetProblem } from '#views/reset/mfa-reset-words.ts'
import { FORGOTTEN_DOOR } from '#views/reset/new-password-doors.ts'
import { resetStartPage } from '#views/reset/start-page.tsx'
import type { StartProblem } from '#views/reset/start-words.ts'
import { newPasswordPage, WANTED_DOOR } from '#views/sign-in/new-password-page.tsx'

const csrf = 'token'
const username = person.nip
const zone = 'WIB'
const all = ['device', 'recoveryCode', 'agencyCode'] as const
const until = at(600)

const startProblems: { [K in StartProblem['kind']]: StartProblem & { kind: K } } = {
  nipEmpty: { kind: 'nipEmpty' },
  notNipShaped: { kind: 'notNipShaped' },
  slowed: { kind: 'slowed', until: at(30), seconds: 30 },
  captchaDue: { kind: 'captchaDue' },
  stale: { kind: 'stale' },
}

const emailProblems: Record<EmailProblem['kind'], EmailProblem> = {
  emailEmpty: { kind: 'emailEmpty' },
  emailMalformed: { kind: 'emailMalformed' },
  stale: { kind: 'stale' },
}

const emailCodeProblems: Record<TypedEmailCodeProblem['kind'], TypedEmailCodeProblem> = {
  codeEmpty: { kind: 'codeEmpty' },
  codeLength: { kind: 'codeLength', typed: 5 },
  codeNotDigits: { kind: 'codeNotDigits' },
  emailCodeWrong: { kind: 'emailCodeWrong', left: 4 },
  emailCodeVoid: { kind: 'emailCodeVoid' },
  emailCodeLate: { kind: 'emailCodeLate' },
  stale: { kind: 'stale' },
}

const factorProblems: { [K in FactorProblem['kind']]: FactorProblem & { kind: K } } = {
  empty: { kind: 'empty' },
  length: { kind: 'length', typed: 5 },
  notDigits: { kind: 'notDigits' },
  factorWrong: { kind: 'factorWrong', reason: 'wrong', left: 4 },
  factorVoid: { kind: 'factorVoid' },
  recoveryEmpty: { kind: 'recoveryEmpty' },
  recoveryShape: { kind: 'recoveryShape' },
  recoveryWrong: { kind: 'recoveryWrong' },
  recoveryWait: { kind: 'recoveryWait', until: at(1800) },
  recoveryVoid: { kind: 'recoveryVoid' },
  agencyCodeEmpty: { kind: 'agencyCodeEmpty' },
  agencyCodeShape: { kind: 'agencyCodeShape' },
  agencyCodeWrong: { kind: 'agencyCodeWrong', left: 4 },
  locked: { kind: 'locked', until: at(900) },
  budgetSpent: { kind: 'budgetSpent' },
  serverClock: { kind: 'serverClock' },
  busy: { kind: 'busy', seconds: 5 },
  stale: { kind: 'stale' },
}

const mfaProblems: { [K in MfaResetProblem['kind']]: MfaResetProblem & { kind: K } } = {
  notOffered: { kind: 'notOffered' },
  codeOver: { kind: 'codeOver' },
  tooManyResets: { kind: 'tooManyResets', until: at(86_400) },
  stillWaiting: { kind: 'stillWaiting', opensAt: at(86_400) },
  gone: { kind: 'gone' },
  stale: { kind: 'stale' },
}

const request = {
  id: 'r' as MfaResetId,
  person: 'p' as PersonId,
  by: 'email',
  askedAt: now,
} as const

/** In each state that a sign-in or Beranda can meet; `opened` is a waiting one after its time. */
export const pendingMfaResets: Record<'issued' | 'granted' | 'waiting' | 'opened', MfaReset> = {
  issued: { ...request, by: 'agencyCode', state: 'issued', closesAt: at(86_400) },
  granted: { ...request, state: 'granted' },
  waiting: { ...request, state: 'waiting', opensAt: at(86_400), closesAt: at(345_600) },
  opened: { ...request, state: 'waiting', opensAt: at(-60), closesAt: at(259_200) },
}

const mfaWays: readonly MfaResetWay[] = ['recoveryCode', 'email', 'agencyCode']

function wayOf({ kind }: FactorProblem): FactorWay {
  if (kind.startsWith('recovery')) return 'recoveryCode'
  return kind.startsWith('agency') ? 'agencyCode' : 'device'
}

/** `view` is a check that is open, as the other specimens show it. */
export function resetSpecimens(view: CaptchaState): Record<string, Page> {
  const captcha = { view, script: '/static/captcha.js' }
  const factor = { csrf, isFrozen: false, ways: all, way: 'device', now, zone } as const
  const start = { csrf, username, captcha }
  const mfa = { ways: mfaWays, pending: undefined, now, zone } as const
  const cancel = { frame, isCancelled: false, now, zone } as const
  return {
    reset: resetMenuPage(),
    'reset-start': resetStartPage({ ...start, username: '' }),
    'reset-start-late': resetStartPage({ ...start, notice: 'tooLate' }),
    ...records('reset-start', startProblems, (problem) => resetStartPage({ ...start, problem })),
    'reset-email': emailPage({ csrf, door: FORGOTTEN_EMAIL, email: '' }),
    ...records('reset-email', emailProblems, (problem) =>
      emailPage({ csrf, door: FORGOTTEN_EMAIL, email: 'siti@', problem }),
    ),
    'reset-code': emailCodePage({ csrf, door: FORGOTTEN_CODE, until, zone }),
    ...records('reset-code', emailCodeProblems, (problem) =>
      emailCodePage({ csrf, door: FORGOTTEN_CODE, until, zone, problem }),
    ),
    'reset-device': factorPage(factor),
    'reset-device-frozen': factorPage({
      ...factor,
      isFrozen: true,
      ways: ['device', 'agencyCode'],
    }),
    'reset-device-none': factorPage({ ...factor, ways: ['agencyCode'], way: 'agencyCode' }),
    'reset-device-agency': factorPage({ ...factor, way: 'agencyCode' }),
    'reset-device-recovery': factorPage({ ...factor, way: 'recoveryCode' }),
    ...records('reset-device', factorProblems, (problem) =>
      factorPage({
        ...factor,
        way: wayOf(problem),
        problem,
      }),
    ),
    ...records('reset-new-password', FORGOTTEN_DOOR, (door) =>
      newPasswordPage({ csrf, rule: 'classes', username, door }),
    ),
    'new-password-wanted': newPasswordPage({ csrf, rule: 'classes', username, door: WANTED_DOOR }),
    ...records('door', { weak: WEAK_DOOR, mfa: MFA_DOOR }, (door) =>
      doorPage({ door, csrf, username: '' }),
    ),
    'door-weak-wrong': doorPage({ door: WEAK_DOOR, csrf, username, problem: { kind: 'wrong' } }),
    'door-mfa-captcha': doorPage({ door: MFA_DOOR, csrf, username, captcha }),
    'mfa-reset': mfaResetPage(mfa),
    'mfa-reset-officer': mfaResetPage({ ...mfa, ways: ['recoveryCode', 'agencyCode'] }),
    ...records('mfa-reset', pendingMfaResets, (pending) =>
      mfaResetPage({
        ...mfa,
        ways: pending === pendingMfaResets.waiting ? ['recoveryCode', 'agencyCode'] : mfaWays,
        pending,
      }),
    ),
    ...records('mfa-reset', mfaProblems, (problem) => mfaResetPage({ ...mfa, problem })),
    'mfa-reset-recovery': mfaRecoveryPage({ csrf, now, zone }),
    'mfa-reset-recovery-wrong': mfaRecoveryPage({
      csrf,
      now,
      zone,
      problem: { kind: 'recoveryWrong' },
    }),
    'mfa-reset-email': emailPage({ csrf, door: MFA_EMAIL, email: '' }),
    'mfa-reset-code': emailCodePage({ csrf, door: MFA_EMAIL, until, zone }),
    ...records('mfa-cancel', pendingMfaResets, (pending) => mfaCancelPage({ ...cancel, pending })),
    'mfa-cancel-none': mfaCancelPage({ ...cancel, pending: undefined }),
    'mfa-cancelled': mfaCancelPage({ ...cancel, pending: undefined, isCancelled: true }),
  }
}
