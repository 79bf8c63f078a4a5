import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latestFacts } from '#domain/archive/retention/facts.ts'
import { factsOfPerson } from '#domain/archive/retention/person-facts.ts'
import { factsOfRecord } from '#domain/archive/retention/record-facts.ts'
import type { EndOfService, LegalPosition } from '#domain/import/service.ts'
import { day, someFacts } from '#test/support/retention.ts'

function known(position?: string, ending?: string) {
  return {
    service: {
      position: position as LegalPosition | undefined,
      ending: ending as EndOfService | undefined,
    },
    endings: [day('2031-08-01'), day('2031-09-01')],
    agreements: [day('2030-12-31')],
    appointments: [day('2001-03-01')],
  }
}

describe('what is known of a person', () => {
  test('that service has ended needs the national data and a day; of several the last', () => {
    expect(factsOfPerson(known('99'))).toEqual({
      serviceEnded: { on: day('2031-09-01'), how: 'retired' },
      contractEnded: { on: day('2030-12-31') },
      appointed: { on: day('2001-03-01') },
    })
    expect(
      factsOfPerson({ ...known('99'), endings: [], agreements: [], appointments: [] }),
    ).toEqual({})
  })

  test.each([undefined, '01', '20', '52', '89', '91'])(
    'nothing has ended for whoever has the position %s, whatever papers say',
    (position) => {
      expect(factsOfPerson(known(position, '1'))).toEqual({ appointed: { on: day('2001-03-01') } })
    },
  )

  test.each([
    ['88', undefined, 'retired'],
    ['66', '1', 'retired'],
    ['66', '2', 'died'],
    ['99', '6', 'died'],
    ['77', '7', 'left'],
    ['66', undefined, 'left'],
  ])('somebody with the position %s and the ending %s has %s', (position, ending, how) => {
    expect(factsOfPerson(known(position, ending)).serviceEnded?.how).toBe(how)
  })
})

describe('what a paper says of itself', () => {
  test('is the day it bears: of the decree, else of the letter', () => {
    const issued = (on: string) => ({ decreeIssued: { on: day(on) } })
    expect(factsOfRecord({ decreeDate: '2020-02-29', letterDate: '2020-01-01' })).toEqual(
      issued('2020-02-29'),
    )
    expect(factsOfRecord({ letterDate: '2020-01-01' })).toEqual(issued('2020-01-01'))
    for (const decreeDate of ['2021-02-29', '', 2020, undefined])
      expect(factsOfRecord({ decreeDate })).toEqual({})
  })
})

test('of two days for one event the later counts, in whatever order they come', () => {
  fc.assert(
    fc.property(someFacts, someFacts, (one, other) => {
      expect(latestFacts([one, other])).toEqual(latestFacts([other, one]))
      expect(latestFacts([one, latestFacts([one, other])])).toEqual(latestFacts([one, other]))
    }),
  )
})
