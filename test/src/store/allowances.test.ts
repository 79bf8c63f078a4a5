import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ok } from '#domain/result.ts'
import { spendAllowance as model } from '#domain/throttle/allowance.ts'
import { spendAllowance } from '#src/store/allowances.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { counter } from '#test/support/throttles.ts'
import { together } from '#test/support/tries.ts'

const sql = asApplication(await testDatabase())
const FEW = { times: 3, seconds: 60 }

describe('R-RL-06 spend_allowance', () => {
  test('decides and counts as its model does', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(0, 0, 1, 20, 59, 60), { minLength: 6, maxLength: 14 }),
        async (pauses) => {
          const key = randomBytes(32)
          let [spent, now] = [counter(), NOW]
          for (const pause of pauses) {
            now = new Date(now.getTime() + pause * 1000)
            const expected = model(spent, FEW, now)
            expect(await spendAllowance(sql, key, FEW, now)).toEqual(
              expected.ok ? ok(true) : expected,
            )
            if (expected.ok) spent = expected.value
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    ))

  test('allows three of fifty at once', async () => {
    const key = randomBytes(32)
    const answers = await together(50, () => spendAllowance(sql, key, FEW, NOW))
    expect(answers.filter((one) => one.ok)).toHaveLength(3)
  })
})
