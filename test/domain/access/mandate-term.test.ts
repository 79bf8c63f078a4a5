import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginsNow, endsSoon, readTerm } from '#domain/access/mandate-term.ts'
import type { Zone } from '#domain/agency.ts'
import { no, ok } from '#domain/result.ts'
import { civilDateText, dayEnd, dayOf, dayStart, parseCivilDate } from '#domain/zone-day.ts'
import { at, NOON } from '#test/support/phone.ts'

const DAY = 24 * 3600
const date = (text: string) => parseCivilDate(text)

describe('the term of a role', () => {
  test('begins and ends with days of the agency', () => {
    expect(readTerm(date('2026-11-21'), date('2026-12-31'), 'WIT', NOON)).toEqual(
      ok({ from: new Date('2026-11-20T15:00:00Z'), until: new Date('2026-12-31T15:00:00Z') }),
    )
  })

  test.each([
    ['', '2026-12-31', 'noStart'],
    ['2026-02-30', '2026-12-31', 'noStart'],
    ['2026-11-21', '', 'noEnd'],
    ['2026-11-20', '2026-12-31', 'startsInPast'],
    ['2026-12-02', '2026-12-01', 'endsBeforeStart'],
    ['2026-11-21', '2028-11-21', 'lastsTooLong'],
  ])('from %s to %s is refused: %s', (first, last, kind) => {
    expect(readTerm(date(first), date(last), 'WIB', NOON)).toEqual(no({ kind }))
  })

  test('lasts two years at most, to the day', () => {
    expect(readTerm(date('2026-11-21'), date('2028-11-20'), 'WIB', NOON).ok).toBe(true)
    expect(readTerm(date('2026-11-21'), date('2026-11-21'), 'WIB', NOON).ok).toBe(true)
  })

  test('never begins before it was approved', () => {
    const term = { from: at(-10), until: at(DAY) }
    expect(beginsNow(term, NOON)).toEqual({ from: NOON, until: at(DAY) })
    expect(beginsNow({ ...term, from: at(5) }, NOON).from).toEqual(at(5))
  })

  test.each([
    [30 * DAY, true],
    [30 * DAY + 1, false],
    [0, false],
  ])('that ends in %i seconds ends soon: %s', (seconds, expected) => {
    expect(endsSoon({ from: at(-DAY), until: at(seconds) }, NOON)).toBe(expected)
  })
})

test('a day lasts from its midnight to the next, in every zone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: at(-9999 * DAY), max: at(9999 * DAY), noInvalidDate: true }),
      fc.constantFrom<Zone>('WIB', 'WITA', 'WIT'),
      (moment, zone) => {
        const day = dayOf(moment, zone)
        expect(dayStart(day, zone) <= moment && moment < dayEnd(day, zone)).toBe(true)
        expect(parseCivilDate(civilDateText(day))).toEqual(day)
      },
    ),
  )
})
