import { describe, expect, test } from 'vitest'
import type { SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { type Visit, visitor } from '#test/support/visitor.ts'
import { atSignIn, codeAt, signedIn, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const OVER = 'Sesi Anda sudah berakhir. Silakan masuk lagi.'
const [MINUTE, HOUR] = [60, 3600]

async function withClock(visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const { clock, at } = testClock()
  const { person, browser } = await signedIn(sql, { ...visit, deps: { clock } }, fields)
  const part = visitor(sql, { cookies: browser.cookies, htmx: true, deps: { clock } })
  return { person, browser, part, at }
}

describe('a session (R-SE-03)', () => {
  test.each([
    ['employee', undefined, 30 * MINUTE],
    ['officer', 'officer', 15 * MINUTE],
  ] as const)('of an idle %s is over in time', async (_, role, limit) => {
    const { browser, part, at } = await withClock({}, { role })
    at(limit - 1)
    expect((await part.get(paths.sessionClock)).body).toContain(
      'Sesi Anda berakhir dalam kurang dari 1 menit.',
    )
    at(limit)
    const over = await browser.open(paths.home)
    expect(over.path).toBe(paths.sessionOver)
    expect(over.body).toContain(OVER)
    expect(browser.cookies.has('sid')).toBe(false)
  })

  test.each([
    ['employee', undefined, 12 * HOUR, 20 * MINUTE],
    ['officer', 'officer', 8 * HOUR, 10 * MINUTE],
  ] as const)('of a busy %s is over in the end', async (_, role, limit, pause) => {
    const { browser, at } = await withClock({}, { role })
    for (let now = 0; now < limit; now += pause) {
      at(now)
      expect((await browser.get(paths.home)).status).toBe(200)
    }
    at(limit)
    expect((await browser.open(paths.home)).path).toBe(paths.sessionOver)
  })

  test('is warned of two minutes before its end, which asking does not put off', async () => {
    const { part, browser, at } = await withClock()
    at(27 * MINUTE)
    expect((await part.get(paths.sessionClock)).body).toContain('Sesi berakhir pukul 12.30 WIB')
    at(28 * MINUTE)
    const warned = await part.get(paths.sessionClock)
    expect(warned.body).toContain('Sesi Anda berakhir dalam 2 menit.')
    expect(warned.body).toContain('Lanjutkan')
    at(30 * MINUTE)
    const over = await part.get(paths.sessionClock)
    expect(over.body).toContain(OVER)
    expect((await browser.open(paths.home)).path).toBe(paths.sessionOver)
  })

  test('goes on for another half hour with Lanjutkan, on the page where one is', async () => {
    const { part, browser, at } = await withClock()
    at(28 * MINUTE)
    await part.get(paths.sessionClock)
    const extended = await part.post(paths.sessionExtension)
    expect(extended.status).toBe(200)
    expect(extended.body).toContain('Sesi diperpanjang sampai pukul 12.58 WIB')
    at(57 * MINUTE)
    expect((await browser.get(paths.home)).status).toBe(200)
  })

  test('goes on without JavaScript too, and prints when it ends', async () => {
    const { browser, at } = await withClock()
    at(20 * MINUTE)
    const home = await browser.get(paths.home)
    expect(home.body).toContain('Sesi berakhir pukul 12.50 WIB')
    expect(home.body).toContain('Perpanjang sesi')
    expect(home.body).not.toMatch(/http-equiv="refresh"/i)
    at(40 * MINUTE)
    expect((await browser.send(paths.sessionExtension)).path).toBe(paths.home)
    at(65 * MINUTE)
    expect((await browser.get(paths.home)).status).toBe(200)
  })

  test('tells the time of the zone of the agency (R-IN-01)', async () => {
    const { browser } = await withClock({}, { zone: 'WIT' })
    expect((await browser.get(paths.home)).body).toContain('Sesi berakhir pukul 14.30 WIT')
  })

  test('led away by htmx, leaves the page', async () => {
    const { part, at } = await withClock()
    at(31 * MINUTE)
    const answer = await part.get(paths.home)
    expect([answer.status, answer.headers.get('HX-Redirect')]).toEqual([204, paths.sessionOver])
  })

  test('is nobody’s whose cookie is none of ours', async () => {
    const cookies = new Map([['sid', 'x'.repeat(43)]])
    expect((await visitor(sql, { cookies }).get(paths.home)).headers.get('Location')).toBe(
      paths.sessionOver,
    )
    const nonsense = new Map([['sid', "' or 1=1"]])
    expect(
      (await visitor(sql, { cookies: nonsense }).get(paths.home)).headers.get('Location'),
    ).toBe(paths.signIn)
  })
})

describe('/keluar', () => {
  test('asks first, ends the session, and keeps the known browser', async () => {
    const { person, browser } = await withClock()
    const asks = await browser.get(paths.signOut)
    expect(asks.body).toContain('Anda akan keluar dari ASN Digital di browser ini.')
    const sid = browser.cookies.get('sid') ?? ''
    const answer = await browser.post(paths.signOut)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache","storage"')
    expect([...browser.cookies.keys()]).toEqual(['kenal'])
    expect((await browser.get(paths.signOut)).body).toContain('Anda sudah keluar.')
    browser.cookies.set('sid', sid)
    expect((await browser.open(paths.home)).path).toBe(paths.sessionOver)
    const events = await sql`select kind from events where person = ${person.id} order by id`
    expect(events.map(({ kind }) => kind)).toEqual(['signedIn', 'signedOut'])
  })

  test('ends this session alone', async () => {
    const { person, browser } = await signedIn(sql)
    const { clock, at } = testClock()
    at(30)
    const other = await atSignIn(sql, { deps: { clock } })
    await typePassword(other, person)
    await other.send(paths.code, { code: codeAt(clock()) })
    await browser.send(paths.signOut)
    expect((await other.get(paths.home)).status).toBe(200)
  })
})

describe('T-FLOW', () => {
  test('a second click on the code says what happened, and Beranda opens', async () => {
    const { person, browser } = await signedIn(sql)
    expect((await browser.open(paths.code)).path).toBe(paths.home)
    expect((await browser.send(paths.code, { code: codeAt() })).path).toBe(paths.home)
    expect(await sql`select from sessions where person = ${person.id}`).toHaveLength(1)
  })

  test('a second tab goes on where the first one is', async () => {
    const { browser } = await signedIn(sql)
    for (const path of [paths.signIn, paths.code, paths.activation, paths.newPassword])
      expect((await browser.open(path)).path).toBe(paths.home)
  })

  test('a cookie deleted at the code leads back to the start, and all goes on from there', async () => {
    const { person, browser } = await signedIn(sql)
    browser.cookies.clear()
    expect((await browser.open(paths.home)).path).toBe(paths.signIn)
    const again = await typePassword(browser, person)
    expect(again.path).toBe(paths.code)
  })
})
