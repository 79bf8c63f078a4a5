import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnAt, heightOf, namedAmong, pointAt, scaleTo } from '#domain/plot/scale.ts'

const someCount = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 10_000_000 }))

describe('a scale', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [10, [0, 5, 10]],
    [100, [0, 50, 100]],
    [1234, [0, 500, 1000, 1500]],
  ])('up to %i has ticks at %j', (greatest, ticks) => {
    expect(scaleTo(greatest).ticks).toEqual(ticks)
  })

  test('has few ticks, whole, ascending, evenly apart, and reaches every value', () => {
    fc.assert(
      fc.property(someCount, (greatest) => {
        const { top, ticks } = scaleTo(greatest)
        const steps = ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? 0))
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBe(top)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks.every(Number.isInteger)).toBe(true)
        expect(new Set(steps).size).toBe(1)
        expect(steps[0]).toBeGreaterThan(0)
        expect(top).toBeGreaterThanOrEqual(greatest)
        expect(top - (steps[0] ?? 0)).toBeLessThan(Math.max(greatest, 1))
      }),
    )
  })

  test('draws no value outside the plot, and more never lower', () => {
    fc.assert(
      fc.property(someCount, someCount, (one, other) => {
        const scale = scaleTo(Math.max(one, other))
        const heights = [one, other].sort((a, b) => a - b).map((value) => heightOf(value, scale))
        expect(heights[0]).toBeGreaterThanOrEqual(0)
        expect(heights[0]).toBeLessThanOrEqual(heights[1] ?? 0)
        expect(heights[1]).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('draws what is beyond it at its edge', () => {
    expect(heightOf(12, scaleTo(10))).toBe(100)
    expect(heightOf(-1, scaleTo(10))).toBe(0)
  })
})

describe('columns and points', () => {
  const someColumns = fc.integer({ min: 1, max: 200 })

  test('columns stand inside the plot and touch nowhere', () => {
    fc.assert(
      fc.property(someColumns, (count) => {
        const columns = Array.from({ length: count }, (_, at) => columnAt(at, count))
        expect(columns.every(({ x, width }) => x >= 0 && width > 0 && x + width <= 100)).toBe(true)
        const apart = columns.slice(1).every(({ x }, at) => {
          const before = columns[at]
          return before !== undefined && x > before.x + before.width
        })
        expect(apart).toBe(true)
      }),
    )
  })

  test('points go from edge to edge; one alone stands in the middle', () => {
    expect([0, 1, 2].map((at) => pointAt(at, 3))).toEqual([0, 50, 100])
    expect(pointAt(0, 1)).toBe(50)
  })

  test('names the first and the last, and never too many', () => {
    fc.assert(
      fc.property(someColumns, fc.integer({ min: 2, max: 6 }), (count, wanted) => {
        const named = namedAmong(count, wanted)
        expect(named[0]).toBe(0)
        expect(named.at(-1)).toBe(count - 1)
        expect(named.length).toBe(Math.min(count, wanted))
        expect([...new Set(named)].sort((a, b) => a - b)).toEqual(named)
      }),
    )
  })
})
