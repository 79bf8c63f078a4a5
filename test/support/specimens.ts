import type { CaptchaId, Captcha as CaptchaState } from '#domain/captcha/captcha.ts'
import type { CodeRefused } from '#domain/mfa/otp.ts'
import type { PasswordRule } from '#domain/password/rule.ts'
import { accountSpecimens } from '#test/support/account-specimens.ts'
import { activationSpecimens } from '#test/support/activation-specimens.ts'
import { agencySpecimens } from '#test/support/agency-specimens.ts'
import { archiveSpecimens } from '#test/support/archive-specimens.ts'
import { auditSpecimens } from '#test/support/audit-specimens.ts'
import { auditedCustodySpecimens } from '#test/support/audited-custody-specimens.ts'
import { auditedHoldSpecimens } from '#test/support/audited-hold-specimens.ts'
import { auditedRuleSpecimens } from '#test/support/audited-rule-specimens.ts'
import { auditedSpecimens } from '#test/support/audited-specimens.ts'
import { boardSpecimens } from '#test/support/board-specimens.ts'
import { careSpecimens } from '#test/support/care-specimens.ts'
import { checkSpecimens } from '#test/support/check-specimens.ts'
import { completenessSpecimens } from '#test/support/completeness-specimens.ts'
import { deskSpecimens } from '#test/support/desk-specimens.ts'
import { destructionSpecimens } from '#test/support/destruction-specimens.ts'
import { emailSpecimens } from '#test/support/email-specimens.ts'
import { holdSpecimens } from '#test/support/hold-specimens.ts'
import { incidentSpecimens } from '#test/support/incident-specimens.ts'
import { logSpecimens } from '#test/support/log-specimens.ts'
import { lossSpecimens } from '#test/support/loss-specimens.ts'
import { mailSpecimens } from '#test/support/mail-specimens.ts'
import { nationalSpecimens } from '#test/support/national-specimens.ts'
import { readingSpecimens } from '#test/support/reading-specimens.ts'
import { recordRetentionSpecimens } from '#test/support/record-retention-specimens.ts'
import { recordSpecimens } from '#test/support/record-specimens.ts'
import { pendingMfaResets, resetSpecimens } from '#test/support/reset-specimens.ts'
import { retentionSpecimens } from '#test/support/retention-specimens.ts'
import { roleSpecimens } from '#test/support/role-specimens.ts'
import { rowRemovalSpecimens } from '#test/support/row-removal-specimens.ts'
import { searchSpecimens } from '#test/support/search-specimens.ts'
import { sharingSpecimens } from '#test/support/sharing-specimens.ts'
import { siteSpecimens } from '#test/support/site-specimens.ts'
import {
  at,
  auditor,
  frame,
  inOffice,
  now,
  officer,
  person,
  records,
} from '#test/support/specimen-parts.ts'
import { typeSpecimens } from '#test/support/type-specimens.ts'
import { uploadSpecimens } from '#test/support/upload-specimens.ts'
import { verificationSpecimens } from '#test/support/verification-specimens.ts'
import { embedsPage } from '#views/embed/embeds-page.tsx'
import {
  brokenPage,
  notFoundPage,
  stalePage,
  tooLargePage,
  tooManyPage,
  unavailablePage,
  unprocessablePage,
} from '#views/failure-pages.tsx'
import { hatsPage } from '#views/hats/hats-page.tsx'
import { archiveHelpPage, helpPage, officeHelpPage } from '#views/help/help-page.tsx'
import { homePage } from '#views/home/home-page.tsx'
import type { Todo } from '#views/home/home-words.ts'
import { landingPage } from '#views/landing-page.tsx'
import type { Page, SessionClock } from '#views/page.tsx'
import { pendingMfaResetText } from '#views/reset/mfa-reset-words.ts'
import { sessionClockPage } from '#views/session/session-clock.tsx'
import { sessionOverPage } from '#views/session/session-over-page.tsx'
import { type CodeWay, codePage } from '#views/sign-in/code-page.tsx'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import { newPasswordPage } from '#views/sign-in/new-password-page.tsx'
import type { NewPasswordProblem } from '#views/sign-in/new-password-words.ts'
import { signInPage } from '#views/sign-in/sign-in-page.tsx'
import type { SignInNotice, SignInProblem } from '#views/sign-in/sign-in-words.ts'
import { signedOutPage, signOutPage } from '#views/sign-out-page.tsx'

const csrf = 'token'
const username = '198501012010011901'

export const signInProblems: { [K in SignInProblem['kind']]: SignInProblem & { kind: K } } = {
  notNipShaped: { kind: 'notNipShaped' },
  wrong: { kind: 'wrong' },
  slowed: { kind: 'slowed', until: at(30), seconds: 30 },
  captchaDue: { kind: 'captchaDue' },
  closedToNewBrowsers: { kind: 'closedToNewBrowsers' },
  busy: { kind: 'busy', seconds: 5 },
  disabled: { kind: 'disabled' },
  frozen: { kind: 'frozen' },
  stale: { kind: 'stale' },
}

const signInNotices: Record<SignInNotice, SignInNotice> = {
  tooLate: 'tooLate',
  signInOver: 'signInOver',
  none: 'none',
  reactivation: 'reactivation',
  kept: 'kept',
}

export const refusedCodes: { [K in CodeRefused['kind']]: CodeRefused & { kind: K } } = {
  used: { kind: 'used' },
  late: { kind: 'late', seconds: 90 },
  clockOff: { kind: 'clockOff', seconds: -190 },
  zone: { kind: 'zone', hours: 1 },
  oldQr: { kind: 'oldQr', oldQr: { name: 'HP Samsung', since: new Date('2026-03-03T02:00:00Z') } },
  wrong: { kind: 'wrong' },
}

export const codeProblems: { [K in CodeProblem['kind']]: CodeProblem & { kind: K } } = {
  empty: { kind: 'empty' },
  length: { kind: 'length', typed: 5 },
  notDigits: { kind: 'notDigits' },
  refused: { kind: 'refused', refused: refusedCodes.wrong, left: 3 },
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
  finished: { kind: 'finished' },
  stale: { kind: 'stale' },
}

export const newPasswordProblems: {
  [K in NewPasswordProblem['kind']]: NewPasswordProblem & { kind: K }
} = {
  empty: { kind: 'empty' },
  tooShort: { kind: 'tooShort', minimum: 12, typed: 9 },
  tooLong: { kind: 'tooLong', maximum: 256 },
  nul: { kind: 'nul' },
  classesMissing: { kind: 'classesMissing', missing: ['symbol'] },
  containsNumber: { kind: 'containsNumber' },
  containsName: { kind: 'containsName' },
  containsAgency: { kind: 'containsAgency' },
  common: { kind: 'common' },
  sameAsOld: { kind: 'sameAsOld' },
  confirmationDiffers: { kind: 'confirmationDiffers' },
  stale: { kind: 'stale' },
  busy: { kind: 'busy', seconds: 5 },
  slowed: { kind: 'slowed', until: at(3600) },
}

const rules: Record<PasswordRule, PasswordRule> = { classes: 'classes', length: 'length' }

const todos: Record<Todo['kind'], Todo> = {
  noRecoveryCodes: { kind: 'noRecoveryCodes' },
  recoveryCodesUnsaved: { kind: 'recoveryCodesUnsaved' },
  fewRecoveryCodes: { kind: 'fewRecoveryCodes' },
  oneDevice: { kind: 'oneDevice' },
  recordsReturned: { kind: 'recordsReturned', count: 2 },
  recordsProposed: { kind: 'recordsProposed', count: 2 },
  recordsMissing: { kind: 'recordsMissing', count: 12 },
  archiveNews: { kind: 'archiveNews', count: 3 },
  holdsToLift: { kind: 'holdsToLift', count: 1 },
  holdsDue: { kind: 'holdsDue', count: 2 },
  objectionsWait: {
    kind: 'objectionsWait',
    count: 2,
    batch: '00000000-0000-4000-8000-0000000000b1',
  },
}

const clocks: Record<SessionClock['state'], SessionClock> = {
  running: frame.clock,
  warning: { ...frame.clock, now: at(1680), state: 'warning' },
  over: { ...frame.clock, now: at(1800), state: 'over' },
}

const captchaId = '00000000-0000-4000-8000-000000000000' as CaptchaId

const captchas: { [S in CaptchaState['state']]: CaptchaState & { state: S } } = {
  open: { id: captchaId, wrong: 0, expiresAt: at(600), state: 'open' },
  waiting: { id: captchaId, wrong: 0, expiresAt: at(600), state: 'waiting', until: at(60) },
}

function wayOf({ kind }: CodeProblem): CodeWay {
  if (kind.startsWith('recovery')) return 'recovery'
  return kind.startsWith('agency') ? 'agency' : 'code'
}

/** One of every page in every state, by a name that says which. */
export const specimens: Record<string, Page> = {
  ...accountSpecimens,
  ...archiveSpecimens,
  ...recordSpecimens,
  ...sharingSpecimens,
  ...searchSpecimens,
  ...activationSpecimens,
  ...auditSpecimens,
  ...auditedCustodySpecimens,
  ...auditedHoldSpecimens,
  ...auditedRuleSpecimens,
  ...auditedSpecimens,
  ...boardSpecimens,
  ...careSpecimens,
  ...incidentSpecimens,
  ...lossSpecimens,
  ...logSpecimens,
  ...checkSpecimens,
  ...completenessSpecimens,
  ...resetSpecimens(captchas.open),
  ...mailSpecimens,
  ...nationalSpecimens,
  ...deskSpecimens,
  ...roleSpecimens,
  ...verificationSpecimens,
  ...readingSpecimens,
  ...uploadSpecimens,
  ...agencySpecimens,
  ...emailSpecimens(captchas.open),
  ...holdSpecimens,
  ...retentionSpecimens,
  ...recordRetentionSpecimens,
  ...typeSpecimens,
  ...siteSpecimens,
  ...rowRemovalSpecimens,
  ...destructionSpecimens,
  embeds: embedsPage({ origin: 'https://asn.example.go.id' }),
  landing: landingPage(),
  help: helpPage(),
  'help-offices': officeHelpPage(),
  'help-archive': archiveHelpPage(),
  'sign-in': signInPage({ csrf, username: '' }),
  ...records('sign-in', signInProblems, (problem) => signInPage({ csrf, username, problem })),
  ...records('sign-in', signInNotices, (notice) => signInPage({ csrf, username, notice })),
  ...records('sign-in-captcha', captchas, (view) =>
    signInPage({ csrf, username, captcha: { view, script: '/static/captcha.js' } }),
  ),
  code: codePage({ csrf, way: 'code', now, zone: 'WIB' }),
  'code-recovery': codePage({ csrf, way: 'recovery', now, zone: 'WIB' }),
  'code-agency': codePage({ csrf, way: 'agency', now, zone: 'WIB' }),
  ...records('code', codeProblems, (problem) =>
    codePage({
      csrf,
      way: wayOf(problem),
      problem,
      now,
      zone: 'WIB',
    }),
  ),
  ...records('code-refused', refusedCodes, (refused) =>
    codePage({
      csrf,
      way: 'code',
      problem: { kind: 'refused', refused, left: 4 },
      now,
      zone: 'WIB',
    }),
  ),
  'code-refused-last': codePage({
    csrf,
    way: 'code',
    problem: { kind: 'refused', refused: refusedCodes.wrong, left: 0 },
    now,
    zone: 'WIB',
  }),
  ...records('new-password', rules, (rule) => newPasswordPage({ csrf, rule, username })),
  ...records('new-password', newPasswordProblems, (problem) =>
    newPasswordPage({ csrf, rule: 'classes', username, problem }),
  ),
  home: homePage({
    frame,
    person,
    previousAt: undefined,
    failedElsewhere: 0,
    hold: undefined,
    pendingMfaReset: undefined,
    todo: [],
    hat: undefined,
    hats: [],
  }),
  'home-office': homePage({
    frame: inOffice,
    person,
    previousAt: now,
    failedElsewhere: 0,
    hold: undefined,
    pendingMfaReset: undefined,
    todo: [],
    hat: officer,
    hats: [officer, auditor],
  }),
  'home-may-act': homePage({
    frame: { ...inOffice, hat: undefined },
    person,
    previousAt: now,
    failedElsewhere: 0,
    hold: undefined,
    pendingMfaReset: undefined,
    todo: [],
    hat: undefined,
    hats: [officer, auditor],
  }),
  'home-busy': homePage({
    frame,
    person,
    previousAt: at(-86_400),
    failedElsewhere: 43,
    hold: { until: at(86_400), because: 'reactivation' },
    pendingMfaReset: pendingMfaResetText(pendingMfaResets.waiting, now, 'WIB'),
    todo: Object.values(todos),
    hat: undefined,
    hats: [officer],
  }),
  ...records('home', clocks, (clock) =>
    homePage({
      frame: { ...frame, clock },
      person,
      previousAt: now,
      failedElsewhere: 0,
      hold: undefined,
      pendingMfaReset: undefined,
      todo: [],
      hat: undefined,
      hats: [officer, auditor],
    }),
  ),
  ...records('session', clocks, sessionClockPage),
  'session-extended': sessionClockPage({ ...clocks.running, extended: true }),
  'session-cannot-extend': sessionClockPage({ ...clocks.warning, canExtend: false }),
  'session-over': sessionOverPage(),
  'sign-out': signOutPage({ frame }),
  'hats-none': hatsPage({ frame, hats: [], worn: undefined, place: undefined, done: undefined }),
  hats: hatsPage({
    frame: inOffice,
    hats: [officer, auditor],
    worn: officer,
    place: undefined,
    done: 'diletakkan',
  }),
  'hats-on-the-way': hatsPage({
    frame: { ...inOffice, hat: undefined },
    hats: [officer],
    worn: undefined,
    place: '/instansi',
    done: undefined,
  }),
  'signed-out': signedOutPage(),
  '403': stalePage(),
  '404': notFoundPage(),
  '413': tooLargePage(),
  '422': unprocessablePage(),
  '429': tooManyPage({ until: at(30), seconds: 30 }),
  '500': brokenPage({ reference: '7F3K-22QD' }),
  '503': unavailablePage(),
}
