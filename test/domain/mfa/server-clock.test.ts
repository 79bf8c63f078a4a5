import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClockDoubts, judgeClock, weighOffset } from '#domain/mfa/server-clock.ts'

const OFF = { offsetMs: 2_001, uncertaintyMs: 0 }
const RIGHT = { offsetMs: 2_000, uncertaintyMs: 0 }

test('R-OT-07 the clock is off from the comparison that completes 60 seconds, and not before', () => {
  expect(
    verdict([
      [0, OFF],
      [59_999, OFF],
    ]),
  ).toEqual({ state: 'trusted' })
  expect(
    verdict([
      [0, OFF],
      [60_000, OFF],
    ]),
  ).toEqual({ state: 'off', offSince: 0 })
})

test('R-OT-07 two seconds are tolerated, more is not, fast or slow', () => {
  const slow = { offsetMs: -2_001, uncertaintyMs: 0 }
  expect(
    verdict([
      [0, RIGHT],
      [60_000, RIGHT],
    ]),
  ).toEqual({ state: 'trusted' })
  expect(
    verdict([
      [0, slow],
      [60_000, slow],
    ]),
  ).toEqual({ state: 'off', offSince: 0 })
})

test('R-OT-07 a slow answer does not make the clock off', () => {
  const slowly = { offsetMs: 3_000, uncertaintyMs: 1_000 }
  expect(
    verdict([
      [0, slowly],
      [60_000, slowly],
    ]),
  ).toEqual({ state: 'trusted' })
})

test('R-OT-07 one right comparison begins the 60 seconds anew', () => {
  const once = verdict([
    [0, OFF],
    [30_000, RIGHT],
    [45_000, OFF],
    [90_000, OFF],
  ])
  expect(once).toEqual({ state: 'trusted' })
})

test('R-OT-07 the clock is trusted again with the first right comparison', () => {
  expect(
    verdict([
      [0, OFF],
      [60_000, OFF],
      [75_000, RIGHT],
    ]),
  ).toEqual({ state: 'trusted' })
})

test('R-OT-07 a database on the same machine does not clear what a time server says', () => {
  let doubts: ClockDoubts = {}
  for (const at of [0, 30_000, 60_000]) {
    doubts = weighOffset(doubts, 'ntp', OFF, at)
    doubts = weighOffset(doubts, 'database', RIGHT, at)
  }
  expect(judgeClock(doubts, 60_000)).toEqual({ state: 'off', offSince: 0 })
})

test('R-OT-07 time alone, without a comparison, makes no clock off', () => {
  expect(verdict([[0, OFF]], 200_000)).toEqual({ state: 'trusted' })
})

test('R-OT-07 a source silent for more than five minutes is not heard', () => {
  const off: Compared[] = [
    [0, OFF],
    [60_000, OFF],
  ]
  expect(verdict(off, 360_000)).toEqual({ state: 'off', offSince: 0 })
  expect(verdict(off, 360_001)).toEqual({ state: 'trusted' })
  expect(verdict([...off, [360_001, OFF]])).toEqual({ state: 'trusted' })
})

test('R-OT-07 whatever came before, a clock is off only after 60 seconds without a right answer', () => {
  const round = fc.record({ pause: fc.integer({ min: 1, max: 90_000 }), right: fc.boolean() })
  fc.assert(
    fc.property(fc.array(round), (rounds) => {
      let [at, doubts, lastRight]: [number, ClockDoubts, number] = [0, {}, 0]
      for (const { pause, right } of rounds) {
        at += pause
        doubts = weighOffset(doubts, 'database', right ? RIGHT : OFF, at)
        if (right) lastRight = at
      }
      const off = judgeClock(doubts, at).state === 'off'
      expect(off && at - lastRight < 60_000).toBe(false)
    }),
  )
})

type Compared = [at: number, offset: typeof OFF]

function verdict(compared: Compared[], at = compared.at(-1)?.[0] ?? 0) {
  const doubts = compared.reduce<ClockDoubts>(
    (doubts, [at, offset]) => weighOffset(doubts, 'database', offset, at),
    {},
  )
  return judgeClock(doubts, at)
}
