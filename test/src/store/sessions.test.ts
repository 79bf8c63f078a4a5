import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { endSession, findSession, openSession } from '#src/store/sessions.ts'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import {
  addSomeSignIn,
  seconds,
  someSession,
  someThrottles,
  together,
} from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

async function opened(fields: Partial<SomePerson> = {}) {
  const person = await addPerson(owner, fields)
  const signIn = await addSomeSignIn(sql, { person: person.id })
  const session = someSession(person.id, signIn)
  expect(await openSession(sql, session)).toBe(true)
  const find = (at: number, touch = false) =>
    findSession(sql, session.id, { now: seconds(at), touch })
  return { person, signIn, session, find }
}

async function countIn(key: Buffer): Promise<number | undefined> {
  const [row] = await owner<{ count: number }[]>`select count from throttles where key = ${key}`
  return row?.count
}

describe('open_session', () => {
  test('opens one session of fifty asked for at once', async () => {
    const { id: person } = await addPerson(owner)
    const signIn = await addSomeSignIn(sql, { person })
    const answers = await together(50, () => openSession(sql, someSession(person, signIn)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await owner`select from sessions where person = ${person}`).toHaveLength(1)
    expect(await owner`select from events where person = ${person}`).toHaveLength(1)
  })

  test('waits for another one under way and opens nothing then', async () => {
    const { id: person } = await addPerson(owner)
    const signIn = await addSomeSignIn(sql, { person })
    const answer = await whileHeld(
      owner,
      (tx) => tx`update sign_ins set state = 'finished' where id_hash = ${signIn}`,
      () => openSession(sql, someSession(person, signIn)),
    )
    expect(answer).toBe(false)
  })

  test.each([
    ['of which there is none', {}, { signIn: randomBytes(32) }],
    ['in another state', {}, { from: 'secondFactorProven' as const }],
    ['whose weak password is not replaced', { weakPassword: true }, {}],
  ])('opens nothing for a sign-in %s', async (_, fields, asked) => {
    const { id: person } = await addPerson(owner)
    const signIn = await addSomeSignIn(sql, { person, ...fields })
    expect(await openSession(sql, someSession(person, signIn, asked))).toBe(false)
    expect(await owner`select from sessions where person = ${person}`).toEqual([])
  })

  test('opens nothing once the ten minutes are over', async () => {
    const { id: person } = await addPerson(owner)
    const signIn = await addSomeSignIn(sql, { person })
    const { session } = someSession(person, signIn)
    const late = { session: { ...session, startedAt: seconds(600) } }
    expect(await openSession(sql, someSession(person, signIn, late))).toBe(false)
  })

  test('clears what was counted against the person, but not against the address', async () => {
    const { id: person } = await addPerson(owner)
    const signIn = await addSomeSignIn(sql, { person })
    const throttles = someThrottles()
    for (const [at, key] of Object.values(throttles).entries())
      await owner`insert into throttles (key, count, since) values (${key}, ${at + 1}, ${NOW})`
    await openSession(sql, someSession(person, signIn, { throttles }))
    const left = await Promise.all(Object.values(throttles).map(countIn))
    expect(left).toEqual([undefined, 2, 3, undefined, undefined, undefined, undefined])
  })

  test('tells the failures of others, the time before, and the browser from now on', async () => {
    const { person, session } = await opened()
    const signIn = await addSomeSignIn(sql, { person: person.id })
    const throttles = someThrottles()
    const { nameFromNetwork, unknownBrowsers } = throttles
    await owner`
      insert into throttles (key, count, since)
      values (${nameFromNetwork}, 2, ${NOW}), (${unknownBrowsers}, 45, ${NOW})`
    const second = someSession(person.id, signIn, { throttles, known: session.known })
    await openSession(sql, second)
    const found = await findSession(sql, second.id, { now: NOW, touch: false })
    expect(found).toMatchObject({ failedElsewhere: 43, previousAt: NOW })
    const known = await owner`select until from known_browsers where person = ${person.id}`
    expect(known).toEqual([{ until: session.known.until }])
  })
})

describe('a session', () => {
  test('is found as it was opened, with its person', async () => {
    const { person, session, find } = await opened({ role: 'officer', zone: 'WIT' })
    expect(await find(0)).toMatchObject({
      id: session.id,
      session: session.session,
      person: { id: person.id, nip: person.nip, name: person.name, agency: { zone: 'WIT' } },
      mandates: [{ role: 'officer' }],
      previousAt: undefined,
      failedElsewhere: 0,
      hold: undefined,
      recovery: undefined,
    })
  })

  test('ends idle after half an hour, and not before', async () => {
    const { find } = await opened()
    expect(await find(1799.999)).toBeDefined()
    expect(await find(1800)).toBeUndefined()
  })

  test('goes on with each act of the person, until its last hour', async () => {
    const { find } = await opened()
    for (let at = 0; at < 12 * 3600; at += 1790) expect(await find(at, true)).toBeDefined()
    expect(await find(12 * 3600 - 1, true)).toBeDefined()
    expect(await find(12 * 3600, true)).toBeUndefined()
  })

  test('is not prolonged by a page that asks by itself (R-SE-03)', async () => {
    const { find } = await opened()
    await find(1700, false)
    expect(await find(1800)).toBeUndefined()
  })

  test('tells the end that an act has just put off', async () => {
    const { find } = await opened()
    expect((await find(1000, true))?.session.idleUntil).toEqual(seconds(2800))
  })

  test.each(['frozen', 'disabled', 'created'] as const)(
    'is over for an account that is %s',
    async (state) => {
      const { person, find } = await opened()
      await owner`update accounts set state = ${state}, mfa = 'none' where person = ${person.id}`
      expect(await find(0)).toBeUndefined()
    },
  )

  test('is gone once ended', async () => {
    const { session, find } = await opened()
    await endSession(sql, session.id)
    expect(await find(0)).toBeUndefined()
  })
})
