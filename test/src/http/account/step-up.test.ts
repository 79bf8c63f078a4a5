import { describe, expect, test } from 'vitest'
import { readPlace } from '#src/http/account/step-up-place.ts'
import { routes } from '#src/http/routes.ts'
import { atAccount } from '#test/support/at-account.ts'
import { testDatabase } from '#test/support/database.ts'
import { keptPasswords } from '#test/support/secrets.ts'
import { together } from '#test/support/tries.ts'
import { visitor } from '#test/support/visitor.ts'
import { activated, codeAt, recoveryCodesOn, testClock, wrongCode } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const TO_PASSWORD = paths.stepUpFor(paths.password)
const LATE = 601

async function late(visit = {}) {
  const one = await atAccount(sql, {}, visit)
  one.at(LATE)
  await one.browser.get(TO_PASSWORD)
  return one
}

describe('/akun/langkah-ulang (R-SE-06)', () => {
  test('asks for a code, and leads on with a new session id', async () => {
    const { browser, clock, kinds } = await late()
    const old = browser.cookies.get('sid') ?? ''
    expect((await browser.open(paths.password)).path).toBe(TO_PASSWORD)
    const done = await browser.send(TO_PASSWORD, { code: codeAt(clock()) })
    expect([done.path, done.status]).toEqual([paths.password, 200])
    expect(await kinds()).toEqual(['steppedUp'])
    const dead = visitor(sql, { cookies: new Map([['sid', old]]), deps: { clock } })
    expect((await dead.open(paths.home)).path).toBe(paths.sessionOver)
  })

  test('is good for ten minutes, and then asks again', async () => {
    const { browser, clock, at } = await late()
    await browser.send(TO_PASSWORD, { code: codeAt(clock()) })
    at(LATE + 599)
    expect((await browser.open(paths.password)).path).toBe(paths.password)
    at(LATE + 600)
    expect((await browser.open(paths.password)).path).toBe(TO_PASSWORD)
  })

  test('passes by whoever has just signed in', async () => {
    const { browser } = await atAccount(sql)
    expect((await browser.open(TO_PASSWORD)).path).toBe(paths.password)
  })

  test.each([
    ['', 'Ketik 6 angka dari aplikasi autentikator.'],
    ['12345', 'Kode terdiri dari 6 angka; Anda mengetik 5.'],
    [wrongCode(), 'Kode salah. Pastikan entri ASN Digital yang Anda buka'],
  ])('refuses %j, and the session stays as it was', async (code, text) => {
    const { browser } = await late()
    const sid = browser.cookies.get('sid')
    const refused = await browser.post(TO_PASSWORD, { code })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(text)
    expect(browser.cookies.get('sid')).toBe(sid)
    expect((await browser.open(paths.password)).path).toBe(TO_PASSWORD)
  })

  test('takes a code once, and records the second as a replay', async () => {
    const { browser, clock, at, kinds } = await late()
    const code = codeAt(clock())
    await browser.send(TO_PASSWORD, { code })
    at(LATE + 600)
    await browser.get(TO_PASSWORD)
    at(LATE + 1)
    const again = await browser.post(TO_PASSWORD, { code })
    expect(again.body).toContain('Kode ini sudah dipakai.')
    expect(await kinds()).toEqual(['steppedUp', 'codeReplayed'])
  })

  test('locks after ten wrong codes, and records the lock', async () => {
    const { browser, kinds } = await late()
    const answers = []
    for (let count = 0; count < 10; count += 1)
      answers.push(await browser.post(TO_PASSWORD, { code: wrongCode() }))
    expect(answers.at(-1)?.status).toBe(429)
    expect(answers.at(-1)?.body).toContain('Verifikasi dikunci sampai pukul')
    expect((await kinds()).at(-1)).toBe('codesLocked')
  })

  test('takes a recovery code too, once', async () => {
    const { person, browser } = await late()
    await sql`insert into recovery_sets (person, made_at, saved_at) values (${person.id}, now(), now())`
    const { body } = await keptPasswords.hash('A'.repeat(14))
    await sql`
      insert into recovery_codes (person, name, body)
      values (${person.id}, 'AA', ${sql.json(body as never)})`
    const path = paths.stepUpByRecoveryCode(paths.password)
    expect((await browser.get(path)).body).toContain('ketik satu kode cadangan')
    const wrong = await browser.post(path, { recovery_code: 'B'.repeat(16) })
    expect(wrong.body).toContain('Kode cadangan salah atau sudah dipakai.')
    const done = await browser.send(path, { recovery_code: 'A'.repeat(16) })
    expect(done.path).toBe(paths.password)
    const left =
      await sql`select from recovery_codes where person = ${person.id} and used_at is null`
    expect(left).toEqual([])
  })

  test('T-RACE rises once for twenty posts of one code', async () => {
    const { browser, clock, kinds } = await late()
    await together(20, () => browser.post(TO_PASSWORD, { code: codeAt(clock()) }))
    expect((await kinds()).filter((kind) => kind === 'steppedUp')).toHaveLength(1)
  })

  test('leaves the code unused where the session has ended meanwhile', async () => {
    const { person, browser, clock, again } = await late()
    await sql`update sessions set idle_until = 'epoch' where person = ${person.id}`
    await browser.post(TO_PASSWORD, { code: codeAt(clock()) })
    const other = await again(LATE)
    expect((await other.open(paths.home)).path).toBe(paths.home)
  })

  test('under htmx leaves the page, and refuses within it', async () => {
    const { browser, clock } = await late()
    const part = visitor(sql, { cookies: browser.cookies, htmx: true, deps: { clock } })
    await part.get(TO_PASSWORD)
    const refused = await part.post(TO_PASSWORD, { code: '1' })
    expect(refused.status).toBe(422)
    expect(refused.body).not.toContain('<html')
    const done = await part.post(TO_PASSWORD, { code: codeAt(clock()) })
    expect([done.status, done.headers.get('HX-Redirect')]).toEqual([204, paths.password])
  })

  test('leaves recovery codes that are still on the screen there', async () => {
    const { clock, at } = testClock()
    const { browser, seed, codes } = await activated(sql, { deps: { clock } })
    at(LATE)
    await browser.get(TO_PASSWORD)
    await browser.send(TO_PASSWORD, { code: codeAt(clock(), 0, seed) })
    expect(recoveryCodesOn(await browser.get(paths.recoveryCodes))).toEqual(recoveryCodesOn(codes))
  })

  test('keeps a name that was typed when the ten minutes ran out', async () => {
    const { browser, at, clock, ids } = await atAccount(sql)
    const [id = ''] = await ids()
    await browser.get(paths.deviceName(id))
    at(LATE)
    const asked = await browser.send(paths.deviceName(id), { device_name: 'HP & Tablet "kantor"' })
    expect(asked.path).toContain(paths.stepUp)
    const back = await browser.send(asked.path, { code: codeAt(clock()) })
    expect(back.body).toContain('value="HP &amp; Tablet &quot;kantor&quot;"')
  })
})

describe('R-CS-05 a step-up leads on', () => {
  test.each([
    'https://jahat.example/akun/password',
    '//jahat.example',
    '/akun/password/../../keluar',
    '/keluar',
    '/akun/perangkat/x/nama',
    '/akun/password?nama=x',
    '/akun/password\n',
    '',
    undefined,
  ])('to no other place: %j', (place) => {
    expect(readPlace(place)).toBe(paths.account)
  })

  test('to every page that asks for one', () => {
    const asking = routes.filter(
      ({ method, audience }) => method === 'GET' && audience === 'proven',
    )
    const own = asking.map(({ path }) =>
      path.replace(':id', '0f8fad5b-d9cb-469f-a165-70867728950e'),
    )
    expect(own.filter((path) => readPlace(path) !== path)).toEqual([])
    expect(own.length).toBeGreaterThan(8)
  })
})
