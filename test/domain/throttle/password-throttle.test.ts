import { describe, expect, test } from 'vitest'
import {
  admitPassword,
  EMPTY_COUNTER,
  type PasswordCounters,
} from '#domain/throttle/password-throttle.ts'
import { at, NOON } from '#test/support/phone.ts'
import { attempt, counter, counters, KNOWN } from '#test/support/throttles.ts'

const MINUTE = 60
const HOUR = 3600
const QUARTER = 15 * MINUTE

const admitted = (counters: PasswordCounters) => ({ kind: 'admitted', counters })
const slowed = (seconds: number) => ({ kind: 'slowed', until: at(seconds) })

describe('R-RL-06 an attempt that is admitted counts before it is evaluated', () => {
  const first = { count: 1, since: NOON, heldUntil: EMPTY_COUNTER.heldUntil }
  const near = { count: 1, since: NOON, heldUntil: NOON }

  test('of an unknown browser under name, network, address and name from there', () => {
    expect(admitPassword(counters(), attempt(), NOON)).toEqual(
      admitted(
        counters({
          nameFromNetwork: near,
          addressMinute: first,
          addressHour: first,
          name: first,
          unknownBrowsers: first,
        }),
      ),
    )
  })

  test('R-RL-02 of a known browser in counters of its own', () => {
    expect(admitPassword(counters(), KNOWN, NOON)).toEqual(
      admitted(counters({ knownBrowsers: first, nameFromBrowser: near })),
    )
  })
})

describe('R-RL-01 after failure n', () => {
  const waits = [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30].map((wait, at) => [at + 1, wait] as const)

  test.each(waits)(
    'number %i the next attempt waits %i s, from a network and a browser alike',
    (n, wait) => {
      const before = counter({ count: n - 1, since: at(-1) })
      const after = { count: n, since: NOON, heldUntil: at(wait) }
      for (const [name, one] of [
        ['nameFromNetwork', attempt()],
        ['nameFromBrowser', KNOWN],
      ] as const)
        expect(admitPassword(counters({ [name]: before }), one, NOON)).toMatchObject({
          counters: { [name]: after },
        })
    },
  )

  test.each([
    ['nameFromNetwork', attempt()],
    ['nameFromBrowser', KNOWN],
  ] as const)('the wait of %s is over at its end, and not before', (name, one) => {
    const held = counters({ [name]: counter({ count: 9, since: at(-1), heldUntil: at(29) }) })
    expect(admitPassword(held, one, at(28.999))).toEqual(slowed(29))
    expect(admitPassword(held, one, at(29)).kind).toBe('admitted')
  })

  test.each([
    ['nameFromNetwork', attempt()],
    ['nameFromBrowser', KNOWN],
  ] as const)(
    '%s is forgotten a quarter of an hour after the last, and not before',
    (name, one) => {
      const before = counters({ [name]: counter({ count: 9, since: NOON, heldUntil: at(30) }) })
      const count = (seconds: number) =>
        admitPassword(before, one, at(seconds)) as { counters?: PasswordCounters }
      expect(count(QUARTER - 0.001).counters?.[name].count).toBe(10)
      expect(count(QUARTER).counters?.[name]).toEqual({
        count: 1,
        since: at(QUARTER),
        heldUntil: at(QUARTER),
      })
    },
  )
})

describe.each([
  ['addressMinute', 30, MINUTE],
  ['addressHour', 300, HOUR],
] as const)('R-RL-01 %s', (name, limit, seconds) => {
  const at29 = counter({ count: limit - 1, since: NOON })
  const full = counter({ count: limit, since: NOON })

  test(`admits ${limit} and then waits for the end of its window`, () => {
    expect(admitPassword(counters({ [name]: at29 }), attempt(), at(5)).kind).toBe('admitted')
    expect(admitPassword(counters({ [name]: full }), attempt(), at(5))).toEqual(slowed(seconds))
  })

  test('begins a new window when the old one is over, and not before', () => {
    const over = admitPassword(counters({ [name]: full }), attempt(), at(seconds))
    expect(admitPassword(counters({ [name]: full }), attempt(), at(seconds - 0.001)).kind).toBe(
      'slowed',
    )
    expect(over).toMatchObject({ counters: { [name]: { count: 1, since: at(seconds) } } })
  })

  test('keeps the beginning of its window while it counts', () => {
    const next = admitPassword(counters({ [name]: at29 }), attempt(), at(5))
    expect(next).toMatchObject({ counters: { [name]: { count: limit, since: NOON } } })
  })

  test('admits ten times as many from a listed office', () => {
    const office = attempt({ addressFactor: 10 })
    const many = (count: number) => counters({ [name]: { ...full, count } })
    expect(admitPassword(many(10 * limit - 1), office, at(5)).kind).toBe('admitted')
    expect(admitPassword(many(10 * limit), office, at(5))).toEqual(slowed(seconds))
  })
})

test('R-RL-05 of several waits the longest is told', () => {
  const minute = counter({ count: 30, since: at(-50) })
  const hour = counter({ count: 300, since: at(-HOUR + 20) })
  const near = (seconds: number) => counter({ count: 9, since: NOON, heldUntil: at(seconds) })
  const told = (fields: Partial<PasswordCounters>) =>
    admitPassword(counters(fields), attempt(), at(1))
  expect(told({ addressMinute: minute, addressHour: hour, nameFromNetwork: near(5) })).toEqual(
    slowed(20),
  )
  expect(told({ addressMinute: minute, nameFromNetwork: near(5) })).toEqual(slowed(10))
  expect(told({ addressMinute: minute, nameFromNetwork: near(30) })).toEqual(slowed(30))
})

describe('R-RL-01 twenty failures of a name in a quarter of an hour', () => {
  const name = counter({ count: 20, since: NOON })

  test('ask unknown browsers for a captcha, and the nineteenth does not', () => {
    const nineteen = counters({ name: { ...name, count: 19 } })
    expect(admitPassword(nineteen, attempt(), at(5)).kind).toBe('admitted')
    expect(admitPassword(counters({ name }), attempt(), at(5))).toEqual({ kind: 'captchaDue' })
  })

  test('are looked past with the captcha solved, which still counts', () => {
    const solved = admitPassword(counters({ name }), attempt({ captchaPassed: true }), at(5))
    expect(solved).toMatchObject({ counters: { name: { count: 21, since: NOON } } })
  })

  test('are forgotten at the end of the quarter, and not before', () => {
    expect(admitPassword(counters({ name }), attempt(), at(QUARTER - 0.001)).kind).toBe(
      'captchaDue',
    )
    expect(admitPassword(counters({ name }), attempt(), at(QUARTER))).toMatchObject({
      counters: { name: { count: 1, since: at(QUARTER) } },
    })
  })
})

describe('R-RL-01 failures of a name in a row, from unknown browsers', () => {
  const closed = counter({ count: 80, since: at(-400 * 24 * HOUR) })

  test('close it to them at eighty, however old, captcha or not, and not at seventy-nine', () => {
    const before = counters({ unknownBrowsers: { ...closed, count: 79 } })
    expect(admitPassword(before, attempt(), NOON)).toMatchObject({
      counters: { unknownBrowsers: { count: 80, since: closed.since } },
    })
    for (const captchaPassed of [true, false])
      expect(
        admitPassword(counters({ unknownBrowsers: closed }), attempt({ captchaPassed }), NOON),
      ).toEqual({ kind: 'closedToNewBrowsers' })
  })

  test('are told after a wait and before a captcha', () => {
    const name = counter({ count: 20, since: NOON })
    const nameFromNetwork = counter({ count: 9, since: NOON, heldUntil: at(30) })
    const both = counters({ unknownBrowsers: closed, name, nameFromNetwork })
    expect(admitPassword(both, attempt(), at(29))).toEqual(slowed(30))
    expect(admitPassword(both, attempt(), at(30))).toEqual({ kind: 'closedToNewBrowsers' })
  })
})
