import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noCounts } from '#domain/boards/counts.ts'
import { beginOf, type Day, dayOf, daysAfter, nextMonth, parseDay } from '#domain/boards/day.ts'
import { firstDay, startsOf } from '#domain/boards/period.ts'
import { activatedThen, type Bucket, seriesOf } from '#domain/boards/series.ts'

const TODAY = '2026-03-01' as Day

function bucket(starts: string, activations: number): Bucket {
  return { starts: starts as Day, counts: { ...noCounts(), activations } }
}

describe('a day', () => {
  test('begins at midnight of the agency', () => {
    const moment = new Date('2026-08-17T16:59:59.999Z')
    expect(dayOf(moment, 'WIB')).toBe('2026-08-17')
    expect(dayOf(new Date(moment.getTime() + 1), 'WIB')).toBe('2026-08-18')
    expect(dayOf(moment, 'WITA')).toBe('2026-08-18')
    expect(beginOf('2026-08-18' as Day, 'WIT')).toEqual(new Date('2026-08-17T15:00:00Z'))
  })

  test('is one of the calendar', () => {
    expect(parseDay('2028-02-29')).toBe('2028-02-29')
    for (const text of ['2026-02-29', '2026-13-01', '2026-2-1', '', 'kemarin', '2026-02-01T00:00'])
      expect(parseDay(text)).toBeUndefined()
  })

  test('counts on over months and leap days', () => {
    expect(daysAfter(TODAY, -1)).toBe('2026-02-28')
    expect(daysAfter('2028-03-01' as Day, -1)).toBe('2028-02-29')
    expect(nextMonth('2026-12-01' as Day)).toBe('2027-01-01')
    expect(nextMonth('2027-01-01' as Day)).toBe('2027-02-01')
  })
})

describe('a period', () => {
  test.each([
    ['week', 7, '2026-02-23'],
    ['month', 30, '2026-01-31'],
    ['quarter', 90, '2025-12-02'],
  ] as const)('of a %s has %i days, from %s to today', (period, count, first) => {
    const starts = startsOf(period, TODAY, [])
    expect(starts).toHaveLength(count)
    expect(starts[0]).toBe(first)
    expect(starts.at(-1)).toBe(TODAY)
    expect(firstDay(period, TODAY)).toBe(first)
  })

  test('since the beginning has each month since the first that counts something', () => {
    const counted = ['2026-01-01', '2025-11-01'] as Day[]
    const months = ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01']
    expect(startsOf('all', TODAY, counted)).toEqual(months)
    expect(startsOf('all', TODAY, [])).toEqual(['2026-03-01'])
  })
})

describe('a series', () => {
  test('has the days on which nothing happened too', () => {
    const series = seriesOf('week', TODAY, [bucket('2026-02-27', 3)])
    expect(series.map(({ counts }) => counts.activations)).toEqual([0, 0, 0, 0, 3, 0, 0])
  })

  test('goes back from how many are activated now', () => {
    const series = seriesOf('week', TODAY, [bucket('2026-02-27', 3), bucket('2026-03-01', 2)])
    expect(activatedThen(series, 10)).toEqual([5, 5, 5, 5, 8, 8, 10])
  })

  test('ends with now, never falls and never goes below nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 50 }), { minLength: 1 }),
        fc.nat({ max: 900 }),
        (days, now) => {
          const then = activatedThen(
            days.map((count) => bucket(TODAY, count)),
            now,
          )
          expect(then.at(-1)).toBe(now)
          expect(then.every((count, at) => count >= (then[at - 1] ?? 0))).toBe(true)
        },
      ),
    )
  })
})
