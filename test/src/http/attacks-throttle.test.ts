import { describe, expect, test } from 'vitest'
import { makeSite } from '#src/site.ts'
import { sweep } from '#src/store/sweep.ts'
import { addPerson, PASSWORD } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { vault } from '#test/support/secrets.ts'
import { ORIGIN, type Visit } from '#test/support/visitor.ts'
import { atSignIn, codeAt, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const WRONG = 'NIP atau password salah. Periksa kembali, lalu coba lagi.'
const DAY = 24 * 3600

/** One wrong password, from that address. */
async function tryOnce(username: string, visit: Visit) {
  const browser = await atSignIn(sql, visit)
  return browser.post(paths.signIn, { username, password: 'Salah-Sekali=1' })
}

/** One password for many names: how many of forty were looked at. */
async function sprayed(visit: (at: number) => Visit): Promise<number> {
  let looked = 0
  for (let at = 0; at < 40; at += 1) {
    const { body } = await tryOnce(`nama_${crypto.randomUUID().slice(0, 8)}`, visit(at))
    if (body.includes(WRONG)) looked += 1
  }
  return looked
}

describe('R-RL-01 one source that tries one password on many names', () => {
  test('is slowed though each try has another address of its /64', async () => {
    expect(await sprayed((at) => ({ address: `2001:db8:7:7::${at + 1}` }))).toBe(30)
  })

  test('is slowed though its proxy writes the port behind the address', async () => {
    const trustedProxies = ['192.0.2.7/32']
    const settings = { baseUrl: ORIGIN, isEmbedded: true, trustedProxies, officeNetworks: [] }
    const deps = { site: makeSite(settings) }
    const visit = (at: number) => ({
      deps,
      headers: { 'X-Forwarded-For': `203.0.113.77:${50_000 + at}` },
    })
    expect(await sprayed(visit)).toBe(30)
  })
})

describe('a form sent without a name', () => {
  test('R-RL-01 is answered as ever after many others sent one too', async () => {
    for (let at = 0; at < 21; at += 1) await tryOnce('', { address: `10.9.${at}.1` })
    const { body } = await tryOnce('', { address: '10.9.200.1' })
    expect(body.includes(WRONG)).toBe(true)
  })
})

describe('R-RL-02 the cookie of a known browser', () => {
  async function signInWith(kenal: string) {
    const person = await addPerson(sql)
    const browser = await atSignIn(sql, { cookies: new Map([['kenal', kenal]]) })
    await typePassword(browser, person)
    expect((await browser.send(paths.code, { code: codeAt() })).path).toBe(paths.home)
    return { person, browser }
  }

  test('that was never given makes no browser known in the record (R-NO-01)', async () => {
    const { person } = await signInWith('A'.repeat(43))
    const [event] = await sql`
      select detail from events where person = ${person.id} and kind = 'signedIn'`
    expect(event?.['detail']).toMatchObject({ browser: 'new' })
  })

  test('that belongs to another person makes no browser known in the record', async () => {
    const thief = await signInWith('B'.repeat(43))
    const { person } = await signInWith(thief.browser.cookies.get('kenal') ?? '')
    const [event] = await sql`
      select detail from events where person = ${person.id} and kind = 'signedIn'`
    expect(event?.['detail']).toMatchObject({ browser: 'new' })
  })

  test('is made by us, not taken from whoever sends one', async () => {
    const { browser } = await signInWith('C'.repeat(43))
    expect(browser.cookies.get('kenal')).not.toBe('C'.repeat(43))
  })

  test('copied from an office PC knows nobody who signs in there afterwards', async () => {
    const { browser: first } = await signInWith('D'.repeat(43))
    const copied = first.cookies.get('kenal') ?? ''
    const { person } = await signInWith(copied)
    const known = await sql`
      select from known_browsers
      where person = ${person.id} and token_hash = ${vault.tokenHash(copied)}`
    expect(known).toHaveLength(0)
  })
})

describe('R-EN-01 eighty wrong passwords', () => {
  test('answer alike a week later, whether anybody has that name or not', async () => {
    const { clock, at } = testClock()
    const known = (await addPerson(sql)).nip
    const unknown = '199912312024011998'
    let try_ = 0
    for (const username of [known, unknown])
      for (let count = 0; count < 80; count += 1) {
        try_ += 1
        at(try_ * 60)
        const address = `10.${20 + (try_ >> 8)}.${try_ & 255}.1`
        await tryOnce(username, { address, deps: { clock } })
      }
    await sweep(sql, at(8 * DAY))
    const late = { deps: { clock }, address: '198.51.100.77' }
    const answers = [await tryOnce(known, late), await tryOnce(unknown, late)]
    expect(answers.map(({ status }) => status)).toEqual([answers[0]?.status, answers[0]?.status])
  })
})

describe('R-RL-06 the right password of a disabled account', () => {
  test('is no success: it is slowed as any try, and fills no record without end', async () => {
    const { id, nip } = await addPerson(sql, { state: 'disabled' })
    const browser = await atSignIn(sql, { address: '198.51.100.200' })
    for (let count = 0; count < 40; count += 1)
      await browser.post(paths.signIn, { username: nip, password: PASSWORD })
    const kept = await sql`select from events where person = ${id}`
    expect(kept.length).toBeLessThanOrEqual(30)
  })
})
