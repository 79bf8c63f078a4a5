import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEWEST_TOLD, progressOf, type ToldCount } from '#domain/embed/progress.ts'

const told = (total: number, activated: number) => progressOf({ total, activated })

/** How many people it can be, to whoever reads only this. */
function candidates(count: ToldCount, total: number): number {
  if (count.kind === 'exactly') return 1
  return count.kind === 'under' ? count.count : total - count.count
}

describe('what everybody may read of an activation', () => {
  test('is exact where both sides are ten or more', () => {
    expect(told(1200, 900)).toEqual({
      kind: 'told',
      total: 1200,
      activated: { kind: 'exactly', count: 900 },
      left: { kind: 'exactly', count: 300 },
    })
    expect(told(20, 10)).toMatchObject({ left: { kind: 'exactly', count: 10 } })
  })

  test('tells neither a small side nor the number it could be reckoned from', () => {
    expect(told(1200, 1195)).toEqual({
      kind: 'told',
      total: 1200,
      activated: { kind: 'over', count: 1190 },
      left: { kind: 'under', count: 10 },
    })
    expect(told(1200, 0)).toMatchObject({ activated: { kind: 'under' }, left: { kind: 'over' } })
  })

  test('is nothing of fewer than ten people, or where both sides are fewer', () => {
    expect(told(9, 9)).toEqual({ kind: 'tooFew' })
    expect(told(15, 8)).toEqual({ kind: 'tooFew' })
    expect(told(0, 0)).toEqual({ kind: 'tooFew' })
    expect(progressOf(undefined)).toEqual({ kind: 'notCounted' })
  })

  test('never narrows a side below ten to fewer than ten numbers', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (activated, left) => {
        const total = activated + left
        const progress = told(total, activated)
        if (progress.kind !== 'told' || Math.min(activated, left) >= FEWEST_TOLD) return
        expect(candidates(progress.activated, total)).toBeGreaterThanOrEqual(FEWEST_TOLD)
        expect(candidates(progress.left, total)).toBeGreaterThanOrEqual(FEWEST_TOLD)
      }),
    )
  })
})
