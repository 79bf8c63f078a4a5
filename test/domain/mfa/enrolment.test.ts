import { describe, expect, test } from 'vitest'
import type { DeviceId } from '#domain/mfa/device.ts'
import { confirmEnrolment, type Enrolment, startEnrolment } from '#domain/mfa/enrolment.ts'
import { stepAt } from '#domain/mfa/step.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'

const id = 'hp-1' as DeviceId
const here = stepAt(NOON)
const oldQr = { name: 'HP Samsung', since: at(-86_400) }

function shown(): Enrolment {
  return { id, startedAt: NOON, expiresAt: at(900) }
}

function confirm(steps: number[], now = NOON, old: typeof oldQr | undefined = undefined) {
  return confirmEnrolment(shown(), { steps, oldQr: old }, now)
}

describe('R-OT-01 a QR code', () => {
  test('is shown for fifteen minutes', () => {
    expect(startEnrolment(id, [], NOON)).toEqual(ok(shown()))
  })

  test('is the fifth of an hour at most', () => {
    const four = [0, 60, 120, 180].map(at)
    expect(startEnrolment(id, four, at(240)).ok).toBe(true)
    expect(startEnrolment(id, [...four, at(240)], at(300))).toEqual(
      no({ kind: 'tooManyQrCodes', until: at(3600) }),
    )
  })

  test('is there again an hour after the fifth before it, and not earlier', () => {
    const five = [240, 0, 180, 60, 120].map(at)
    expect(startEnrolment(id, five, at(3599.999))).toEqual(
      no({ kind: 'tooManyQrCodes', until: at(3600) }),
    )
    expect(startEnrolment(id, five, at(3600)).ok).toBe(true)
  })

  test('is not held back by older ones; with six, the second decides', () => {
    const old = [-7200, -5400, -3700, -3601, -3600].map(at)
    expect(startEnrolment(id, old, NOON).ok).toBe(true)
    const six = [50, 10, 30, 0, 20, 40].map(at)
    expect(startEnrolment(id, six, at(60))).toEqual(no({ kind: 'tooManyQrCodes', until: at(3610) }))
  })
})

describe('R-OT-02 the activating code', () => {
  test.each([-1, 0, 1])(
    'may be %i steps ahead: it counts as used and starts the drift',
    (drift) => {
      const verified = { id, lastStep: here + drift, drift, verifiedAt: NOON }
      expect(confirm([here + drift])).toEqual(ok(verified))
    },
  )

  test('is the closest of several that fit', () => {
    expect(confirm([here - 400, here + 1, here + 20])).toMatchObject({ value: { drift: 1 } })
  })

  test('is refused from the moment the QR expires, and not before', () => {
    const late = (seconds: number) => confirm([stepAt(at(seconds))], at(seconds))
    expect(late(900)).toEqual(no({ kind: 'expired' }))
    expect(late(899.999).ok).toBe(true)
  })

  test('that expired is not diagnosed', () => {
    expect(confirm([here + 200], at(900))).toEqual(no({ kind: 'expired' }))
    expect(confirm([], at(901), oldQr)).toEqual(no({ kind: 'expired' }))
  })
})

describe('R-OT-09 an activating code of a wrong clock', () => {
  test.each([
    [2, { kind: 'clockOff', seconds: 60 }],
    [-2, { kind: 'late', seconds: 60 }],
    [20, { kind: 'clockOff', seconds: 600 }],
    [120, { kind: 'zone', hours: 1 }],
    [-2880, { kind: 'zone', hours: -24 }],
    [60, { kind: 'clockOff', seconds: 1800 }],
  ])('%i steps ahead is told at once, however far: %o', (ahead, told) => {
    expect(confirm([here + ahead], at(15))).toEqual(no(told))
  })

  test('is told rather than an old QR, and that rather than nothing', () => {
    expect(confirm([here + 20], at(15), oldQr)).toEqual(no({ kind: 'clockOff', seconds: 600 }))
    expect(confirm([], NOON, oldQr)).toEqual(no({ kind: 'oldQr', oldQr }))
    expect(confirm([], NOON)).toEqual(no({ kind: 'wrong' }))
  })
})
