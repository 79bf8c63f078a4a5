import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { no, ok } from '#domain/result.ts'
import { spendAllowance as model } from '#domain/throttle/allowance.ts'
import { spendAllowance, spendInShares } from '#src/store/allowances.ts'
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

describe('an allowance that is spent in shares', () => {
  const SHARED = { times: 6, seconds: 60 }
  const at = (second: number) => new Date(NOW.getTime() + second * 1000)

  test('is one for all processes, and says when there is more', async () => {
    const key = randomBytes(32)
    const [one, other] = [spendInShares(sql, key, SHARED, 2), spendInShares(sql, key, SHARED, 2)]
    const answers = []
    for (let turn = 0; turn < 5; turn += 1) answers.push(await one(NOW), await other(at(30)))
    expect(answers.filter(({ ok: isSpent }) => isSpent)).toHaveLength(6)
    expect(await one(at(59))).toEqual(no({ kind: 'slowed', until: at(60) }))
    expect(await other(at(60))).toEqual(ok(true))
  })

  test('loses nothing to those who ask at once', async () => {
    const spend = spendInShares(sql, randomBytes(32), { times: 6, seconds: 60 }, 2)
    const answers = await together(20, () => spend(NOW))
    expect(answers.filter((one) => one.ok)).toHaveLength(6)
  })

  test('asks the database once for each share, and not at all once nothing is left', async () => {
    const key = randomBytes(32)
    const spend = spendInShares(sql, key, { times: 3, seconds: 60 }, 3)
    for (let turn = 0; turn < 9; turn += 1) await spend(NOW)
    const [counted] = await sql`select count from throttles where key = ${key}`
    expect(counted).toEqual({ count: 1 })
    await sql`update throttles set count = 0 where key = ${key}`
    expect(await spend(at(59))).toEqual(no({ kind: 'slowed', until: at(60) }))
  })
})
