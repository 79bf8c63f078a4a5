import { describe, expect, test } from 'vitest'
import { throttleKeys } from '#src/http/sign-in/throttle-keys.ts'
import { admitPasswordTry } from '#src/store/password-tries.ts'
import { addPerson, NOW, PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { vault } from '#test/support/secrets.ts'
import { seconds, somePasswordTry, together } from '#test/support/tries.ts'
import { atSignIn, codeAt, signedIn, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const CLOSED =
  'Masuk dari browser baru sedang ditutup untuk NIP ini. Gunakan Reset Password (Lupa Password), atau browser yang biasa Anda pakai.'

/** Wrong passwords from as many places, evaluated as far as the limits let them. */
function failElsewhere({ id }: SomePerson, count: number) {
  return together(count, (at) => {
    const visit = { network: `10.${at}`, alone: `10.${at}`, known: undefined }
    const keys = throttleKeys({ vault }, { person: id }, visit)
    return admitPasswordTry(sql, keys, { ...somePasswordTry(), captchaPassed: true }, NOW)
  })
}

describe('R-RL-01 wrong passwords', () => {
  test('slow down their own source from the fourth on, with the clock time to wait for', async () => {
    const { clock, at } = testClock()
    const { nip } = await addPerson(sql)
    const browser = await atSignIn(sql, { deps: { clock }, address: '198.51.100.9' })
    const wrong = () => browser.post(paths.signIn, { username: nip, password: 'salah' })
    for (let count = 0; count < 4; count += 1) expect((await wrong()).status).toBe(422)
    at(0.5)
    const slowed = await browser.post(paths.signIn, { username: nip, password: PASSWORD })
    expect(slowed.status).toBe(429)
    expect(slowed.headers.get('Retry-After')).toBe('1')
    expect(slowed.body).toContain(
      'Terlalu banyak percobaan. Silakan coba lagi pukul 12.00.01 WIB (1 detik lagi).',
    )
    at(1)
    expect((await typePassword(browser, { nip })).path).toBe(paths.code)
  })

  test('do not slow another network down', async () => {
    const { nip } = await addPerson(sql)
    const near = await atSignIn(sql, { address: '198.51.100.10' })
    for (let count = 0; count < 6; count += 1)
      await near.post(paths.signIn, { username: nip, password: 'salah' })
    expect(
      (await typePassword(await atSignIn(sql, { address: '203.0.113.10' }), { nip })).path,
    ).toBe(paths.code)
  })

  test('count for all names of one person together (R-AK-01)', async () => {
    const { nip, userName } = await addPerson(sql, { userName: 'dua_nama' })
    const browser = await atSignIn(sql, { address: '198.51.100.11' })
    for (const username of [nip, userName ?? '', nip, userName ?? ''])
      await browser.post(paths.signIn, { username, password: 'salah' })
    const fifth = await browser.post(paths.signIn, { username: nip, password: PASSWORD })
    expect(fifth.status).toBe(429)
  })

  test('make a security check due at twenty, which a right password does not replace', async () => {
    const person = await addPerson(sql)
    await failElsewhere(person, 20)
    const browser = await atSignIn(sql)
    const due = await browser.post(paths.signIn, { username: person.nip, password: PASSWORD })
    expect(due.status).toBe(422)
    expect(due.body).toContain('Selesaikan pemeriksaan keamanan ini dahulu.')
    expect(await sql`select from sign_ins where person = ${person.id}`).toEqual([])
  })

  test('close the way to unknown browsers at eighty, and to nobody else', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await signedIn(sql, { deps: { clock } })
    const tries = await failElsewhere(person, 300)
    expect(tries.filter(({ kind }) => kind === 'admitted')).toHaveLength(80)
    at(3600)
    const unknown = await atSignIn(sql, { deps: { clock } })
    const closed = await unknown.post(paths.signIn, { username: person.nip, password: PASSWORD })
    expect(closed.status).toBe(429)
    expect(closed.body).toContain(CLOSED)
    await browser.send(paths.signOut)
    await browser.get(paths.signIn)
    expect((await typePassword(browser, person)).path).toBe(paths.code)
  })
})

describe('R-RL-02 a known browser', () => {
  test('signs in at once after 10,000 failures elsewhere, and is told of them', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await signedIn(sql, { deps: { clock } })
    await browser.send(paths.signOut)
    const visit = { network: '10.9', alone: '10.9', known: undefined }
    const { name, unknownBrowsers } = throttleKeys({ vault }, { person: person.id }, visit)
    await sql`
      insert into throttles (key, count, since, lasting)
      values (${name}, 10000, ${NOW}, false), (${unknownBrowsers}, 10000, ${NOW}, true)`
    at(60)
    await browser.get(paths.signIn)
    expect((await typePassword(browser, person)).path).toBe(paths.code)
    const home = await browser.send(paths.code, { code: codeAt(clock()) })
    expect(home.body).toContain(
      'Ada 10000 percobaan masuk yang gagal dari tempat lain. Anda tetap dapat masuk.',
    )
    expect((await browser.open(paths.home)).status).toBe(200)
  })

  test('still needs the code', async () => {
    const { person, browser } = await signedIn(sql)
    await browser.send(paths.signOut)
    await browser.get(paths.signIn)
    await typePassword(browser, person)
    expect((await browser.open(paths.home)).path).toBe(paths.code)
  })

  test('is known for its own people alone', async () => {
    const [{ browser }, stranger] = [await signedIn(sql), await addPerson(sql)]
    await browser.send(paths.signOut)
    await failElsewhere(stranger, 80)
    await browser.get(paths.signIn)
    const answer = await browser.post(paths.signIn, { username: stranger.nip, password: PASSWORD })
    expect(answer.body).toContain(CLOSED)
  })

  test('is forgotten after 180 days', async () => {
    const { person, browser } = await signedIn(sql)
    await failElsewhere(person, 80)
    const late = seconds(180 * 24 * 3600)
    const later = await atSignIn(sql, { cookies: browser.cookies, deps: { clock: () => late } })
    const answer = await later.post(paths.signIn, { username: person.nip, password: PASSWORD })
    expect(answer.body).toContain(CLOSED)
  })
})
