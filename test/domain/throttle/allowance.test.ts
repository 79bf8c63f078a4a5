import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { no } from '#domain/result.ts'
import { type Allowance, spendAllowance } from '#domain/throttle/allowance.ts'
import { counter } from '#test/support/throttles.ts'

const start = new Date('2026-11-21T05:00:00Z')
const FEW: Allowance = { times: 3, seconds: 60 }
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

describe('an allowance', () => {
  test('is spent after so many times, and there again once its time has passed', () => {
    let spent = counter()
    for (const at of [0, 1, 59]) {
      const one = spendAllowance(spent, FEW, later(at))
      expect(one.ok).toBe(true)
      if (one.ok) spent = one.value
    }
    expect(spendAllowance(spent, FEW, later(59.9))).toEqual(
      no({ kind: 'slowed', until: later(60) }),
    )
    expect(spendAllowance(spent, FEW, later(60))).toMatchObject({ ok: true, value: { count: 1 } })
  })

  test('never allows more than that within its time, however it is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 30 }), (pauses) => {
        let [spent, at, allowed] = [counter(), 0, 0]
        for (const pause of pauses) {
          at += pause
          const one = spendAllowance(spent, FEW, later(at))
          if (!one.ok) continue
          allowed = one.value.count === 1 ? 1 : allowed + 1
          expect(allowed).toBeLessThanOrEqual(FEW.times)
          spent = one.value
        }
      }),
    )
  })
})
