import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  admitPassword,
  EMPTY_COUNTER,
  type PasswordAttempt,
  type PasswordCounters,
} from '#domain/throttle/password-throttle.ts'
import type { Sql } from '#src/store/database.ts'
import {
  admitPasswordTry,
  giveBackPasswordTry,
  inOrder,
  type ThrottleKeys,
} from '#src/store/password-tries.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { seconds, somePasswordTry, someThrottles, together } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

type Kind = keyof ThrottleKeys
type Kept = { key: Buffer; count: number; since: Date; heldUntil: Date; lasting: boolean }

async function countersOf(keys: ThrottleKeys): Promise<PasswordCounters> {
  const rows = await owner<Kept[]>`select key, count, since, held_until, lasting from throttles`
  const counters = Object.entries(keys).map(([kind, key]) => {
    const row = rows.find((one) => one.key.equals(key))
    return [kind, row ? { count: row.count, since: row.since, heldUntil: row.heldUntil } : EMPTY]
  })
  return Object.fromEntries(counters)
}

const EMPTY = EMPTY_COUNTER

/** What windows forget is no difference: only a count that still counts is compared. */
const WINDOWS: Partial<Record<Kind, number>> = { addressMinute: 60, addressHour: 3600, name: 900 }

function inForce(counters: PasswordCounters, now: Date): PasswordCounters {
  const entries = Object.entries(counters).map(([kind, counter]) => {
    const window = WINDOWS[kind as Kind]
    const isOver = window && now.getTime() - counter.since.getTime() >= window * 1000
    return [kind, isOver ? EMPTY : counter]
  })
  return Object.fromEntries(entries)
}

async function start(counts: Partial<Record<Kind, number>>): Promise<ThrottleKeys> {
  const keys = someThrottles()
  for (const [kind, count] of Object.entries(counts))
    await owner`
      insert into throttles (key, count, since) values (${keys[kind as Kind]}, ${count}, ${NOW})`
  return keys
}

const counts = fc.record({
  addressMinute: fc.integer({ min: 0, max: 30 }),
  addressHour: fc.constantFrom(0, 297, 299),
  name: fc.integer({ min: 0, max: 21 }),
  unknownBrowsers: fc.constantFrom(0, 77, 79),
  knownBrowsers: fc.integer({ min: 0, max: 20 }),
})

const step = fc.record({
  pause: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(59, 60, 61, 899, 900, 3600)),
  isKnownBrowser: fc.boolean(),
  captchaPassed: fc.boolean(),
  addressFactor: fc.constantFrom(1, 1, 1, 10),
})

describe('R-RL-06 admit_password_try', () => {
  test('decides and counts as admitPassword does, whatever is tried', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        counts,
        fc.array(step, { minLength: 10, maxLength: 40 }),
        async (begin, steps) => {
          const keys = await start(begin)
          let model = await countersOf(keys)
          let now = NOW
          for (const { pause, ...attempt } of steps) {
            now = new Date(now.getTime() + pause * 1000)
            const asked = { ...attempt, isPerson: true }
            const expected = admitPassword(model, asked, now)
            const { counted: _, ...decided } = {
              counted: [],
              ...(await admitPasswordTry(sql, keys, asked, now)),
            }
            const { counters, ...verdict } = { counters: model, ...expected }
            expect(decided).toEqual(verdict)
            model = counters
            expect(inForce(await countersOf(keys), now)).toEqual(inForce(model, now))
          }
        },
      ),
      { numRuns: 30, endOnFailure: true },
    ),
  )

  test('gives back what it counted, and nothing else', async () => {
    const keys = await start({ unknownBrowsers: 5, addressHour: 7 })
    const admitted = await countedBy(keys)
    await giveBackPasswordTry(sql, admitted)
    const { unknownBrowsers, addressHour, nameFromNetwork } = await countersOf(keys)
    expect([unknownBrowsers.count, addressHour.count, nameFromNetwork.count]).toEqual([5, 7, 0])
  })

  test('gives back the tries of a known browser to its own counters alone', async () => {
    const keys = await start({ unknownBrowsers: 5, knownBrowsers: 3 })
    const counted = await countedBy(keys, { isKnownBrowser: true })
    expect(counted).toEqual([keys.knownBrowsers, keys.nameFromBrowser])
    await giveBackPasswordTry(sql, counted)
    const { unknownBrowsers, knownBrowsers } = await countersOf(keys)
    expect([unknownBrowsers.count, knownBrowsers.count]).toEqual([5, 3])
  })

  test('admits 80 of 200 passwords tried at once from as many places', async () => {
    const shared = someThrottles()
    const tries = await together(200, () => {
      const { name, unknownBrowsers } = shared
      const keys = someThrottles({ name, unknownBrowsers })
      return admitPasswordTry(sql, keys, { ...somePasswordTry(), captchaPassed: true }, NOW)
    })
    expect(tries.filter(({ kind }) => kind === 'admitted')).toHaveLength(80)
    expect(tries.filter(({ kind }) => kind === 'closedToNewBrowsers')).toHaveLength(120)
  })

  test('waits for a try under way and counts on from it', async () => {
    const keys = await start({ unknownBrowsers: 79 })
    const decided = await whileHeld(
      owner,
      (tx) => tx`update throttles set count = 80 where key = ${keys.unknownBrowsers}`,
      () => admitPasswordTry(sql, keys, somePasswordTry(), NOW),
    )
    expect(decided).toEqual({ kind: 'closedToNewBrowsers' })
  })

  test('holds back the fourth of four wrong passwords from one place at once', async () => {
    const keys = someThrottles()
    const tries = await together(10, () => admitPasswordTry(sql, keys, somePasswordTry(), NOW))
    expect(tries.filter(({ kind }) => kind === 'admitted')).toHaveLength(4)
    expect(tries.find(({ kind }) => kind === 'slowed')).toEqual({
      kind: 'slowed',
      until: seconds(1),
    })
  })

  test.each([true, false])(
    'keeps the failures in a row of a person for ever: %s',
    async (isPerson) => {
      const keys = someThrottles()
      await countedBy(keys, { isPerson })
      const [row] = await owner<Kept[]>`select * from throttles where key = ${keys.unknownBrowsers}`
      expect(row?.lasting).toBe(isPerson)
    },
  )

  test('is the first statement of a new pool too', async () => {
    const fresh: Sql = asApplication(await testDatabase())
    const keys = someThrottles()
    const tries = await together(4, () => admitPasswordTry(fresh, keys, somePasswordTry(), NOW))
    expect(tries[0]).toEqual({ kind: 'admitted', counted: inOrder(keys).slice(0, 5) })
  })
})

async function countedBy(keys: ThrottleKeys, attempt: Partial<PasswordAttempt> = {}) {
  const tried = await admitPasswordTry(sql, keys, { ...somePasswordTry(), ...attempt }, NOW)
  if (tried.kind !== 'admitted') throw new Error(tried.kind)
  return tried.counted
}
