import type { EmailAddress } from '#domain/mail/address.ts'
import type { Mail, MailId } from '#domain/mail/mail.ts'
import { toldHappenings } from '#test/support/happenings.ts'
import { at, now, person, records } from '#test/support/specimen-parts.ts'
import { writeLetter } from '#views/mail/letter.tsx'
import { type Links, mailLetter } from '#views/mail/mail-letter.ts'
import { mailboxPage } from '#views/mailbox/mailbox-page.tsx'
import { type NotMePlace, notMeOverPage, notMePage } from '#views/not-me/not-me-page.tsx'
import type { Page } from '#views/page.tsx'
import { STALE } from '#views/sign-in/sign-in-words.ts'

const token = 'x'.repeat(64)
const csrf = 'token'

const mail = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e' as MailId,
  to: 'siti@instansi.example' as EmailAddress,
  name: person.name,
  zone: 'WIB',
  madeAt: now,
} as const

const where = { at: now, browser: 'Chrome, Android', network: '192.0.2.0/24' }

const notices = Object.entries(toldHappenings).map(
  ([kind, happening]) =>
    [kind, { ...mail, kind: 'notice', event: { ...where, happening } }] satisfies [string, Mail],
)

export const links: Links = { origin: 'https://asn.example.go.id', notMe: token }

/** One of every mail. */
export const mails: Record<string, Mail> = {
  ...Object.fromEntries(notices),
  officer: {
    ...mail,
    kind: 'officerNotice',
    event: { ...where, happening: toldHappenings.frozen },
    about: { name: 'Budi Santoso', nip: '198501012010011901' },
  },
  limit: {
    ...mail,
    kind: 'officerNotice',
    event: { ...where, happening: toldHappenings.officerLimitReached },
    about: { name: 'Dewi Lestari', nip: '198501012010011902' },
  },
  correctionCode: {
    ...mail,
    kind: 'correctionCode',
    reset: { code: '12345678', until: at(86_400) },
  },
  archiveDigest: { ...mail, kind: 'archiveDigest', digest: { notices: 3, toMend: 1 } },
  archiveDigestCalm: { ...mail, kind: 'archiveDigest', digest: { notices: 1, toMend: 0 } },
  resetCode: { ...mail, kind: 'resetCode', reset: { code: '12345678', until: at(600) } },
}

const overPlaces = {
  frozen: 'frozen',
  disabled: 'disabled',
  late: 'late',
} satisfies Record<Exclude<NotMePlace, 'asked'>, NotMePlace>

export const mailSpecimens: Record<string, Page> = {
  'not-me': notMePage({ csrf, token }),
  'not-me-stale': notMePage({ csrf, token, told: STALE }),
  ...records('not-me', overPlaces, notMeOverPage),
  'mailbox-empty': mailboxPage([]),
  mailbox: mailboxPage(
    Object.values(mails).map((one) => ({
      ...writeLetter(mailLetter(one, links)),
      id: one.id,
      to: one.to,
      at: now.toISOString(),
    })),
  ),
}
