import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { sendAllDue } from '#src/jobs/mail-sender.ts'
import { makeReport } from '#src/log.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addCodeMail, CODE, GOING_ON, postTo } from '#test/support/mails.ts'
import { startSmtp } from '#test/support/smtp.ts'
import { seconds } from '#test/support/tries.ts'
import type { Answer } from '#test/support/visitor.ts'
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
    ['mailed code', CODE],
    ['mailed code in groups', '1234 5678'],
    ['NIP', person.nip],
    ['name', NAME],
  ])
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
  NIP: ['login_identifiers'],
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
    expect(found).toEqual(ALLOWED[kind] ?? [])
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
    const passwords = [secrets.get('password') ?? '', WRONG]
    const found = answers.filter(({ body }) => passwords.some((one) => body.includes(one)))
    expect(found).toEqual([])
  })
})
