import { describe, expect, test } from 'vitest'
import type { SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  addForgetful,
  askedForCode,
  checkOn,
  codesMailedTo,
  EMAIL,
  lastCodeMailedTo,
  typeNip,
} from '#test/support/reset-walk.ts'
import { visitor } from '#test/support/visitor.ts'
import { signedIn, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

/** A code that differs from the right one in its last digit alone. */
function besides(code: string): string {
  return code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
}

async function mailsTo(person: SomePerson): Promise<number> {
  return (await codesMailedTo(sql, person)).length
}

describe('POST /reset/password', () => {
  test.each([
    ['', 'Ketik NIP atau NI PPPK Anda.'],
    ['1985', 'NIP atau NI PPPK terdiri dari 18 angka. Periksa kembali.'],
  ])('tells the shape of a number and nothing else: %j', async (username, text) => {
    const browser = visitor(sql)
    const { body } = await browser.get(paths.resetStart)
    const answer = await browser.post(paths.resetStart, { username, ...checkOn(body) })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
  })

  test('R-CA-01 begins nothing without the security check, which serves once', async () => {
    const { nip } = await addForgetful(sql)
    const browser = visitor(sql)
    const { body } = await browser.get(paths.resetStart)
    const bare = await browser.post(paths.resetStart, { username: nip })
    expect(bare.status).toBe(422)
    expect(bare.body).toContain('Selesaikan pemeriksaan keamanan ini dahulu.')
    const form = { username: nip, ...checkOn(body) }
    expect((await browser.post(paths.resetStart, form)).headers.get('Location')).toBe(
      paths.resetEmail,
    )
    expect((await browser.post(paths.resetStart, form)).status).toBe(422)
  })

  test('R-RL-05 holds an address back that begins too many, and says until when', async () => {
    const browser = visitor(sql, { address: '198.51.100.9' })
    await sql`delete from throttles`
    await typeNip(browser, '199912312024121999')
    await sql`update throttles set count = 30 where count = 1`
    const { body } = await browser.get(paths.resetStart)
    const form = { username: '199912312024121999', ...checkOn(body) }
    const answer = await browser.post(paths.resetStart, form)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('Retry-After')).toBe('60')
    expect(answer.body).toContain(
      'Terlalu banyak percobaan. Silakan coba lagi pukul 12.01.00 WIB (1 menit lagi).',
    )
  })
})

describe('POST /reset/password/email', () => {
  test.each([
    ['', 'Ketik email yang terdaftar di SIASN.'],
    ['siti@', 'Email tidak lengkap. Contoh: nama@instansi.go.id.'],
    ['a@b.example, c@d.example', 'Email tidak lengkap. Contoh: nama@instansi.go.id.'],
  ])('says what is no address, and keeps it: %j', async (email, text) => {
    const { nip } = await addForgetful(sql)
    const browser = visitor(sql)
    await typeNip(browser, nip)
    const answer = await browser.post(paths.resetEmail, { email })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    expect(answer.body).toContain(`value="${email}"`)
  })

  test('finds an address in whatever case it is typed', async () => {
    const person = await addForgetful(sql)
    await askedForCode(sql, { nip: person.nip, email: ` ${EMAIL.toUpperCase()} ` })
    expect(await mailsTo(person)).toBe(1)
  })

  test('R-RL-04 is silent above three mails an hour, with the same page', async () => {
    const person = await addForgetful(sql)
    const { clock, at } = testClock()
    const pages: string[] = []
    for (let time = 0; time < 5; time += 1) {
      at(time * 600)
      const visit = { nip: person.nip, deps: { clock }, address: `198.51.${100 + time}.1` }
      const { page } = await askedForCode(sql, visit)
      pages.push(page.body.replace(/pukul \d\d\.\d\d|value="[^"]+"/g, ''))
    }
    expect(await mailsTo(person)).toBe(3)
    expect(new Set(pages).size).toBe(1)
    at(3600)
    await askedForCode(sql, { nip: person.nip, deps: { clock }, address: '198.51.110.1' })
    expect(await mailsTo(person)).toBe(4)
  })

  test('R-RL-02 still mails to the browser that its owner is known by', async () => {
    const { person, browser } = await signedIn(sql, {}, { emails: [EMAIL] })
    for (let time = 0; time < 4; time += 1)
      await askedForCode(sql, { nip: person.nip, address: `198.51.${120 + time}.1` })
    expect(await mailsTo(person)).toBe(3)
    await typeNip(browser, person.nip)
    await browser.send(paths.resetEmail, { email: EMAIL })
    expect(await mailsTo(person)).toBe(4)
  })

  test('table 4.1 mails ten codes an hour to whoever asks from one address', async () => {
    await sql`delete from throttles`
    const people: SomePerson[] = []
    for (let time = 0; time < 11; time += 1) people.push(await addForgetful(sql))
    for (const { nip } of people) await askedForCode(sql, { nip, address: '198.51.100.77' })
    const mails = await Promise.all(people.map(mailsTo))
    expect(mails.filter((count) => count === 1)).toHaveLength(10)
  })
})

describe('POST /reset/password/kode', () => {
  async function atCode() {
    const person = await addForgetful(sql)
    const { clock, at } = testClock()
    const { browser } = await askedForCode(sql, { nip: person.nip, deps: { clock } })
    return { person, browser, at, code: await lastCodeMailedTo(sql, person) }
  }

  test.each([
    ['', 'Ketik 8 angka dari email.'],
    ['12345', 'Kode terdiri dari 8 angka; Anda mengetik 5.'],
    ['1234567a', 'Kode hanya berisi angka.'],
  ])('says what is no code, without counting: %j', async (email_code, text) => {
    const { browser } = await atCode()
    const answer = await browser.post(paths.resetCode, { email_code })
    expect(answer.body).toContain(text)
    const next = await browser.post(paths.resetCode, { email_code: '00000000' })
    expect(next.body).toContain('Sisa 4 percobaan.')
  })

  test('counts five wrong ones down, and then takes not even the right one', async () => {
    const { browser, code } = await atCode()
    const told: string[] = []
    for (let time = 0; time < 5; time += 1)
      told.push((await browser.post(paths.resetCode, { email_code: besides(code) })).body)
    for (const [time, left] of [4, 3, 2, 1].entries())
      expect(told[time]).toContain(`Kode salah. Sisa ${left} percobaan.`)
    expect(told[4]).toContain('Kode salah lima kali. Silakan mulai dari awal.')
    expect(told[4]).not.toContain('name="email_code"')
    expect((await browser.send(paths.resetCode, { email_code: code })).path).toBe(paths.resetStart)
  })

  test('takes it as the mail shows it until ten minutes are over', async () => {
    const { browser, at, code } = await atCode()
    at(600)
    const late = await browser.post(paths.resetCode, { email_code: code })
    expect(late.status).toBe(422)
    expect(late.body).toContain('Kode sudah tidak berlaku. Silakan minta kode baru.')
    expect(late.body).toContain(`href="${paths.resetEmail}"`)
    at(599)
    const shown = `${code.slice(0, 4)} ${code.slice(4)}`
    const next = await browser.send(paths.resetCode, { email_code: shown })
    expect(next.path).toBe(paths.resetNewPassword)
  })

  test('T-RACE proves a mailbox once of twenty posts of one code, and fails at none', async () => {
    const { person, browser, code } = await atCode()
    const posts = Array.from({ length: 20 }, () =>
      browser.post(paths.resetCode, { email_code: code }),
    )
    const answers = await Promise.all(posts)
    const led = answers.filter(({ headers }) => headers.get('Location') === paths.resetNewPassword)
    expect(led).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const events = await sql`
      select from events where person = ${person.id} and kind = 'resetEmailProven'`
    expect(events).toHaveLength(1)
  })
})

test('a reset that is over says so, and begins anew', async () => {
  const person = await addForgetful(sql)
  const { clock, at } = testClock()
  const { browser } = await askedForCode(sql, { nip: person.nip, deps: { clock } })
  at(1800)
  const page = await browser.open(paths.resetCode)
  expect(page.path).toBe(paths.resetTooLate)
  expect(page.body).toContain('Waktu reset habis atau reset dihentikan. Silakan mulai dari awal.')
  expect((await typeNip(browser, person.nip)).path).toBe(paths.resetEmail)
})
