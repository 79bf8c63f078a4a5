import { describe, expect, test } from 'vitest'
import { addDevice, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { keptPasswords } from '#test/support/secrets.ts'
import { together } from '#test/support/tries.ts'
import { visitor } from '#test/support/visitor.ts'
import {
  atActivation,
  atCode,
  atSignIn,
  codeAt,
  seedOn,
  signedIn,
  testClock,
  typePassword,
  wrongCode,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const WEAK = { state: 'created', password: 'rahasia8', judgedAt: undefined as never } as const
const OWNERS = 'Layang-Layang=Putus7'
const THIEFS = 'Kereta-Malam=Lewat8'

function twice(password: string) {
  return { new_password: password, confirm_password: password }
}

/** Whether that session id still opens Beranda. */
async function opens(sid: string | undefined, clock = () => NOW): Promise<boolean> {
  const thief = visitor(sql, { deps: { clock }, cookies: new Map([['sid', sid ?? '']]) })
  return (await thief.get(paths.home)).status === 200
}

describe('someone who knows the old, weak password', () => {
  test('R-PW-05 cannot replace the password that the owner has chosen meanwhile', async () => {
    const { person, browser: owner } = await atActivation(sql, {}, WEAK)
    const thief = await atSignIn(sql, { address: '203.0.113.9' })
    expect((await typePassword(thief, person)).path).toBe(paths.newPassword)
    await owner.send(paths.newPassword, twice(OWNERS))
    await thief.send(paths.newPassword, twice(THIEFS))
    const again = await typePassword(await atSignIn(sql), { ...person, password: OWNERS })
    expect(again.path).toBe(paths.activation)
  })

  test('R-PW-05 gets no sign-in where it stops being the password while it is looked at', async () => {
    const { person, browser: owner } = await atActivation(sql, {}, WEAK)
    const matches = async (...args: Parameters<typeof keptPasswords.matches>) => {
      const fits = await keptPasswords.matches(...args)
      await owner.send(paths.newPassword, twice(OWNERS))
      return fits
    }
    const deps = { passwords: { ...keptPasswords, matches } }
    const thief = await atSignIn(sql, { address: '203.0.113.11', deps })
    expect((await typePassword(thief, person)).path).toBe(paths.signIn)
  })
})

describe('R-SE-01 an old session id', () => {
  test('is dead once someone has signed in anew in the same browser', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await signedIn(sql, { deps: { clock } })
    const old = browser.cookies.get('sid')
    await browser.post(paths.signIn, {})
    await typePassword(browser, person)
    at(60)
    expect((await browser.send(paths.code, { code: codeAt(clock()) })).path).toBe(paths.home)
    expect(browser.cookies.get('sid')).not.toBe(old)
    expect(await opens(old, clock)).toBe(false)
  })

  test('is dead once a code has been typed for a change of one’s own account', async () => {
    const { clock, at } = testClock()
    const { browser } = await signedIn(sql, { deps: { clock } })
    const old = browser.cookies.get('sid')
    at(660)
    await browser.get(paths.stepUpFor(paths.password))
    const step = { code: codeAt(clock()) }
    expect((await browser.send(paths.stepUpFor(paths.password), step)).path).toBe(paths.password)
    expect(browser.cookies.get('sid')).not.toBe(old)
    expect(await opens(old, clock)).toBe(false)
  })
})

describe('R-RS-06 recovery codes', () => {
  test('are not ticked off as saved by a session that never saw them', async () => {
    const { person, browser } = await signedIn(sql)
    await browser.post(paths.recoveryCodes, { make: 'ya' })
    await sql`update devices set last_step = 0 where person = ${person.id}`
    const other = await atSignIn(sql)
    await typePassword(other, person)
    expect((await other.send(paths.code, { code: codeAt() })).path).toBe(paths.home)
    await other.post(paths.recoveryCodes, { saved: 'ya' })
    const [set] = await sql`select saved_at from recovery_sets where person = ${person.id}`
    expect(set).toEqual({ savedAt: null })
  })

  test('are not made for a session that was ended while they were hashed (R-SE-05)', async () => {
    const { person, browser: seen } = await signedIn(sql)
    const hash = async (typed: string) => {
      await sql`delete from sessions where person = ${person.id}`
      return keptPasswords.hash(typed)
    }
    const passwords = { ...keptPasswords, hash }
    const browser = visitor(sql, { cookies: seen.cookies, deps: { passwords } })
    await browser.get(paths.recoveryCodes)
    await browser.post(paths.recoveryCodes, { make: 'ya' })
    expect(await sql`select from recovery_sets where person = ${person.id}`).toEqual([])
  })

  test('asked for twice at once are made without an error of ours (T-FLOW)', async () => {
    const report = { request: () => {}, blocked: () => {}, problem: () => {} }
    const { browser } = await signedIn(sql, { deps: { report } })
    const answers = await together(6, () => browser.post(paths.recoveryCodes, { make: 'ya' }))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303))
  })
})

describe('R-SE-05 an account frozen while a step is under way', () => {
  /** Freezes between the look at the sign-in and the change it leads to. */
  const freezing = {
    ...keptPasswords,
    hash: async (typed: string) => {
      await sql`update accounts set state = 'frozen' where state in ('created', 'active')`
      return keptPasswords.hash(typed)
    },
    matches: async (...args: Parameters<typeof keptPasswords.matches>) => {
      await sql`update accounts set state = 'frozen' where state in ('created', 'active')`
      return keptPasswords.matches(...args)
    },
  }

  test('gets no new device and no session by an activation', async () => {
    const { person, page, browser: seen } = await atActivation(sql)
    const browser = visitor(sql, { cookies: seen.cookies, deps: { passwords: freezing } })
    await browser.get(paths.activation)
    const form = { device_name: 'HP', code: codeAt(NOW, 0, seedOn(page)) }
    await browser.post(paths.activation, form)
    expect(await sql`select from devices where person = ${person.id}`).toHaveLength(0)
    expect(await sql`select from sessions where person = ${person.id}`).toHaveLength(0)
  })

  test('gets no session by a recovery code', async () => {
    const { person, browser: seen } = await atCode(sql)
    const { body } = await keptPasswords.hash('A'.repeat(14))
    await sql`insert into recovery_sets (person, made_at, saved_at) values (${person.id}, now(), now())`
    await sql`
      insert into recovery_codes (person, name, body)
      values (${person.id}, 'AA', ${sql.json(body as never)})`
    const browser = visitor(sql, { cookies: seen.cookies, deps: { passwords: freezing } })
    await browser.get(paths.recoveryCode)
    await browser.post(paths.code, { recovery_code: 'A'.repeat(16) })
    expect(await sql`select from sessions where person = ${person.id}`).toHaveLength(0)
  })
})

describe('R-OT-09 at the activation page', () => {
  test('an old secret is no longer told from any code after ten wrong ones', async () => {
    const seed = Buffer.from('abcdefghijabcdefghij')
    const { person, browser } = await atActivation(sql)
    const retiredAt = new Date(NOW.getTime() - 3600_000)
    await addDevice(sql, person.id, { name: 'HP Rahasia', seed, retiredAt })
    for (let count = 0; count < 10; count += 1)
      await browser.post(paths.activation, { device_name: 'HP', code: wrongCode(NOW, seed) })
    const form = { device_name: 'HP', code: codeAt(NOW, 0, seed) }
    const { body } = await browser.send(paths.activation, form)
    expect(body.includes('HP Rahasia')).toBe(false)
  })
})

describe('R-HA-03 one person', () => {
  function counting() {
    let hashes = 0
    const hash = (typed: string) => {
      hashes += 1
      return keptPasswords.hash(typed)
    }
    return { passwords: { ...keptPasswords, hash }, hashes: () => hashes }
  }

  test('has ten recovery codes hashed for an activation, however often it is posted at once', async () => {
    const { passwords, hashes } = counting()
    const { browser, page } = await atActivation(sql, { deps: { passwords } })
    const form = { device_name: 'HP', code: codeAt(NOW, 0, seedOn(page)) }
    await together(20, () => browser.post(paths.activation, form))
    expect(hashes()).toBeLessThanOrEqual(20)
  })

  test('cannot fill the queue by asking for new recovery codes again and again', async () => {
    const { passwords, hashes } = counting()
    const report = { request: () => {}, blocked: () => {}, problem: () => {} }
    const { browser } = await signedIn(sql, { deps: { passwords, report } })
    await together(20, () => browser.post(paths.recoveryCodes, { make: 'ya' }))
    expect(hashes()).toBeLessThanOrEqual(50)
  })
})
