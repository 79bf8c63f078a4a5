import { describe, expect, test } from 'vitest'
import { NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { together } from '#test/support/tries.ts'
import {
  activated,
  atSignIn,
  type Browser,
  codeAt,
  recoveryCodesOn,
  testClock,
  typePassword,
  wrongCode,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const WRONG = 'Kode cadangan salah atau sudah dipakai.'

async function signInByRecovery(person: SomePerson, recovery_code: string) {
  const browser = await atSignIn(sql)
  await typePassword(browser, person)
  return { browser, answer: await browser.send(paths.code, { recovery_code }) }
}

async function withCodes(visit = {}) {
  const { person, browser, seed, codes } = await activated(sql, visit)
  return { person, browser, seed, codes: recoveryCodesOn(codes) }
}

describe('/aktivasi/kode-cadangan', () => {
  test('shows the same ten codes until they are ticked off, and never again', async () => {
    const { browser, codes } = await withCodes()
    expect(new Set(codes).size).toBe(10)
    expect(recoveryCodesOn(await browser.get(paths.recoveryCodes))).toEqual(codes)
    const next = await browser.send(paths.recoveryCodes, { saved: 'ya' })
    expect(next.path).toBe(paths.practice)
    expect(recoveryCodesOn(await browser.get(paths.recoveryCodes))).toEqual([])
    const [set] = await sql`select sealed from recovery_sets where saved_at is not null limit 1`
    expect(set).toEqual({ sealed: null })
  })

  test('shows them to no other session of the same person', async () => {
    const { person, seed, codes } = await withCodes()
    const { clock, at } = testClock()
    at(30)
    const other = await atSignIn(sql, { deps: { clock } })
    await typePassword(other, person)
    await other.send(paths.code, { code: codeAt(clock(), 0, seed) })
    const page = await other.get(paths.recoveryCodes)
    expect(page.status).toBe(200)
    expect(recoveryCodesOn(page)).toEqual([])
    for (const code of codes) expect(page.body).not.toContain(code)
    expect((await other.get(paths.recoveryCodesFile)).headers.get('Location')).toBe(
      paths.recoveryCodes,
    )
  })

  test('gives them as a file too', async () => {
    const { browser, codes } = await withCodes()
    const file = await browser.get(paths.recoveryCodesFile)
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w-]+\.txt"$/)
    expect(file.headers.get('Content-Type')).toMatch(/^text\/plain/)
    for (const code of codes) expect(file.body).toContain(code)
  })

  test('offers a new set, which voids the old one, where they were not ticked off', async () => {
    const { person, browser, codes } = await withCodes()
    const home = await browser.send(paths.recoveryCodes)
    expect(home.path).toBe(paths.home)
    expect(home.body).toContain('Kode cadangan Anda belum ditandai tersimpan.')
    const offer = await browser.get(paths.recoveryCodes)
    expect(recoveryCodesOn(offer)).toEqual([])
    const fresh = recoveryCodesOn(await browser.send(paths.recoveryCodes, { make: 'ya' }))
    expect(fresh).toHaveLength(10)
    expect((await signInByRecovery(person, codes[0] ?? '')).answer.body).toContain(WRONG)
    expect((await signInByRecovery(person, fresh[0] ?? '')).answer.path).toBe(paths.home)
  })

  test('makes a new set of a good one too, for whoever lost the paper', async () => {
    const { browser, codes } = await withCodes()
    await browser.send(paths.recoveryCodes, { saved: 'ya' })
    const offer = await browser.get(paths.recoveryCodes)
    expect(offer.body).toContain('Kode cadangan Anda masih 10')
    const fresh = recoveryCodesOn(await browser.send(paths.recoveryCodes, { make: 'ya' }))
    expect(fresh).toHaveLength(10)
    expect(fresh.filter((code) => codes.includes(code))).toEqual([])
  })

  test('R-SE-06 makes no new set without a step-up, however it is asked', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await withCodes({ deps: { clock } })
    await browser.send(paths.recoveryCodes, { saved: 'ya' })
    at(601)
    const asked = await browser.send(paths.recoveryCodes, { make: 'ya' })
    expect(asked.path).toBe(paths.stepUpFor(paths.recoveryCodes))
    const made = await sql`
      select from events where person = ${person.id} and kind = 'recoveryCodesMade'`
    expect(made).toHaveLength(1)
  })

  test('R-RS-06 offers a new set at three left', async () => {
    const { person, browser } = await withCodes()
    await browser.send(paths.recoveryCodes, { saved: 'ya' })
    await sql`
      update recovery_codes set used_at = now() where person = ${person.id} and name in
        (select name from recovery_codes where person = ${person.id} limit 7)`
    expect((await browser.get(paths.home)).body).toContain('Kode cadangan Anda tinggal sedikit.')
    const fresh = await browser.send(paths.recoveryCodes, { make: 'ya' })
    expect(recoveryCodesOn(fresh)).toHaveLength(10)
  })
})

describe('POST /masuk/kode with a recovery code', () => {
  test('opens a session, however it is typed, and works once', async () => {
    const { person, codes } = await withCodes()
    const typed = (codes[0] ?? '').toLowerCase().replaceAll(' ', '-')
    expect((await signInByRecovery(person, typed)).answer.path).toBe(paths.home)
    const again = await signInByRecovery(person, typed)
    expect(again.answer.status).toBe(422)
    expect(again.answer.body).toContain(WRONG)
  })

  test('T-RACE opens one session for fifty posts of one code', async () => {
    const { person, codes } = await withCodes()
    const browser = await atSignIn(sql)
    await typePassword(browser, person)
    const form = { recovery_code: codes[1] ?? '' }
    const answers = await together(50, () => browser.post(paths.code, form))
    const opened = answers.filter(({ headers }) => headers.get('Location') === paths.home)
    expect(opened.length).toBeGreaterThanOrEqual(1)
    expect(answers.filter(({ status }) => status === 500)).toEqual([])
    const events = await sql`
      select from events where person = ${person.id} and kind = 'recoveryCodeUsed'`
    expect(events).toHaveLength(1)
  })

  test.each([
    ['', 'Ketik kode cadangan Anda.'],
    ['ABCD', 'Kode cadangan terdiri dari 16 huruf dan angka. Periksa kembali.'],
    ['AAAA AAAA AAAA AAAA', WRONG],
  ])('refuses %j', async (typed, text) => {
    const { person } = await withCodes()
    const { answer } = await signInByRecovery(person, typed)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
  })

  test('waits after ten wrong ones in an hour', async () => {
    const { person, codes } = await withCodes()
    const browser: Browser = await atSignIn(sql)
    await typePassword(browser, person)
    for (let count = 0; count < 10; count += 1)
      await browser.post(paths.code, { recovery_code: 'AAAAAAAAAAAAAAAA' })
    const waits = await browser.post(paths.code, { recovery_code: codes[2] ?? '' })
    expect(waits.status).toBe(429)
    expect(waits.headers.get('Retry-After')).toBe('3600')
    expect(waits.body).toContain('Silakan coba lagi pukul 13.00 WIB (1 jam lagi).')
  })
})

describe('/aktivasi/latihan', () => {
  test('takes the next code, uses it up and says that the phone is ready', async () => {
    const { clock, at } = testClock()
    const { browser, seed } = await withCodes({ deps: { clock } })
    const page = await browser.get(paths.practice)
    expect(page.body).toContain(
      'Latihan (boleh dilewati): ketik kode berikutnya untuk memastikan HP Anda siap.',
    )
    const used = await browser.post(paths.practice, { code: codeAt(NOW, 0, seed) })
    expect(used.status).toBe(422)
    expect(used.body).toContain('Kode ini sudah dipakai.')
    const done = await browser.send(paths.practice, { code: codeAt(at(30), 0, seed) })
    expect(done.path).toBe(paths.practiceDone)
    expect(done.body).toContain('Kode cocok. HP Anda siap dipakai untuk masuk.')
  })

  test('counts wrong codes, and locks with them', async () => {
    const { person, browser } = await withCodes()
    let last = { status: 0, body: '' }
    for (let count = 0; count < 11; count += 1)
      last = await browser.post(paths.practice, { code: wrongCode() })
    expect(last.status).toBe(429)
    expect(last.body).toContain('Verifikasi dikunci')
    const [account] = await sql`select code_failures from accounts where person = ${person.id}`
    expect(account).toEqual({ codeFailures: 10 })
  })
})
