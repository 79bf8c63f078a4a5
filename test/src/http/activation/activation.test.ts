import { describe, expect, test } from 'vitest'
import { addDevice, NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { together } from '#test/support/tries.ts'
import {
  activated,
  atActivation,
  atCode,
  atSignIn,
  codeAt,
  seedOn,
  testClock,
  typePassword,
  wrongCode,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function accountOf({ id }: Pick<SomePerson, 'id'>) {
  const [row] = await sql`
    select state, mfa, held_because, code_failures from accounts where person = ${id}`
  return row
}

describe('GET /aktivasi', () => {
  test('shows QR, key in groups of four, and a link for the phone itself', async () => {
    const { person, page } = await atActivation(sql)
    expect(page.path).toBe(paths.activation)
    expect(page.body).toContain('<svg')
    expect(page.body).toMatch(/([A-Z2-7]{4} ){7}[A-Z2-7]{4}/)
    expect(page.body).toContain(`otpauth://totp/ASN%20Digital:${person.nip}?secret=`)
    expect(page.body).toContain('QR ini berlaku sampai pukul 12.15 WIB.')
    expect(seedOn(page)).toHaveLength(20)
  })

  test('R-OT-02 shows this browser the same secret for fifteen minutes, after signing in anew too', async () => {
    const { clock, at } = testClock()
    const { person, browser, page } = await atActivation(sql, { deps: { clock } })
    at(300)
    expect(seedOn(await browser.get(paths.activation))).toEqual(seedOn(page))
    at(890)
    await browser.get(paths.signIn)
    expect(seedOn(await typePassword(browser, person))).toEqual(seedOn(page))
    at(900)
    expect(seedOn(await browser.get(paths.activation))).not.toEqual(seedOn(page))
  })

  test('R-OT-02 never shows it to another browser, nor to this one without its cookie', async () => {
    const { person, browser, page } = await atActivation(sql)
    const other = await atSignIn(sql)
    const seeds = [seedOn(page), seedOn(await typePassword(other, person))]
    browser.cookies.clear()
    expect((await browser.get(paths.activation)).headers.get('Location')).toBe(paths.signIn)
    await browser.get(paths.signIn)
    seeds.push(seedOn(await typePassword(browser, person)))
    expect(new Set(seeds.map(String)).size).toBe(3)
  })

  test('lets whoever has a QR finish with it, though the ten minutes are over', async () => {
    const { clock, at } = testClock()
    const { browser, page } = await atActivation(sql, { deps: { clock } })
    const code = codeAt(at(899), 0, seedOn(page))
    const done = await browser.send(paths.activation, { device_name: 'HP', code })
    expect(done.path).toBe(paths.recoveryCodes)
  })

  test('makes five secrets an hour, and says when the next one comes', async () => {
    const { person } = await atActivation(sql)
    for (let count = 0; count < 4; count += 1) await typePassword(await atSignIn(sql), person)
    const sixth = await typePassword(await atSignIn(sql), person)
    expect(sixth.status).toBe(429)
    expect(sixth.body).toContain('13.00 WIB')
    expect(sixth.headers.get('Retry-After')).toBe('3600')
  })
})

describe('POST /aktivasi', () => {
  test.each([
    [{ device_name: ' ', code: '123456' }, 'Beri nama perangkat, misalnya HP Samsung.'],
    [{ device_name: 'x'.repeat(41), code: '123456' }, 'Nama perangkat paling banyak 40 karakter.'],
    [{ device_name: 'HP', code: '' }, 'Ketik 6 angka dari aplikasi autentikator.'],
    [{ device_name: 'HP', code: 'wrong' }, 'Kode salah.'],
  ])('says what is missing and keeps name and secret: %j', async (form, text) => {
    const { person, browser, page } = await atActivation(sql)
    // The secret is another each time, and so is what it never shows.
    const code = form.code === 'wrong' ? wrongCode(NOW, seedOn(page)) : form.code
    const answer = await browser.post(paths.activation, { ...form, code })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    expect(answer.body).toContain(`value="${form.device_name}"`)
    expect(seedOn(answer)).toEqual(seedOn(page))
    expect(await accountOf(person)).toMatchObject({
      state: 'created',
      mfa: 'none',
      codeFailures: 0,
    })
  })

  test('tells a phone at once how wrong its clock is, however wrong', async () => {
    const { browser, page } = await atActivation(sql)
    const code = codeAt(NOW, 3600, seedOn(page))
    const answer = await browser.post(paths.activation, { device_name: 'HP', code })
    expect(answer.body).toContain('Jam HP Anda lebih cepat 1 jam.')
  })

  test('says that a QR is too old and shows a new one', async () => {
    const { clock, at } = testClock()
    const { person, browser, page } = await atActivation(sql, { deps: { clock } })
    at(890)
    await browser.get(paths.signIn)
    await typePassword(browser, person)
    const code = codeAt(at(900), 0, seedOn(page))
    const answer = await browser.post(paths.activation, { device_name: 'HP', code })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(
      'QR ini sudah lewat 15 menit. Hapus entri lama di aplikasi, lalu pindai QR yang baru.',
    )
    expect(seedOn(answer)).not.toEqual(seedOn(page))
  })

  test('activates, holds the account, uses the code up and shows ten codes', async () => {
    const { person, browser, seed, codes } = await activated(sql)
    expect(codes.path).toBe(paths.recoveryCodes)
    expect(codes.body).toContain(
      'MFA aktif di perangkat HP Uji. Simpan 10 kode cadangan ini; kode hanya ditampilkan sekali.',
    )
    expect(await accountOf(person)).toMatchObject({
      state: 'active',
      mfa: 'inUse',
      heldBecause: 'firstActivation',
    })
    const again = await atSignIn(sql)
    expect((await typePassword(again, person)).path).toBe(paths.code)
    const replay = await again.post(paths.code, { code: codeAt(NOW, 0, seed) })
    expect(replay.body).toContain('Kode ini sudah dipakai.')
    expect((await browser.get(paths.activation)).headers.get('Location')).toBe(paths.home)
  })

  test('happens once for ten posts at once, fails at none, and leads none back to its form', async () => {
    const { person, browser, page } = await atActivation(sql)
    const form = { device_name: 'HP', code: codeAt(NOW, 0, seedOn(page)) }
    const answers = await together(10, () => browser.post(paths.activation, form))
    expect(answers.filter(({ headers }) => headers.getSetCookie().length > 0)).toHaveLength(1)
    const elsewhere = [paths.recoveryCodes, paths.signInTooLate, paths.home]
    expect(elsewhere).toEqual(
      expect.arrayContaining(answers.map(({ headers }) => headers.get('Location'))),
    )
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(await sql`select from devices where person = ${person.id}`).toHaveLength(1)
  })

  test('a second click is answered once the first one is done, and led where that one leads', async () => {
    const { person, browser, page } = await atActivation(sql)
    await sql`update accounts set hashing_until = 'infinity' where person = ${person.id}`
    let isAnswered = false
    const form = { device_name: 'HP', code: codeAt(NOW, 0, seedOn(page)) }
    const second = browser.post(paths.activation, form).finally(() => {
      isAnswered = true
    })
    for (let looks = 5; looks > 0; looks -= 1) await browser.get(paths.activation)
    expect(isAnswered).toBe(false)
    await sql`update accounts set hashing_until = 'epoch' where person = ${person.id}`
    expect((await second).headers.get('Location')).toBe(paths.recoveryCodes)
  })

  test('R-OT-07 is postponed while our own clock is in doubt', async () => {
    const serverClock = { isTrusted: () => false }
    const { browser, page } = await atActivation(sql, { deps: { serverClock } })
    const code = codeAt(NOW, 0, seedOn(page))
    const answer = await browser.post(paths.activation, { device_name: 'HP', code })
    expect(answer.status).toBe(503)
    expect(answer.body).toContain('Jam server kami sedang tidak tepat')
  })

  test('comes after the new password where the old one is weak', async () => {
    const fields = { password: 'rahasia8', judgedAt: new Date(0) }
    const { browser, page } = await atActivation(sql, {}, fields)
    expect(page.path).toBe(paths.newPassword)
    expect((await browser.get(paths.activation)).headers.get('Location')).toBe(paths.newPassword)
    const password = 'Layang-Layang=Putus7'
    const form = { new_password: password, confirm_password: password }
    expect((await browser.send(paths.newPassword, form)).path).toBe(paths.activation)
  })
})

describe('POST /masuk/password-baru', () => {
  const GOOD = 'Layang-Layang=Putus7'
  test.each([
    ['Pendek-1', 'Pendek-1', 'Password minimal 12 karakter; Anda mengetik 8.'],
    ['tanpa-huruf-besar', 'x', 'Belum ada: huruf besar, angka.'],
    ['Kunci-Contoh-Saya-7', 'x', 'Password tidak boleh memuat nama Anda.'],
    [GOOD, 'lain', 'Konfirmasi password tidak sama.'],
    ['', '', 'Ketik password baru.'],
  ])('refuses %j, %j', async (new_password, confirm_password, text) => {
    const { browser } = await atActivation(sql, {}, { password: 'rahasia8', judgedAt: new Date(0) })
    const answer = await browser.post(paths.newPassword, { new_password, confirm_password })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    if (new_password) expect(answer.body).not.toContain(new_password)
  })
})

describe('reactivation', () => {
  test('keeps the devices of whoever types a code of an old one, and holds nothing', async () => {
    const { person, browser } = await atCode(sql, {}, { mfa: 'reactivation' })
    const page = await browser.get(paths.activation)
    expect(page.body).toContain('Perangkat lama masih ada? Ketik kodenya.')
    const home = await browser.send(paths.activation, { old_code: codeAt() })
    expect(home.path).toBe(paths.home)
    expect(await accountOf(person)).toMatchObject({ mfa: 'inUse', heldBecause: null })
  })

  test('puts the old devices aside once a new one is verified, and not before', async () => {
    const { person, browser, page } = await atCode(sql, {}, { mfa: 'reactivation' })
    await addDevice(sql, person.id, { name: 'Tablet', seed: Buffer.alloc(20, 5) })
    const inUse = () =>
      sql`select name from devices where person = ${person.id} and retired_at is null`
    expect(await inUse()).toHaveLength(2)
    const code = codeAt(NOW, 0, seedOn(page))
    await browser.send(paths.activation, { device_name: 'Tablet', code })
    expect(await inUse()).toEqual([{ name: 'Tablet' }])
    expect(await accountOf(person)).toMatchObject({ heldBecause: 'reactivation' })
  })

  test('counts wrong codes of an old device, and locks after ten', async () => {
    const { person } = await atCode(sql, {}, { mfa: 'reactivation' })
    let last = { status: 0, body: '' }
    for (let signIn = 0; signIn < 2; signIn += 1) {
      const browser = await atSignIn(sql)
      await typePassword(browser, person)
      for (let count = 0; count < 5; count += 1)
        last = await browser.post(paths.activation, { old_code: wrongCode() })
    }
    expect(await accountOf(person)).toMatchObject({ codeFailures: 10 })
    expect(last.status).toBe(429)
    expect(last.body).toContain('Verifikasi dikunci sampai pukul 12.15 WIB (15 menit lagi)')
  })

  test('takes no old device where nothing was reset', async () => {
    const { person, browser } = await atActivation(sql)
    const answer = await browser.post(paths.activation, { old_code: codeAt() })
    expect(answer.status).toBe(422)
    expect(await accountOf(person)).toMatchObject({ state: 'created' })
  })
})
