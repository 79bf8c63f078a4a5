import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayExists,
  daysAfter,
  isBefore,
  laterOf,
  monthEnd,
  yearEnd,
  yearsAfter,
} from '#domain/civil-date.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import { day, someDay } from '#test/support/retention.ts'

describe('a civil date', () => {
  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2096-02-29', 4, '2100-02-28'],
    ['2023-02-28', 1, '2024-02-28'],
    ['2031-08-01', 10, '2041-08-01'],
  ])('%s and %i years more is %s', (from, years, to) => {
    expect(civilDateText(yearsAfter(day(from), years))).toBe(to)
  })

  test.each([
    ['2024-02-01', '2024-02-29', '2024-12-31'],
    ['2100-02-28', '2100-02-28', '2100-12-31'],
    ['2026-11-30', '2026-11-30', '2026-12-31'],
    ['2026-12-31', '2026-12-31', '2026-12-31'],
  ])('%s lies in a month until %s and a year until %s', (date, month, year) => {
    expect(civilDateText(monthEnd(day(date)))).toBe(month)
    expect(civilDateText(yearEnd(day(date)))).toBe(year)
  })

  test('has days after it, as every calendar counts them', () => {
    fc.assert(
      fc.property(someDay, fc.nat({ max: 800 }), (date, days) => {
        const there = new Date(Date.parse(civilDateText(date)) + days * 86_400_000)
        expect(civilDateText(daysAfter(date, days))).toBe(there.toISOString().slice(0, 10))
      }),
    )
  })

  test('stands in an order, the one of its text', () => {
    fc.assert(
      fc.property(someDay, someDay, (one, other) => {
        expect(isBefore(one, other)).toBe(civilDateText(one) < civilDateText(other))
        expect(laterOf(one, other)).toEqual(isBefore(one, other) ? other : one)
        expect(dayExists(yearsAfter(one, 7))).toBe(true)
      }),
    )
  })

  test('begins in Jakarta at 17.00 of the day before in UTC', () => {
    expect(civilDateText(dayOf(new Date('2026-12-31T16:59:59.999Z'), 'WIB'))).toBe('2026-12-31')
    expect(civilDateText(dayOf(new Date('2026-12-31T17:00:00Z'), 'WIB'))).toBe('2027-01-01')
  })
})
