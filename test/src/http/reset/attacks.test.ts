import { beforeEach, describe, expect, test } from 'vitest'
import { throttleKeys } from '#src/http/sign-in/throttle-keys.ts'
import { NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  addForgetful,
  askedForCode,
  BETTER,
  codesMailedTo,
  EMAIL,
  emailProven,
  lastCodeMailedTo,
  passwordReset,
  typeNewPassword,
  typeNip,
} from '#test/support/reset-walk.ts'
import { vault } from '#test/support/secrets.ts'
import { together } from '#test/support/tries.ts'
import { visitor } from '#test/support/visitor.ts'
import { atSignIn, signedIn, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

/** All ask from one address, which has ten mails an hour. */
beforeEach(async () => {
  await sql`delete from throttles`
})

async function passwordOf({ id }: SomePerson) {
  const [row] = await sql`select body from passwords where person = ${id}`
  return row?.['body']
}

describe('R-RS-02 a code is of no use', () => {
  test('in another browser, whoever it belongs to', async () => {
    const person = await addForgetful(sql)
    await askedForCode(sql, { nip: person.nip })
    const email_code = await lastCodeMailedTo(sql, person)
    const thief = visitor(sql)
    await typeNip(thief, person.nip)
    await thief.send(paths.resetEmail, { email: 'lain@instansi.example' })
    const answer = await thief.post(paths.resetCode, { email_code })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Kode salah.')
  })

  test('for the reset of somebody else in the same browser', async () => {
    const [own, other] = [
      await addForgetful(sql),
      await addForgetful(sql, { emails: ['lain@instansi.example'] }),
    ]
    const { browser } = await askedForCode(sql, { nip: own.nip })
    const email_code = await lastCodeMailedTo(sql, own)
    await typeNip(browser, other.nip)
    await browser.send(paths.resetEmail, { email: EMAIL })
    expect((await browser.post(paths.resetCode, { email_code })).status).toBe(422)
  })

  test('once a newer one of its reset is on its way', async () => {
    const person = await addForgetful(sql)
    const { browser } = await askedForCode(sql, { nip: person.nip })
    const first = await lastCodeMailedTo(sql, person)
    await browser.get(paths.resetEmail)
    await browser.send(paths.resetEmail, { email: EMAIL })
    const [second = ''] = (await codesMailedTo(sql, person)).filter((code) => code !== first)
    expect((await browser.post(paths.resetCode, { email_code: first })).status).toBe(422)
    const next = await browser.send(paths.resetCode, { email_code: second })
    expect(next.path).toBe(paths.resetNewPassword)
  })

  test('the second time', async () => {
    const { person, browser } = await emailProven(sql)
    const email_code = await lastCodeMailedTo(sql, person)
    await typeNip(browser, person.nip)
    await browser.send(paths.resetEmail, { email: 'lain@instansi.example' })
    expect((await browser.post(paths.resetCode, { email_code })).status).toBe(422)
  })
})

describe('whoever guesses', () => {
  test('looks at fifteen codes an hour, however often they begin anew', async () => {
    const person = await addForgetful(sql)
    let looked = 0
    for (let flow = 0; flow < 6; flow += 1) {
      const visit = { nip: person.nip, address: `198.51.${150 + flow}.1` }
      const { browser } = await askedForCode(sql, visit)
      const code = (await codesMailedTo(sql, person))[flow]
      for (let time = 0; time < 7; time += 1) {
        const { body } = await browser.post(paths.resetCode, { email_code: '00000000' })
        if (code && body.includes('Kode salah')) looked += 1
      }
    }
    expect(looked).toBe(15)
  })

  test('finds no reset in the cookie of before the code', async () => {
    const person = await addForgetful(sql)
    const { browser } = await askedForCode(sql, { nip: person.nip })
    const stolen = new Map(browser.cookies)
    await browser.send(paths.resetCode, { email_code: await lastCodeMailedTo(sql, person) })
    const thief = visitor(sql, { cookies: stolen })
    expect((await thief.open(paths.resetNewPassword)).path).toBe(paths.resetStart)
  })

  test('R-CS-01 sets no password from another site, nor without the token', async () => {
    const { person, browser } = await emailProven(sql)
    const before = await passwordOf(person)
    const form = { new_password: BETTER, confirm_password: BETTER }
    const stale = await browser.post(paths.resetNewPassword, { ...form, csrf: 'x' })
    expect(stale.status).toBe(403)
    const foreign = visitor(sql, {
      cookies: browser.cookies,
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    })
    expect((await foreign.post(paths.resetNewPassword, form)).status).toBe(403)
    expect(await passwordOf(person)).toEqual(before)
  })

  test('skips no step: each page leads back to where the reset stands', async () => {
    const { nip } = await addForgetful(sql)
    const browser = visitor(sql)
    await typeNip(browser, nip)
    const form = { new_password: BETTER, confirm_password: BETTER, code: '123456' }
    for (const path of [paths.resetCode, paths.resetDevice, paths.resetNewPassword]) {
      expect((await browser.post(path, form)).headers.get('Location')).toBe(paths.resetEmail)
      expect((await browser.get(path)).headers.get('Location')).toBe(paths.resetEmail)
    }
  })
})

describe('R-RS-04 a reset that succeeded', () => {
  test('ends every session and every known browser, and signs nobody in', async () => {
    const { person, browser } = await signedIn(sql, {}, { emails: [EMAIL] })
    const { browser: other } = await askedForCode(sql, { nip: person.nip })
    const email_code = await lastCodeMailedTo(sql, person)
    await other.send(paths.resetCode, { email_code })
    await typeNewPassword(other)
    expect(other.cookies.has('sid')).toBe(false)
    expect((await other.open(paths.home)).path).toBe(paths.signIn)
    expect((await browser.open(paths.home)).path).toBe(paths.sessionOver)
    expect(await sql`select from known_browsers where person = ${person.id}`).toEqual([])
  })

  test('leaves the old password without use', async () => {
    const { person } = await passwordReset(sql)
    const page = await typePassword(await atSignIn(sql), person)
    expect(page.body).toContain('NIP atau password salah.')
  })

  test('opens a name that was closed to unknown browsers (table 4.1)', async () => {
    const { person, browser } = await emailProven(sql)
    const visit = { network: '-', alone: '-', known: undefined }
    const { unknownBrowsers } = throttleKeys({ vault }, { person: person.id }, visit)
    await sql`
      insert into throttles (key, count, since, lasting) values (${unknownBrowsers}, 80, ${NOW}, true)`
    const closed = await typePassword(await atSignIn(sql), person)
    expect(closed.body).toContain('Masuk dari browser baru sedang ditutup untuk NIP ini.')
    await typeNewPassword(browser)
    const next = await typePassword(await atSignIn(sql), { ...person, password: BETTER })
    expect(next.path).toBe(paths.activation)
  })

  test('T-RACE happens once of ten posts in two tabs, and fails at none', async () => {
    const { person, browser } = await emailProven(sql)
    const form = { new_password: BETTER, confirm_password: BETTER }
    const answers = await together(10, () => browser.post(paths.resetNewPassword, form))
    expect(answers.filter(({ status }) => status !== 303)).toEqual([])
    const events = await sql`
      select from events where person = ${person.id} and kind = 'passwordReset'`
    expect(events).toHaveLength(1)
    expect((await browser.open(paths.resetNewPassword)).path).toBe(
      paths.signInAfterReset('reactivation'),
    )
  })
})

describe('a reset that may not end', () => {
  test.each([
    ['short', 'Password minimal 12 karakter; Anda mengetik 5.'],
    ['Jeruk-Bali-Manis-71', 'Password baru harus berbeda dari yang lama.'],
  ])('stays where it is, and says why: %j', async (new_password, text) => {
    const { person, browser } = await emailProven(sql)
    const before = await passwordOf(person)
    const answer = await browser.post(paths.resetNewPassword, {
      new_password,
      confirm_password: new_password,
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    expect(await passwordOf(person)).toEqual(before)
  })

  test('because the account was disabled meanwhile, changes nothing and begins anew', async () => {
    const { person, browser } = await emailProven(sql)
    await sql`update accounts set state = 'disabled' where person = ${person.id}`
    const before = await passwordOf(person)
    expect((await typeNewPassword(browser)).path).toBe(paths.resetTooLate)
    expect(await passwordOf(person)).toEqual(before)
  })

  test('because an office came meanwhile, changes nothing and begins anew', async () => {
    const { person, browser } = await emailProven(sql)
    await sql`
      insert into mandates values (${person.id}, 'auditor', null, '2020-01-01', '2099-01-01')`
    const before = await passwordOf(person)
    expect((await typeNewPassword(browser)).path).toBe(paths.resetTooLate)
    expect(await passwordOf(person)).toEqual(before)
  })

  test('in time is over, and says so', async () => {
    const { clock, at } = testClock()
    const { browser } = await emailProven(sql, { deps: { clock } })
    at(600)
    expect((await browser.open(paths.resetNewPassword)).path).toBe(paths.resetTooLate)
  })
})
