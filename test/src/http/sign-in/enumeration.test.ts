import { describe, expect, test } from 'vitest'
import { throttleKeys } from '#src/http/sign-in/throttle-keys.ts'
import { addPerson, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { vault } from '#test/support/secrets.ts'
import { seconds } from '#test/support/tries.ts'
import type { Answer } from '#test/support/visitor.ts'
import { atSignIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

/** Each class of name that there is; the answer may tell none from another. */
const CLASSES: Record<string, () => Promise<Pick<SomePerson, 'nip'>>> = {
  active: () => addPerson(sql),
  legacy: async () => {
    const person = await addPerson(sql)
    await sql`update passwords set kind = 'keycloak', body = ${sql.json(KEYCLOAK)}
      where person = ${person.id}`
    return person
  },
  unknown: async () => ({ nip: '199912312024121999' }),
  frozen: () => addPerson(sql, { state: 'frozen' }),
  disabled: () => addPerson(sql, { state: 'disabled' }),
  'never activated': () => addPerson(sql, { state: 'created' }),
  'in reactivation': () => addPerson(sql, { mfa: 'reactivation' }),
  'without a password': async () => {
    const person = await addPerson(sql)
    await sql`delete from passwords where person = ${person.id}`
    return person
  },
  locked: async () => {
    const person = await addPerson(sql)
    await sql`update accounts set codes_locked_until = ${seconds(900)}, code_failures = 10
      where person = ${person.id}`
    return person
  },
}

const KEYCLOAK = {
  algorithm: 'pbkdf2-sha256',
  iterations: 1000,
  salt: 'c2FsdHNhbHRzYWx0c2FsdA==',
  value: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
}

async function answersFor(nip: string, htmx: boolean): Promise<string[]> {
  const browser = await atSignIn(sql, { htmx, address: `203.0.113.${htmx ? 1 : 2}` })
  const answers: string[] = []
  for (const password of ['', 'salah', 'x'.repeat(300), 'salah', 'salah'])
    answers.push(plain(await browser.post(paths.signIn, { username: nip, password }), nip))
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

describe.each([false, true])('R-EN-01 a wrong password, by htmx: %s', (htmx) => {
  test('is answered in the same bytes for every class of name', async () => {
    const answers = new Map<string, string[]>()
    for (const [name, make] of Object.entries(CLASSES))
      answers.set(name, await answersFor((await make()).nip, htmx))
    for (const [name, each] of answers) expect([name, each]).toEqual([name, answers.get('active')])
    expect(answers.get('active')?.[4]).toContain('Terlalu banyak percobaan.')
  })
})

test('R-RL-01 the table of counters names nobody', async () => {
  const { nip, id } = await addPerson(sql)
  const visit = { network: '192.0.2.0/24', alone: '192.0.2.7', known: undefined }
  const keys = Object.values(throttleKeys({ vault }, { person: id }, visit))
  expect(keys.every((key) => key.length === 32)).toBe(true)
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(7)
  expect(Buffer.concat(keys).toString('latin1')).not.toContain(nip)
})
