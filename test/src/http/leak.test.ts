import { describe, expect, test } from 'vitest'
import type { AgencyId } from '#domain/agency.ts'
import type { MailId } from '#domain/mail/mail.ts'
import type { PersonId } from '#domain/person.ts'
import { sendAllDue } from '#src/jobs/mail-sender.ts'
import { makeReport } from '#src/log.ts'
import { atDesk, codeOnPage, colleague, HELP, RESET } from '#test/support/at-counter.ts'
import { NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addCodeMail, CODE, GOING_ON, postTo } from '#test/support/mails.ts'
import {
  askedForCode,
  BETTER,
  checkOn,
  lastCodeMailedTo,
  typeNewPassword,
} from '#test/support/reset-walk.ts'
import { vault } from '#test/support/secrets.ts'
import { startSmtp } from '#test/support/smtp.ts'
import { seconds } from '#test/support/tries.ts'
import type { Answer, Visit } from '#test/support/visitor.ts'
import {
  activated,
  atSignIn,
  type Browser,
  codeAt,
  recoveryCodesOn,
  testClock,
  typePassword,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const NAME = 'Kinasih Wulandari'
const WRONG = 'Salah-Ketik-Saja-88'
const REFUSED = 'ditolak@instansi.example'
const emails = ['kinasih@instansi.example']
const lines: string[] = []
const answers: Answer[] = []
const asked: string[] = []

const secrets = await journey()
const rows = await everyRow()

/** A whole life of an account, with every secret that was typed, shown or given on the way. */
async function journey(): Promise<Map<string, string>> {
  const { clock, at } = testClock()
  const deps = { clock, report: makeReport((line) => lines.push(line), clock) }
  const seen = (answer: Answer) => {
    answers.push(answer)
    asked.push(answer.path)
    for (const cookie of answer.headers.getSetCookie())
      tokens.add(/=([\w-]{43});/.exec(cookie)?.[1] ?? '')
  }
  const tokens = new Set<string>()
  const visit = { deps, seen }
  const { person, browser, seed, codes } = await activated(sql, visit, { name: NAME, emails })
  const recovery = recoveryCodesOn(codes).map((code) => code.replaceAll(' ', ''))
  await browser.get(paths.recoveryCodesFile)
  const practised = codeAt(at(60), 0, seed)
  await browser.send(paths.recoveryCodes, { saved: 'ya' })
  await browser.send(paths.practice, { code: practised })
  await browser.send(paths.signOut)
  const other: Browser = await atSignIn(sql, visit)
  await other.post(paths.signIn, { username: person.nip, password: WRONG })
  await typePassword(other, person)
  await other.post(paths.code, { code: codeAt(at(60), 600, seed) })
  await other.send(paths.code, { recovery_code: recovery[0] ?? '' })
  await other.get(`/tidak-ada/${person.nip}?password=${WRONG}`)
  const forgotten = await forgetAndReset(person, visit)
  const helped = await helpAtTheDesk(person, visit)
  await breakDown(browser, person.nip)
  const links = await mailsOf(person.id)
  for (const path of links) {
    await other.get(path)
    await other.send(path)
  }
  tokens.delete('')
  return new Map([
    ['password', person.password],
    ['wrong password', WRONG],
    ['seed as text', /secret=([A-Z2-7]+)/.exec(answers.map(({ body }) => body).join())?.[1] ?? ''],
    ['seed in hexadecimal', seed.toString('hex')],
    ['seed', seed.toString('latin1')],
    ['code', practised],
    ...recovery.map((code, at) => [`recovery code ${at}`, code] as const),
    ...[...tokens].map((token, at) => [`token ${at}`, token] as const),
    ...links.map((path, at) => [`link ${at}`, path.split('/').at(-1) ?? ''] as const),
    ['reset code', forgotten],
    ['reset code in groups', forgotten.replace(/^(.{4})/, '$1 ')],
    ['password after the reset', BETTER],
    ['code of BKPSDM', helped.agencyCode],
    ['code of BKPSDM without dashes', helped.agencyCode.replaceAll('-', '')],
    ['code to a new mailbox', helped.emailCode],
    ['mailed code', CODE],
    ['mailed code in groups', '1234 5678'],
    ['NIP', person.nip],
    ['name', NAME],
  ])
}

/** Lupa Password to its end, by its owner; the code that the mail would have brought. */
async function forgetAndReset(person: Pick<SomePerson, 'id' | 'nip'>, visit: Visit) {
  const { browser } = await askedForCode(sql, { ...visit, nip: person.nip, email: emails[0] ?? '' })
  const code = await lastCodeMailedTo(sql, person)
  await browser.post(paths.resetCode, { email_code: '00000000' })
  await browser.send(paths.resetCode, { email_code: code })
  await typeNewPassword(browser)
  return code
}

/** An officer gives a code, which is typed; two correct the email, whose code is typed wrong and right. */
async function helpAtTheDesk(person: Pick<SomePerson, 'id' | 'nip'>, visit: Visit) {
  const [row] = await sql<{ agency: AgencyId }[]>`select agency from people where id = ${person.id}`
  const agency = row?.agency as AgencyId
  const later = { ...visit, deps: { ...visit.deps, clock: () => seconds(120) } }
  const { browser } = await atDesk(sql, { agency }, later)
  await browser.get(paths.employeeMfaReset(person.id))
  const agencyCode = codeOnPage(await browser.send(paths.employeeMfaReset(person.id), RESET))
  await sql`
    update accounts set held_until = null, held_because = null, mfa = 'inUse' where person = ${person.id}`
  await browser.get(paths.employeeEmail(person.id))
  const proposal = { ...HELP, slot: '1', email: 'baru@instansi.example' }
  const { path } = await browser.send(paths.employeeEmail(person.id), proposal)
  const second = await colleague(sql, agency, later)
  await second.get(path)
  await second.send(path, { decision: 'setujui' })
  const [mail] = await sql<{ id: MailId; keyId: string; sealed: Buffer }[]>`
    select id, key_id, sealed from outbox where person = ${person.id} and kind = 'correctionCode'`
  const emailCode = mail ? vault.openMail(mail.id, mail).code : ''
  const phone = await atSignIn(sql, later)
  for (const email_code of ['00000000', emailCode]) {
    const { body } = await phone.get(paths.newEmail)
    await phone.send(paths.newEmail, { username: person.nip, email_code, ...checkOn(body) })
  }
  await typePassword(phone, { ...person, password: BETTER })
  await phone.post(paths.code, { agency_code: 'ZZZZ-ZZZZ-ZZZZ' })
  await phone.send(paths.code, { agency_code: agencyCode })
  return { agencyCode, emailCode }
}

/** Notices and a code, some sent and some refused; answers the links in them. */
async function mailsOf(person: PersonId): Promise<string[]> {
  await addCodeMail(sql, { person, address: emails[0] ?? '' })
  await addCodeMail(sql, { person, address: REFUSED })
  const report = makeReport(
    (line) => lines.push(line),
    () => NOW,
  )
  const refuse = (to: string) => (to === REFUSED ? { code: 550, text: `no ${to}` } : undefined)
  const { port, mails } = await startSmtp({ refuse })
  await sendAllDue(postTo(sql, 9, { report, clock: () => seconds(90) }).post, GOING_ON)
  await sendAllDue(postTo(sql, port, { report, clock: () => seconds(180) }).post, GOING_ON)
  return mails.flatMap(({ mail }) => /\/bukan-saya\/\S+/.exec(mail.text ?? '') ?? [])
}

async function breakDown(browser: Browser, nip: string): Promise<void> {
  await sql`alter table throttles rename to gone`
  await browser.get(paths.signIn)
  await browser.post(paths.signIn, { username: nip, password: WRONG })
  await sql`alter table gone rename to throttles`
}

/** Every column of every table, bytes as they are and in hexadecimal. */
async function everyRow(): Promise<Map<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`
  const contents = tables.map(async ({ name }) => {
    const all = await sql.unsafe(`select * from ${name}`)
    const cells = all.flatMap((row) => Object.values(row))
    const text = cells.map((cell) =>
      Buffer.isBuffer(cell)
        ? `${cell.toString('latin1')} ${cell.toString('hex')}`
        : JSON.stringify(cell),
    )
    return [name, text.join('\n')] as const
  })
  return new Map(await Promise.all(contents))
}

/** Six digits turn up by chance within longer numbers; a code would stand alone. */
function holds(text: string, secret: string): boolean {
  return secret.length > 6 ? text.includes(secret) : new RegExp(`\\b${secret}\\b`).test(text)
}

/** Where a thing may stand all the same. */
const ALLOWED: Record<string, readonly string[]> = {
  NIP: ['people', 'login_identifiers'],
  name: ['people'],
}

describe('T-LEAK', () => {
  test('the journey planted what is looked for', () => {
    expect([...secrets.values()].every((secret) => secret.length >= 6)).toBe(true)
    expect(secrets.size).toBeGreaterThan(20)
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.some((line) => line.includes('"problem"'))).toBe(true)
    expect(rows.get('events')).toContain('recoveryCodeUsed')
    expect(rows.get('events')).toContain('frozen')
    expect(rows.get('events')).toContain('emailCorrected')
    expect(rows.get('events')).toContain('agencyCodeWrong')
    expect(rows.get('outbox')).toContain('mailboxRefused')
    expect(lines.filter((line) => line.includes('mailFailed')).length).toBeGreaterThan(0)
    expect([...secrets.keys()].filter((kind) => kind.startsWith('link')).length).toBeGreaterThan(1)
    expect(rows.get('login_identifiers')).toContain(secrets.get('NIP'))
  })

  test.each([...secrets])('no log line holds the %s', (_, secret) => {
    expect(lines.filter((line) => holds(line, secret))).toEqual([])
  })

  test.each([...secrets])('no column holds the %s in clear', (kind, secret) => {
    const found = [...rows].filter(([, text]) => holds(text, secret)).map(([name]) => name)
    expect(found.toSorted()).toEqual((ALLOWED[kind] ?? []).toSorted())
  })

  test.each([...secrets])('no address of ours holds the %s', (_, secret) => {
    const led = answers.flatMap(({ headers }) => [headers.get('Location') ?? ''])
    const ours = [...asked, ...led].filter((path) => !/^\/(tidak-ada|bukan-saya)\//.test(path))
    expect(ours.filter((url) => holds(url, secret))).toEqual([])
  })

  test.each([...secrets])('no page of failure holds the %s', (_, secret) => {
    const pages = answers.filter(({ status }) => [403, 404, 500, 503].includes(status))
    expect(pages.length).toBeGreaterThanOrEqual(2)
    expect(pages.filter(({ body }) => holds(body, secret))).toEqual([])
  })

  test('no page brings a password back', () => {
    const passwords = [secrets.get('password') ?? '', WRONG, BETTER]
    const found = answers.filter(({ body }) => passwords.some((one) => body.includes(one)))
    expect(found).toEqual([])
  })
})
