import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import { noCounts } from '#domain/boards/counts.ts'
import { type AgencyRow, ORDERS, pageAfter, rankAgencies } from '#domain/boards/ranking.ts'
import {
  percentOf,
  standingOf,
  type UnitStanding,
  withRest,
  worstFirst,
} from '#domain/boards/standing.ts'

function unit(name: string, activated: number, total: number): UnitStanding {
  const rest = { frozen: 0, disabled: 0, bounced: 0 }
  return { unit: { id: name as UnitId, name }, activated, total, ...rest }
}

test('a percentage says 100 of all alone, and nothing of nobody', () => {
  expect(percentOf(2172, 4000)).toBe(54.3)
  expect(percentOf(99_999, 100_000)).toBe(99.9)
  expect(percentOf(7, 7)).toBe(100)
  expect(percentOf(0, 0)).toBe(0)
})

describe('units', () => {
  test('stand with the least activated first, of those alike the larger, then by name', () => {
    const units = [
      unit('D', 9, 10),
      unit('B', 1, 4),
      unit('C', 2, 8),
      unit('A', 1, 4),
      unit('E', 0, 0),
    ]
    expect(worstFirst(units).map((one) => one.unit?.name)).toEqual(['C', 'A', 'B', 'D'])
  })

  test('what is not shown stands in the rest, and nobody is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (pairs, limit) => {
          const units = pairs.map(([one, other], at) => unit(`${at}`, one, one + other))
          const { shown, rest } = withRest(units, limit)
          const sum = standingOf([...shown, ...(rest ? [rest] : [])])
          expect(sum).toEqual(standingOf(units))
          expect(shown.length + (rest?.units ?? 0)).toBe(units.length)
          expect(rest?.units).not.toBe(1)
        },
      ),
    )
  })
})

describe('agencies', () => {
  const someAgency = fc.record({
    total: fc.nat(20),
    lockOuts: fc.nat(3),
    name: fc.constantFrom('A', 'B', 'C'),
  })
  const someRows = fc.array(someAgency, { maxLength: 30 }).map((rows) =>
    rows.map(({ total, lockOuts, name }, at): AgencyRow => {
      const counts = { ...noCounts(), lockOuts, codesClock: lockOuts, codesWrong: 2 }
      return { ...unit(name, Math.floor(total / 2), total), id: `${at}` as AgencyId, name, counts }
    }),
  )

  test('page by page come once each, in whatever order', () => {
    fc.assert(
      fc.property(
        someRows,
        fc.constantFrom(...ORDERS),
        fc.integer({ min: 1, max: 7 }),
        (rows, order, limit) => {
          const ranked = rankAgencies(rows, order)
          const seen: AgencyId[] = []
          let after: AgencyId | undefined
          do {
            const { shown, next } = pageAfter(ranked, after, limit)
            seen.push(...shown.map(({ id }) => id))
            after = next
          } while (after)
          expect(seen).toEqual(ranked.map(({ id }) => id))
          expect(new Set(seen).size).toBe(rows.length)
        },
      ),
    )
  })

  test('stand the same whatever order they come in', () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom(...ORDERS), (rows, order) => {
        expect(rankAgencies(rows.toReversed(), order)).toEqual(rankAgencies(rows, order))
      }),
    )
  })

  test.each([
    ['percent', ['b', 'a', 'none']],
    ['total', ['a', 'b', 'none']],
    ['lockOuts', ['b', 'a', 'none']],
    ['clock', ['a', 'b', 'none']],
    ['name', ['none', 'b', 'a']],
  ] as const)('by %s', (order, expected) => {
    const row = (id: string, name: string, fields: Partial<AgencyRow>): AgencyRow => ({
      ...unit(name, 0, 0),
      ...{ id: id as AgencyId, name, counts: noCounts() },
      ...fields,
    })
    const rows = [
      row('a', 'Z', {
        total: 9,
        activated: 8,
        counts: { ...noCounts(), codesLate: 3, lockOuts: 1 },
      }),
      row('b', 'Y', {
        total: 5,
        activated: 1,
        counts: { ...noCounts(), codesZone: 1, codesWrong: 9, lockOuts: 2 },
      }),
      row('none', 'X', {}),
    ]
    expect(rankAgencies(rows, order).map(({ id }) => id)).toEqual(expected)
  })
})
