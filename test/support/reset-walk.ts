import type { CaptchaId } from '#domain/captcha/captcha.ts'
import type { MailId } from '#domain/mail/mail.ts'
import { captchaSecrets } from '#src/secrets/captcha.ts'
import { codeName, codeSecret, newRecoveryCodes } from '#src/secrets/recovery-codes.ts'
import type { Sql } from '#src/store/database.ts'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { someKeys } from '#test/support/keys.ts'
import { keptPasswords, vault } from '#test/support/secrets.ts'
import { type Answer, type Visit, visitor } from '#test/support/visitor.ts'
import { type Browser, codeAt } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const secrets = captchaSecrets(someKeys().tokens)

export const EMAIL = 'pegawai@instansi.example'
export const BETTER = 'Layang-Layang=Putus7'

/** Someone who is written to at EMAIL, and knows nothing but that. */
export function addForgetful(sql: Sql, fields: Partial<SomePerson> = {}): Promise<SomePerson> {
  return addPerson(sql, { emails: [EMAIL], judgedAt: NOW, ...fields })
}

/** Steps (1) and (2): the security check, the number, the address. */
export async function askedForCode(
  sql: Sql,
  { nip, email = EMAIL, ...visit }: Visit & { nip: string; email?: string },
) {
  const browser = visitor(sql, visit)
  await typeNip(browser, nip)
  const page = await browser.send(paths.resetEmail, { email })
  return { browser, page }
}

export async function typeNip(browser: Browser, nip: string): Promise<Answer> {
  const { body } = await browser.get(paths.resetStart)
  return browser.send(paths.resetStart, { username: nip, ...checkOn(body) })
}

/** The check of a page with its answer. */
export function checkOn(body: string): { captcha_id: string; captcha_answer: string } {
  const id = /data-captcha="([^"]+)"/.exec(body)?.[1] ?? ''
  return { captcha_id: id, captcha_answer: answerFor(id) }
}

/** The codes that are on their way to a person, oldest first, as the mail would say them. */
export async function codesMailedTo(sql: Sql, { id }: Pick<SomePerson, 'id'>): Promise<string[]> {
  const rows = await sql<{ id: MailId; keyId: string; sealed: Buffer }[]>`
    select id, key_id, sealed from outbox
    where person = ${id} and kind = 'resetCode' order by made_at, ctid`
  return rows.map(({ id: mail, ...sealed }) => vault.openMail(mail, sealed).code)
}

export async function lastCodeMailedTo(sql: Sql, person: Pick<SomePerson, 'id'>): Promise<string> {
  return (await codesMailedTo(sql, person)).at(-1) ?? ''
}

/** Steps (1) to (3), with the code from the mail. */
export async function emailProven(sql: Sql, visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const person = await addForgetful(sql, fields)
  const { browser } = await askedForCode(sql, { ...visit, nip: person.nip })
  const email_code = await lastCodeMailedTo(sql, person)
  const page = await browser.send(paths.resetCode, { email_code })
  return { person, browser, page }
}

export function typeNewPassword(browser: Browser, password = BETTER): Promise<Answer> {
  const form = { new_password: password, confirm_password: password }
  return browser.send(paths.resetNewPassword, form)
}

/** The whole of Lupa Password; a second factor is proven where it is asked for. */
export async function passwordReset(sql: Sql, visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const { person, browser, page } = await emailProven(sql, visit, fields)
  const now = visit.deps?.clock?.() ?? NOW
  if (page.path === paths.resetDevice) await browser.send(paths.resetDevice, { code: codeAt(now) })
  return { person, browser, end: await typeNewPassword(browser) }
}

/** NIP and password at the door of Reset MFA; the devices of `person` are out of reach. */
export async function atMfaReset(sql: Sql, visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const person = await addForgetful(sql, fields)
  const browser = visitor(sql, visit)
  const page = await throughMfaDoor(browser, person)
  return { person, browser, page }
}

export async function throughMfaDoor(
  browser: Browser,
  { nip, password }: Pick<SomePerson, 'nip' | 'password'>,
): Promise<Answer> {
  await browser.get(paths.mfaResetDoor)
  return browser.send(paths.mfaResetDoor, { username: nip, password })
}

/** A code to the own mailbox, typed back. */
export async function typeEmailCode(
  sql: Sql,
  browser: Browser,
  person: Pick<SomePerson, 'id'>,
): Promise<Answer> {
  await browser.get(paths.mfaResetEmail)
  await browser.send(paths.mfaResetEmail, { email: EMAIL })
  const email_code = await lastCodeMailedTo(sql, person)
  return browser.send(paths.mfaResetEmailCode, { email_code })
}

/** Ten recovery codes, of which the first is returned as it is typed. */
export async function addRecoveryCodes(sql: Sql, { id }: Pick<SomePerson, 'id'>): Promise<string> {
  const codes = newRecoveryCodes()
  await sql`insert into recovery_sets (person, made_at, saved_at) values (${id}, ${NOW}, ${NOW})`
  for (const code of codes) {
    const { body } = await keptPasswords.hash(codeSecret(code))
    await sql`
      insert into recovery_codes (person, name, body)
      values (${id}, ${codeName(code)}, ${sql.json(body as never)})`
  }
  return codes[0] ?? ''
}

/** What the picture of a check shows, which costs no work. */
export function answerFor(id: string): string {
  return secrets.answersOf(id as CaptchaId)[0] ?? ''
}
