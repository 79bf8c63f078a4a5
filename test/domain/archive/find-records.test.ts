import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksNothing, parseRecordsAsked } from '#domain/archive/find-records.ts'
import { recordTypes } from '#test/support/record-types.ts'

const nothing = { text: '', type: '', year: '', status: '' }
const ask = (typed: Partial<typeof nothing>) =>
  parseRecordsAsked({ ...nothing, ...typed }, recordTypes)

test('the number of a decree is parted where it is written apart', () => {
  expect(ask({ text: ' 821.2/045/BKD ' }).words).toEqual(['821', '2', '045', 'bkd'])
})

test('only a type that there is, a year of these centuries and a status of the list ask', () => {
  expect(ask({ type: 'pns', year: ' 2018 ', status: 'returned' })).toEqual({
    words: [],
    type: 'pns',
    year: 2018,
    status: 'returned',
  })
  const none = ask({ type: 'hantu', year: '18', status: 'withdrawn' })
  expect(asksNothing(none)).toBe(true)
})

test('whatever is typed, words are few, short, and hold letters and digits alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { words } = ask({ text })
      expect(words.length).toBeLessThanOrEqual(8)
      expect(words.every((word) => /^[\p{L}\p{N}]{1,40}$/u.test(word))).toBe(true)
    }),
  )
})
