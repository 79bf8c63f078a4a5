import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedSteps, type Device, learnedDrift } from '#domain/mfa/device.ts'
import { stepAt } from '#domain/mfa/step.ts'
import {
  at,
  codeOf,
  NOON,
  phone,
  refusalOf,
  toldSeconds,
  typeCode,
  typeInTurn,
} from '#test/support/phone.ts'

const HOUR = 3600
const DAY = 24 * HOUR
const ERRORS = [29, 31, 59, 61, 89, 121, 600, HOUR, 2 * HOUR, 8 * HOUR, DAY]
const OFFSETS = [0, ...ERRORS.flatMap((seconds) => [seconds, -seconds])]
const DELAYS = [0, 1, 10, 29]
const POSITIONS = [0, 0.999, 7, 14.999, 15, 22, 29, 29.999]

const matrix = OFFSETS.flatMap((offset) => DELAYS.map((delay) => ({ offset, delay })))

/** Types what a phone showed `delay` seconds ago, and then its next code. */
function typeTwice(offset: number, delay: number, position: number) {
  const tries = [position, position + 30].map((seconds) => ({
    code: codeOf(phone(), offset, at(seconds - delay)),
    now: at(seconds),
  }))
  const [first] = tries
  if (!first) throw new Error('nothing typed')
  return {
    steps: Math.floor((position - delay + offset) / 30),
    once: typeCode([phone()], first.code, first.now).verdict,
    twice: typeInTurn(phone(), tries).verdict,
  }
}

describe('T-CLOCK a phone $offset s fast, its code typed after $delay s', () => {
  test.each(matrix)(
    'R-OT-04 offset $offset, delay $delay: accepted within one step only',
    (one) => {
      for (const position of POSITIONS) {
        const { steps, once } = typeTwice(one.offset, one.delay, position)
        expect(once.kind).toBe(Math.abs(steps) <= 1 ? 'accepted' : 'refused')
      }
    },
  )

  test.each(matrix)(
    'R-OT-09 offset $offset, delay $delay: told within 20 s, far only twice',
    (one) => {
      const error = one.offset - one.delay
      for (const position of POSITIONS) {
        const { steps, once, twice } = typeTwice(one.offset, one.delay, position)
        if (Math.abs(steps) <= 1) continue
        const told = Math.abs(steps) <= 22 ? once : twice
        if (Math.abs(steps) > 22) expect(refusalOf(once)).toEqual({ kind: 'wrong' })
        const slack = refusalOf(told)?.kind === 'zone' ? 90 + 20 : 20
        expect(Math.abs((toldSeconds(refusalOf(told)) ?? Number.NaN) - error)).toBeLessThanOrEqual(
          slack,
        )
      }
    },
  )

  test.each([
    [0, undefined],
    [29, undefined],
    [-29, undefined],
    [61, { kind: 'clockOff', seconds: 60 }],
    [-61, { kind: 'late', seconds: 60 }],
    [-89, { kind: 'late', seconds: 90 }],
    [-121, { kind: 'late', seconds: 120 }],
    [600, { kind: 'clockOff', seconds: 600 }],
    [-600, { kind: 'clockOff', seconds: -600 }],
  ])('R-OT-09 %i s at the middle of a step is answered at once by %o', (offset, refused) => {
    expect(refusalOf(typeTwice(offset, 0, 15).once)).toEqual(refused)
  })

  test.each([
    [HOUR, { kind: 'zone', hours: 1 }],
    [-2 * HOUR, { kind: 'zone', hours: -2 }],
    [8 * HOUR, { kind: 'zone', hours: 8 }],
    [14 * HOUR + 180, { kind: 'clockOff', seconds: 14 * HOUR + 180 }],
    [-14 * HOUR - 180, { kind: 'clockOff', seconds: -14 * HOUR - 180 }],
    [5.5 * HOUR, { kind: 'clockOff', seconds: 5.5 * HOUR }],
    [-DAY, { kind: 'zone', hours: -24 }],
    [22 * 30, { kind: 'clockOff', seconds: 660 }],
  ])('R-OT-09 %i s at the middle of a step is told by the second code as %o', (offset, refused) => {
    expect(refusalOf(typeTwice(offset, 0, 15).twice)).toEqual(refused)
  })

  test.each([15 * HOUR, -13 * HOUR - 450, DAY + 210, 700])(
    'R-OT-09 %i s is not looked for',
    (offset) => {
      expect(refusalOf(typeTwice(offset, 0, 15).twice)).toEqual({ kind: 'wrong' })
    },
  )
})

describe.each([1, -1])('T-CLOCK a phone whose clock runs away, direction %i', (direction) => {
  /** A sign-in a day, the phone one step further off each time. */
  function wornPhone(days: number): Device {
    const tries = Array.from({ length: days }, (_, day) => {
      const now = at((day + 1) * DAY + 15)
      return { code: codeOf(phone(), direction * 30 * (day + 1), now), now }
    })
    return typeInTurn(phone(), tries).device
  }

  test('R-OT-04 is learned step by step, ten at most', () => {
    const drifts = [1, 2, 9, 10, 11].map((days) => wornPhone(days).drift)
    expect(drifts).toEqual([1, 2, 9, 10, 10].map((steps) => direction * steps))
  })

  test('R-OT-04 is refused from two steps past ten on', () => {
    const worn = wornPhone(12)
    const now = at(13 * DAY + 15)
    const typed = (steps: number) =>
      typeCode([worn], codeOf(worn, direction * 30 * steps, now), now).verdict.kind
    expect([9, 10, 11, 12].map(typed)).toEqual(['accepted', 'accepted', 'accepted', 'refused'])
  })

  test('R-OT-04 is accepted at once when set right, and believed one step at a time', () => {
    const now = at(20 * DAY + 15)
    const worn = wornPhone(10)
    for (const offset of [-29, 0, 29]) {
      const { verdict } = typeCode([worn], codeOf(worn, offset, now), now)
      expect(verdict).toMatchObject({ kind: 'accepted', acceptance: { drift: direction * 9 } })
    }
  })
})

test('R-OT-04 around server clock and drift three steps each are accepted, and no other', () => {
  const here = stepAt(NOON)
  const steps = (drift: number) => acceptedSteps({ drift }, NOON).map((step) => step - here)
  expect(steps(0)).toEqual([-1, 0, 1])
  expect(steps(1)).toEqual([-1, 0, 1, 2])
  expect(steps(-2)).toEqual([-3, -2, -1, 0, 1])
  expect(steps(10)).toEqual([-1, 0, 1, 9, 10, 11])
})

test('R-OT-04 drift moves one step at most, towards what was shown, and never past ten', () => {
  const drifts = fc.integer({ min: -10, max: 10 })
  fc.assert(
    fc.property(drifts, fc.integer({ min: -11, max: 11 }), (drift, ahead) => {
      const learned = learnedDrift(drift, stepAt(NOON) + ahead, NOON)
      const reachable = Math.max(-10, Math.min(10, ahead))
      expect(learned - drift).toBe(Math.sign(reachable - drift))
    }),
  )
})
