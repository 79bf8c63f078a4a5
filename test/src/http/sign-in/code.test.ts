import { describe, expect, test } from 'vitest'
import { addDevice, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { vault } from '#test/support/secrets.ts'
import { together } from '#test/support/tries.ts'
import {
  atCode,
  atSignIn,
  codeAt,
  signedIn,
  testClock,
  typePassword,
  wrongCode,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const OTHER =
  'Kode salah. Pastikan entri ASN Digital yang Anda buka, tunggu kode berikutnya, lalu ketik kode itu.'
const AT_NOON_ONE = 60

async function accountOf({ id }: SomePerson) {
  const [row] = await sql`select code_failures as failures from accounts where person = ${id}`
  return row?.['failures']
}

async function sessionsOf({ id }: SomePerson) {
  return (await sql`select from sessions where person = ${id}`).length
}

describe('POST /masuk/kode', () => {
  test.each([
    ['', 'Ketik 6 angka dari aplikasi autentikator.'],
    ['12345', 'Kode terdiri dari 6 angka; Anda mengetik 5.'],
    ['12345a', 'Kode hanya berisi angka.'],
  ])('says what is no code, without counting: %j', async (code, text) => {
    const { person, browser } = await atCode(sql)
    const answer = await browser.post(paths.code, { code })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    expect(await accountOf(person)).toBe(0)
  })

  test.each([
    [
      -90,
      'Kode ini sudah lewat sekitar 90 detik. Ketik kode yang sedang tampil; bila tetap gagal, nyalakan waktu otomatis di HP.',
    ],
    [
      180,
      'Kode tidak cocok karena jam HP Anda lebih cepat sekitar 3 menit. Nyalakan waktu otomatis di HP, lalu ketik kode yang baru.',
    ],
    [
      -600,
      'Kode tidak cocok karena jam HP Anda lebih lambat sekitar 10 menit. Nyalakan waktu otomatis di HP, lalu ketik kode yang baru.',
    ],
  ])('tells a phone that is %i s off so at once', async (offset, text) => {
    const { clock, at } = testClock()
    at(15)
    const { person, browser } = await atCode(sql, { deps: { clock } })
    const answer = await browser.post(paths.code, { code: codeAt(clock(), offset) })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    expect(await accountOf(person)).toBe(1)
  })

  test('T-ORACLE names a zone once two codes agree, and before says what it says of any code', async () => {
    const { clock, at } = testClock()
    const { browser } = await atCode(sql, { deps: { clock } })
    const first = await browser.post(paths.code, { code: codeAt(clock(), 3600) })
    expect(first.body).toContain(OTHER)
    at(AT_NOON_ONE)
    const second = await browser.post(paths.code, { code: codeAt(clock(), 3600) })
    expect(second.body).toContain(
      'Jam HP Anda lebih cepat 1 jam. Biasanya jam disetel ke WITA, tetapi zona waktu HP masih WIB. Nyalakan waktu dan zona waktu otomatis, lalu ketik kode yang baru.',
    )
  })

  test('T-ORACLE takes no code later that was told as a clock error, and the right one at once', async () => {
    const { clock, at } = testClock()
    const visit = { deps: { clock } }
    const { person, browser } = await atCode(sql, visit)
    const told = codeAt(clock(), 600)
    expect((await browser.post(paths.code, { code: told })).body).toContain(
      'lebih cepat sekitar 10 menit',
    )
    at(599)
    const later = await browser.post(paths.code, { code: told })
    expect(later.status).toBe(422)
    at(660)
    const again = await atSignIn(sql, visit)
    await typePassword(again, person)
    expect((await again.send(paths.code, { code: codeAt(clock()) })).path).toBe(paths.home)
  })

  test('T-ORACLE answers a code of the next hour as any code before the password', async () => {
    const browser = await atSignIn(sql)
    const answer = await browser.post(paths.code, { code: codeAt() })
    expect(answer.headers.get('Location')).toBe(paths.signIn)
  })

  test('refuses a code that was used, and one session opens with it', async () => {
    const { person } = await signedIn(sql)
    const browser = await atSignIn(sql)
    await typePassword(browser, person)
    const answer = await browser.post(paths.code, { code: codeAt() })
    expect(answer.body).toContain(
      'Kode ini sudah dipakai. Tunggu kode berikutnya, lalu ketik kode baru itu.',
    )
    expect(await sessionsOf(person)).toBe(1)
    const events = await sql`select kind from events where person = ${person.id} order by id desc`
    expect(events[0]).toEqual({ kind: 'codeReplayed' })
  })

  test('T-RACE opens one session for fifty posts of one code, and fails at none', async () => {
    const { person, browser } = await atCode(sql)
    const answers = await together(50, () => browser.post(paths.code, { code: codeAt() }))
    expect(answers.filter(({ headers }) => headers.get('Location') === paths.home)).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(await sessionsOf(person)).toBe(1)
  })

  test('counts five codes down and then starts again', async () => {
    const { browser } = await atCode(sql)
    const bodies: string[] = []
    for (let count = 0; count < 5; count += 1)
      bodies.push((await browser.post(paths.code, { code: wrongCode() })).body)
    expect(bodies[0]).not.toContain('Sisa')
    expect(bodies[1]).toContain('Sisa 3 percobaan.')
    expect(bodies[3]).toContain('Sisa 1 percobaan.')
    expect(bodies[4]).toContain('Lima kode salah. Demi keamanan, silakan masuk lagi dari awal.')
    const after = await browser.send(paths.code, { code: codeAt() })
    expect(after.path).toContain(paths.signIn)
  })

  test('locks after ten wrong codes, for every sign-in, and takes no right code then', async () => {
    const { clock, at } = testClock()
    const visit = { deps: { clock } }
    const { person, browser } = await atCode(sql, visit)
    for (let count = 0; count < 5; count += 1) await browser.post(paths.code, { code: wrongCode() })
    const [second, waiting] = [await atSignIn(sql, visit), await atSignIn(sql, visit)]
    for (const one of [second, waiting]) await typePassword(one, person)
    let last = await second.post(paths.code, { code: wrongCode() })
    for (let count = 0; count < 4; count += 1)
      last = await second.post(paths.code, { code: wrongCode() })
    expect(last.status).toBe(429)
    expect(last.body).toContain(
      'Verifikasi dikunci sampai pukul 12.15 WIB (15 menit lagi) karena terlalu banyak kode salah.',
    )
    expect(last.headers.get('Retry-After')).toBe('900')
    expect((await waiting.post(paths.code, { code: codeAt() })).headers.get('Location')).toBe(
      paths.signIn,
    )
    const third = await atSignIn(sql, visit)
    await typePassword(third, person)
    expect((await third.get(paths.code)).body).not.toContain('name="code"')
    await third.get(paths.recoveryCode)
    expect((await third.post(paths.code, { code: codeAt() })).status).toBe(429)
    at(900)
    expect((await third.send(paths.code, { code: codeAt(at(599)) })).path).toBe(paths.code)
    at(900)
    const fourth = await atSignIn(sql, visit)
    await typePassword(fourth, person)
    expect((await fourth.send(paths.code, { code: codeAt(clock()) })).path).toBe(paths.home)
    expect(await accountOf(person)).toBe(0)
  })

  test('is closed once the budget of wrong codes is spent', async () => {
    const { person, browser } = await atCode(sql)
    await sql`update accounts set code_failures = 100 where person = ${person.id}`
    const answer = await browser.post(paths.code, { code: codeAt() })
    expect(answer.body).toContain(
      'Batas kode salah sudah habis. Pakai kode cadangan, atau hubungi BKPSDM.',
    )
  })

  test('R-OT-07 is postponed and uncharged while our own clock is in doubt', async () => {
    const serverClock = { isTrusted: () => false }
    const { person, browser } = await atCode(sql, { deps: { serverClock } })
    const answer = await browser.post(paths.code, { code: codeAt() })
    expect(answer.status).toBe(503)
    expect(answer.body).toContain(
      'Jam server kami sedang tidak tepat; HP Anda tidak bermasalah. Silakan coba beberapa menit lagi.',
    )
    expect(await accountOf(person)).toBe(0)
  })

  test('gives the try back where the fault is ours', async () => {
    const codeFacts = () => {
      throw new Error('a seed that does not open')
    }
    const report = { request: () => {}, blocked: () => {}, problem: () => {} }
    const { person, browser } = await atCode(sql, {
      deps: { vault: { ...vault, codeFacts }, report },
    })
    expect((await browser.post(paths.code, { code: codeAt() })).status).toBe(500)
    expect(await accountOf(person)).toBe(0)
    const [signIn] = await sql`select tries from sign_ins where person = ${person.id}`
    expect(signIn).toEqual({ tries: 0 })
  })

  test('recognises the code of an old QR by its name and day', async () => {
    const seed = Buffer.from('abcdefghijabcdefghij')
    const retiredAt = new Date('2026-11-20T05:00:00Z')
    const { person, browser } = await atCode(sql)
    await addDevice(sql, person.id, { name: 'HP Lama', seed, retiredAt })
    const answer = await browser.post(paths.code, { code: codeAt(undefined, 0, seed) })
    expect(answer.body).toContain(
      'Kode ini dari QR lama (HP Lama, 1 Januari 2020). Pakai entri ASN Digital terbaru, lalu hapus entri lama di aplikasi.',
    )
  })
})

describe('POST /masuk/kode with a weak password', () => {
  test('leads to the new password, and only then to Beranda', async () => {
    const { person, browser } = await atCode(
      sql,
      {},
      { password: 'rahasia8', judgedAt: undefined as never },
    )
    const step = await browser.send(paths.code, { code: codeAt() })
    expect(step.path).toBe(paths.newPassword)
    expect(step.body).toContain(
      'Password Anda belum memenuhi ketentuan. Silakan buat password baru.',
    )
    expect(await sessionsOf(person)).toBe(0)
    expect((await browser.get(paths.code)).headers.get('Location')).toBe(paths.newPassword)
    const password = 'Layang-Layang=Putus7'
    const form = { new_password: password, confirm_password: password }
    expect((await browser.send(paths.newPassword, form)).path).toBe(paths.home)
    expect((await typePassword(await atSignIn(sql), { ...person, password })).path).toBe(paths.code)
  })
})
