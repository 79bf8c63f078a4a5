import type { Captcha as CaptchaState } from '#domain/captcha/captcha.ts'
import { at, frame, now, person, records } from '#test/support/specimen-parts.ts'
import { ownEmailPage } from '#views/account/email-page.tsx'
import { newEmailDonePage, newEmailPage } from '#views/email/new-email-page.tsx'
import type { NewEmailProblem } from '#views/email/new-email-words.ts'
import type { Page } from '#views/page.tsx'

const problems: { [K in NewEmailProblem['kind']]: NewEmailProblem & { kind: K } } = {
  nipEmpty: { kind: 'nipEmpty' },
  notNipShaped: { kind: 'notNipShaped' },
  slowed: { kind: 'slowed', until: at(30), seconds: 30 },
  captchaDue: { kind: 'captchaDue' },
  stale: { kind: 'stale' },
  codeEmpty: { kind: 'codeEmpty' },
  codeLength: { kind: 'codeLength', typed: 5 },
  codeNotDigits: { kind: 'codeNotDigits' },
  noCode: { kind: 'noCode' },
  changeHeld: { kind: 'changeHeld', until: at(86_400) },
  correctionOver: { kind: 'correctionOver' },
}

const known = {
  address: 'siti.rahmawati@kepulauan-contoh-tenggara.example',
  since: at(-86_400),
  usableFrom: at(172_800),
  bouncedAt: undefined,
}
const dead = { ...known, address: 'siti@lama.example', usableFrom: now, bouncedAt: at(-3600) }
const own = { frame, addresses: [known, dead], pending: undefined, isDone: false }
const pending = { address: 'siti@baru.example', expiresAt: at(86_400) }

/** `view` is a check that is open, as the other specimens show it. */
export function emailSpecimens(view: CaptchaState): Record<string, Page> {
  const shown = { csrf: 'token', captcha: { view, script: '/static/captcha.js' } }
  return {
    'new-email': newEmailPage({ ...shown, username: '' }),
    ...records('new-email', problems, (problem) =>
      newEmailPage({ ...shown, username: person.nip, problem }),
    ),
    'new-email-done': newEmailDonePage(),
    'own-email': ownEmailPage(own),
    'own-email-none': ownEmailPage({ ...own, addresses: [] }),
    'own-email-done': ownEmailPage({ ...own, isDone: true }),
    'own-email-pending': ownEmailPage({ ...own, pending }),
    'own-email-wrong': ownEmailPage({ ...own, pending, problem: problems.noCode }),
  }
}
