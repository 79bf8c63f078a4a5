import { describe, expect, test } from 'vitest'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { checkOn, EMAIL } from '#test/support/reset-walk.ts'
import { seconds } from '#test/support/tries.ts'
import { type Answer, visitor } from '#test/support/visitor.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const reached = { emails: [EMAIL] }

/** Each class of name that there is; no step before the code may tell one from another. */
const CLASSES: Record<string, () => Promise<Pick<SomePerson, 'nip'>>> = {
  active: () => addPerson(sql, reached),
  unknown: async () => ({ nip: '199912312024121999' }),
  'written to elsewhere': () => addPerson(sql, { emails: ['lain@instansi.example'] }),
  'without an address': () => addPerson(sql),
  'with an address of today': async () => {
    const person = await addPerson(sql, reached)
    await sql`update email_addresses set since = ${NOW}, usable_from = ${seconds(72 * 3600)}
      where person = ${person.id}`
    return person
  },
  frozen: () => addPerson(sql, { ...reached, state: 'frozen' }),
  disabled: () => addPerson(sql, { ...reached, state: 'disabled' }),
  'never activated': () => addPerson(sql, { ...reached, state: 'created' }),
  'in reactivation': () => addPerson(sql, { ...reached, mfa: 'reactivation' }),
  officer: () => addPerson(sql, { ...reached, role: 'officer' }),
  'without a password': async () => {
    const person = await addPerson(sql, reached)
    await sql`delete from passwords where person = ${person.id}`
    return person
  },
  locked: async () => {
    const person = await addPerson(sql, reached)
    await sql`update accounts set codes_locked_until = ${seconds(900)} where person = ${person.id}`
    return person
  },
  'above the limit of mails': async () => {
    const person = await addPerson(sql, reached)
    for (let flow = 0; flow < 3; flow += 1)
      await sql`
        insert into resets (id, purpose, id_hash, person, state, started_at, expires_at, code_mac,
          code_expires_at, mailed)
        values (gen_random_uuid(), 'password', sha256(gen_random_uuid()::text::bytea), ${person.id},
          'asked', ${NOW}, '2099-01-01', 'x', '2099-01-01', true)`
    return person
  },
}

/** All steps as far as they go without the mail: the number, the address, five wrong codes. */
async function answersFor(nip: string, htmx: boolean): Promise<string[]> {
  const browser = visitor(sql, { htmx })
  const answers: string[] = []
  const { body } = await browser.get(paths.resetStart)
  const keep = async (answer: Promise<Answer>) => answers.push(plain(await answer, nip))
  await keep(browser.post(paths.resetStart, { username: nip, ...checkOn(body) }))
  await keep(browser.get(paths.resetEmail))
  await keep(browser.post(paths.resetEmail, { email: EMAIL }))
  await keep(browser.get(paths.resetCode))
  for (let time = 0; time < 5; time += 1)
    await keep(browser.post(paths.resetCode, { email_code: '0000 0000' }))
  await keep(browser.get(paths.resetCode))
  await keep(browser.get(paths.resetNewPassword))
  await keep(browser.post(paths.resetNewPassword, { new_password: 'x' }))
  await sql`delete from throttles`
  return answers
}

/** Everything that was sent, but for tokens and for the name that was typed. */
function plain({ status, headers, body }: Answer, nip: string): string {
  const page = body.replace(/name="csrf" value="[^"]+"/g, 'token').replaceAll(nip, 'NIP')
  const cookies = headers.getSetCookie().map((cookie) => cookie.replace(/=[\w-]{43};/, '=token;'))
  const others = [...headers].filter(([name]) => name !== 'set-cookie')
  return JSON.stringify([status, others, cookies, page])
}

describe.each([false, true])('R-EN-01 a forgotten password, by htmx: %s', (htmx) => {
  test('is answered in the same bytes for every class of name', { timeout: 60_000 }, async () => {
    const answers = new Map<string, string[]>()
    for (const [name, make] of Object.entries(CLASSES))
      answers.set(name, await answersFor((await make()).nip, htmx))
    for (const [name, each] of answers) expect([name, each]).toEqual([name, answers.get('active')])
    expect(answers.get('active')?.[4]).toContain('Kode salah. Sisa 4 percobaan.')
    expect(answers.get('active')?.[8]).toContain('Kode salah lima kali. Silakan mulai dari awal.')
  })
})

test('R-EN-01 a mail is on its way to those alone who gave their own address', async () => {
  const [own, other] = [await CLASSES['active']?.(), await CLASSES['written to elsewhere']?.()]
  for (const one of [own, other]) await answersFor(one?.nip ?? '', false)
  const mails = await sql<{ identifier: string }[]>`
    select i.identifier from outbox o join login_identifiers i on i.person = o.person
    where i.identifier in (${own?.nip ?? ''}, ${other?.nip ?? ''})`
  expect(mails.map(({ identifier }) => identifier)).toEqual([own?.nip])
})
