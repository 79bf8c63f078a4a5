import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTypedDate } from '#domain/archive/typed-date.ts'

const AUGUST = { year: 2026, month: 8, day: 17 }

test.each(['2026-08-17', '17-8-2026', '17/08/2026', '17.08.2026', ' 17 8 2026 ', '17082026'])(
  'reads %j as people type and paste it',
  (text) => {
    expect(parseTypedDate(text)).toEqual(AUGUST)
  },
)

test.each(['', '32012026', '29022025', '20260817', '17081526', '1708202', '170820266'])(
  'takes %j for no day',
  (text) => {
    expect(parseTypedDate(text)).toBeUndefined()
  },
)

test('no eight digits that begin with a year are taken for a day before it', () => {
  const year = fc.integer({ min: 1900, max: 2099 })
  const month = fc.integer({ min: 1, max: 12 })
  const day = fc.integer({ min: 1, max: 31 })
  fc.assert(
    fc.property(year, month, day, (y, m, d) => {
      const text = `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`
      expect(parseTypedDate(text)).toBeUndefined()
    }),
  )
})
