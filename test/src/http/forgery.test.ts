import { describe, expect, test } from 'vitest'
import { addPerson, PASSWORD } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { ORIGIN } from '#test/support/visitor.ts'
import {
  atActivation,
  atCode,
  atSignIn,
  codeAt,
  signedIn,
  typePassword,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const STALE = 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.'
const SILENT = { 'Sec-Fetch-Site': '' }

async function signIn(headers: Record<string, string>) {
  const { nip } = await addPerson(sql)
  const browser = await atSignIn(sql, { headers })
  return browser.post(paths.signIn, { username: nip, password: PASSWORD })
}

describe('R-CS-01 a form of another site', () => {
  test.each([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN },
    { ...SILENT, Origin: 'https://jahat.example' },
    { ...SILENT, Origin: 'null' },
    { ...SILENT, Origin: `${ORIGIN}.jahat.example` },
    { ...SILENT, Origin: 'http://localhost:8080' },
    { ...SILENT, Referer: 'https://jahat.example/masuk' },
    { ...SILENT, Referer: 'nonsense' },
  ])('is refused with the right token too: %j', async (headers) => {
    const answer = await signIn(headers)
    expect(answer.status).toBe(403)
    expect(answer.body).toContain(STALE)
  })

  test.each([
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'none' },
    { ...SILENT, Origin: ORIGIN },
    { ...SILENT, Referer: `${ORIGIN}/masuk` },
    SILENT,
  ])('is not what a form of ours is, nor that of a text browser: %j', async (headers) => {
    expect((await signIn(headers)).headers.get('Location')).toBe(paths.code)
  })

  test('changes nothing for whoever is signed in', async () => {
    const { person, browser } = await signedIn(sql)
    const foreign = await signedIn(sql, {
      cookies: browser.cookies,
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    })
    expect((await foreign.browser.post(paths.signOut)).status).toBe(403)
    expect(await sql`select from sessions where person = ${person.id}`).toHaveLength(1)
  })
})

describe('R-CS-01 a form with a stale token', () => {
  test('comes back as typed, but for the password', async () => {
    const { nip } = await addPerson(sql)
    const browser = await atSignIn(sql)
    const form = { csrf: 'kemarin', username: nip, password: PASSWORD }
    const stale = await browser.post(paths.signIn, form)
    expect(stale.status).toBe(403)
    expect(stale.body).toContain(STALE)
    expect(stale.body).toContain(`value="${nip}"`)
    expect(stale.body).not.toContain(PASSWORD)
    expect((await typePassword(browser, { nip })).path).toBe(paths.code)
  })

  test('sends a code anew, uncounted', async () => {
    const { person, browser } = await atCode(sql)
    const stale = await browser.post(paths.code, { csrf: '', code: codeAt() })
    expect(stale.status).toBe(403)
    expect(stale.body).not.toContain(codeAt())
    const [account] = await sql`select code_failures from accounts where person = ${person.id}`
    expect(account).toEqual({ codeFailures: 0 })
    expect((await browser.send(paths.code, { code: codeAt() })).path).toBe(paths.home)
  })

  test('keeps the name of a device and its QR', async () => {
    const { browser, page } = await atActivation(sql)
    const key = /secret=([A-Z2-7]+)/.exec(page.body)?.[1]
    const form = { csrf: '', device_name: 'HP Ibu', code: '123456' }
    const stale = await browser.post(paths.activation, form)
    expect(stale.status).toBe(403)
    expect(stale.body).toContain('value="HP Ibu"')
    expect(stale.body).toContain(key)
    expect(stale.body).not.toContain('123456')
  })

  test.each([paths.newPassword, paths.activation])(
    'leads a sign-in to its own page: %s',
    async (path) => {
      const { browser } = await atCode(sql)
      expect((await browser.post(path, { csrf: '' })).headers.get('Location')).toBe(paths.code)
    },
  )

  test.each([paths.signOut, paths.sessionExtension, paths.recoveryCodes, paths.practice])(
    'changes nothing for whoever is signed in: %s',
    async (path) => {
      const { person, browser } = await signedIn(sql)
      const stale = await browser.post(path, { csrf: 'x', saved: 'ya' })
      expect(stale.status).toBe(403)
      expect(stale.body).toContain(STALE)
      expect(await sql`select from sessions where person = ${person.id}`).toHaveLength(1)
    },
  )

  test('is what the token of another browser is', async () => {
    const [one, other] = [await atSignIn(sql), await atSignIn(sql)]
    const token = /name="csrf" value="([^"]+)"/.exec((await other.get(paths.signIn)).body)?.[1]
    const answer = await one.post(paths.signIn, { csrf: token ?? '' })
    expect(answer.status).toBe(403)
  })

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/json',
    'text/plain',
  ])('is what a body is that is no form: %s', async (type) => {
    const browser = await atSignIn(sql, { headers: { 'Content-Type': type } })
    const answer = await browser.post(paths.signIn, { username: 'x' })
    expect(answer.status).toBe(403)
  })
})
