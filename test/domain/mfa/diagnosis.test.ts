import { describe, expect, test } from 'vitest'
import type { DeviceId } from '#domain/mfa/device.ts'
import { describeOffset, diagnose, diagnosedSteps, nearest } from '#domain/mfa/diagnosis.ts'
import { clockOffset, stepAt } from '#domain/mfa/step.ts'
import { at, NOON, phone } from '#test/support/phone.ts'

const here = stepAt(NOON)

describe('a step', () => {
  test('R-OT-01 lasts thirty seconds', () => {
    expect(stepAt(new Date(0))).toBe(0)
    expect(stepAt(new Date(29_999))).toBe(0)
    expect(stepAt(new Date(30_000))).toBe(1)
    expect(stepAt(new Date('2005-03-18T01:58:29Z'))).toBe(0x23523ec)
  })

  test.each([
    [0, 0, 20],
    [0, 15, 0],
    [0, 29, -10],
    [1, 20, 30],
    [-4, 24, -130],
  ])(
    'R-OT-09 %i ahead at second %i is told from its middle, in tens: %i',
    (ahead, second, told) => {
      expect(clockOffset(here + ahead, at(second))).toBe(told)
    },
  )
})

describe('R-OT-09 the search for a wrong code', () => {
  const offsets = diagnosedSteps(NOON).map((step) => step - here)

  test('covers ±22 steps, ±6 around each half hour to ±14 h and around ±24 h, and no more', () => {
    const centres = [...Array.from({ length: 28 }, (_, at) => (at + 1) * 60), 2880]
    const wanted = (steps: number) =>
      steps <= 22 || centres.some((centre) => Math.abs(steps - centre) <= 6)
    const all = Array.from({ length: 6001 }, (_, at) => at - 3000)
    expect(offsets.toSorted((one, other) => one - other)).toEqual(
      all.filter((steps) => wanted(Math.abs(steps))),
    )
  })

  test('tries no step twice', () => {
    expect(offsets).toHaveLength(new Set(offsets).size)
    expect(offsets).toHaveLength(45 + 29 * 13 * 2)
  })
})

describe('R-OT-09 a code is described as', () => {
  test.each([
    [-2, 15, { kind: 'late', seconds: 60 }],
    [-4, 15, { kind: 'late', seconds: 120 }],
    [-4, 20, { kind: 'late', seconds: 120 }],
    [-4, 21, { kind: 'clockOff', seconds: -130 }],
    [2, 15, { kind: 'clockOff', seconds: 60 }],
    [4, 15, { kind: 'clockOff', seconds: 120 }],
    [117, 15, { kind: 'zone', hours: 1 }],
    [116, 15, { kind: 'clockOff', seconds: 3480 }],
    [117, 26, { kind: 'clockOff', seconds: 3500 }],
    [123, 15, { kind: 'zone', hours: 1 }],
    [124, 15, { kind: 'clockOff', seconds: 3720 }],
    [-123, 15, { kind: 'zone', hours: -1 }],
    [-124, 15, { kind: 'clockOff', seconds: -3720 }],
    [3, 15, { kind: 'clockOff', seconds: 90 }],
    [2880, 15, { kind: 'zone', hours: 24 }],
  ])('%i steps ahead at second %i: %o', (ahead, second, told) => {
    expect(describeOffset(here + ahead, at(second))).toEqual(told)
  })
})

describe('R-OT-09 of several steps that fit', () => {
  test('the closest is told, in whatever order they were found', () => {
    const steps = [here - 20, here + 3, here + 9]
    const told = { kind: 'clockOff', seconds: 110 }
    for (const found of [steps, steps.toReversed()]) {
      expect(nearest(found, here)).toBe(here + 3)
      const matches = found.map((step) => ({ device: phone(), step }))
      expect(diagnose(matches, NOON)).toEqual(told)
    }
    expect(nearest([], here)).toBeUndefined()
  })

  test('one told at once goes before one with a witness', () => {
    const witnessed = phone({ told: [{ step: here + 119, atStep: here - 1 }] })
    const far = { device: witnessed, step: here + 120 }
    const close = { device: phone({ id: 'hp-2' as DeviceId }), step: here - 22 }
    expect(diagnose([far, close], NOON)).toEqual({ kind: 'clockOff', seconds: -640 })
    expect(diagnose([far], NOON)).toEqual({ kind: 'zone', hours: 1 })
  })

  test.each([
    [22, true],
    [-22, true],
    [23, false],
    [-23, false],
  ])('%i steps away without a witness: told is %s', (ahead, isTold) => {
    const told = diagnose([{ device: phone(), step: here + ahead }], NOON)
    expect(told !== undefined).toBe(isTold)
  })
})
