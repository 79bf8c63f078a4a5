import { describe, expect, test } from 'vitest'
import {
  admitCode,
  type CodeCounters,
  codeBudget,
  endedBy,
  triesLeft,
} from '#domain/mfa/code-limits.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'

const BUDGET = 100
const MINUTES = 60
const HOURS = 3600

function counters(fields: Partial<CodeCounters> = {}): CodeCounters {
  return { tries: 0, failures: 0, lockedUntil: at(-1), ...fields }
}

function budget(...drifts: number[]): number {
  return codeBudget(
    drifts.map((drift) => ({ drift })),
    NOON,
  )
}

describe('R-RL-03 the budget of wrong codes without a success', () => {
  test('is 100, 50, 33, 25, 20 for one to five devices without drift', () => {
    const budgets = [1, 2, 3, 4, 5].map((devices) => budget(...Array(devices).fill(0)))
    expect(budgets).toEqual([100, 50, 33, 25, 20])
  })

  test('shrinks with the steps that drift adds', () => {
    expect([budget(1), budget(-2), budget(3), budget(-10), budget(0, 10)]).toEqual([
      75, 60, 50, 50, 33,
    ])
    expect(budget(10, 10, 10, 10, 10)).toBe(10)
  })

  test('is finite without any device', () => {
    expect(budget()).toBe(300)
  })

  test('admits its last code and none after it, whatever the sign-in', () => {
    expect(admitCode(counters({ failures: 32 }), 33, NOON).ok).toBe(true)
    expect(admitCode(counters({ failures: 33 }), 33, NOON)).toEqual(no({ kind: 'budgetSpent' }))
    expect(admitCode(counters({ failures: 34 }), 33, NOON)).toEqual(no({ kind: 'budgetSpent' }))
  })
})

describe('R-RL-03 a sign-in', () => {
  test('has five tries, each counted before it is looked at', () => {
    const before = counters({ tries: 4, failures: 6 })
    expect(admitCode(before, BUDGET, NOON)).toEqual(ok(counters({ tries: 5, failures: 7 })))
    expect(admitCode(counters({ tries: 5 }), BUDGET, NOON)).toEqual(no({ kind: 'triesSpent' }))
  })

  test('tells how many are left', () => {
    expect([0, 2, 5].map((tries) => triesLeft({ tries }))).toEqual([5, 3, 0])
  })
})

describe('R-RL-03 a lock', () => {
  test.each([
    [9, 15 * MINUTES],
    [19, 30 * MINUTES],
    [29, 1 * HOURS],
    [39, 2 * HOURS],
    [49, 4 * HOURS],
    [59, 8 * HOURS],
    [69, 16 * HOURS],
    [79, 24 * HOURS],
    [89, 24 * HOURS],
  ])('after %i failures comes with the next and lasts %i s', (failures, seconds) => {
    expect(admitCode(counters({ failures }), BUDGET, NOON)).toEqual(
      ok({ tries: 1, failures: failures + 1, lockedUntil: at(seconds) }),
    )
  })

  test.each([0, 7, 8, 10, 11, 18, 20])('does not come after %i failures', (failures) => {
    const admitted = admitCode(counters({ failures }), BUDGET, NOON)
    expect(admitted).toEqual(ok(counters({ tries: 1, failures: failures + 1 })))
  })

  test('refuses to its last moment without counting, and not after', () => {
    const locked = counters({ failures: 10, lockedUntil: at(900) })
    const refused = no({ kind: 'locked', until: at(900) })
    expect(admitCode(locked, BUDGET, at(899.999))).toEqual(refused)
    expect(admitCode(locked, BUDGET, at(900))).toEqual(ok({ ...locked, tries: 1, failures: 11 }))
  })

  test('is told before a spent budget or spent tries, which it outlives', () => {
    const all = counters({ tries: 5, failures: 20, lockedUntil: at(1) })
    expect(admitCode(all, 20, NOON)).toEqual(no({ kind: 'locked', until: at(1) }))
    expect(admitCode(all, 20, at(1))).toEqual(no({ kind: 'budgetSpent' }))
  })

  test('held out to the end leaves no more than the budget to be looked at', () => {
    let [state, now, looked] = [counters(), NOON, 0]
    for (let tried = 0; tried < 1000; tried += 1) {
      const admitted = admitCode({ ...state, tries: 0 }, BUDGET, now)
      if (admitted.ok) [state, looked] = [admitted.value, looked + 1]
      now = new Date(now.getTime() + 1 * HOURS * 1000)
    }
    expect(looked).toBe(BUDGET)
  })
})

describe('a wrong code ends', () => {
  test('nothing, the fifth its own sign-in, and a lock all that are on their way', () => {
    expect(endedBy(counters({ tries: 4 }), NOON)).toBe('nothing')
    expect(endedBy(counters({ tries: 5 }), NOON)).toBe('thisSignIn')
    expect(endedBy(counters({ tries: 5, lockedUntil: at(1) }), NOON)).toBe('allSignIns')
    expect(endedBy(counters({ lockedUntil: NOON }), NOON)).toBe('nothing')
  })
})
