import { expect, test } from 'vitest'
import { digestDay } from '#domain/archive/digest.ts'

const day = { year: 2026, month: 11, day: 21 }

test('a digest of a day goes out from seven in the morning of its reader on', () => {
  expect(digestDay(new Date('2026-11-20T23:59:59Z'), 'WIB')).toBeUndefined()
  expect(digestDay(new Date('2026-11-21T00:00:00Z'), 'WIB')).toEqual(day)
  expect(digestDay(new Date('2026-11-20T22:00:00Z'), 'WIT')).toEqual(day)
  expect(digestDay(new Date('2026-11-20T21:59:59Z'), 'WIT')).toBeUndefined()
  expect(digestDay(new Date('2026-11-21T16:59:59Z'), 'WIB')).toEqual(day)
  expect(digestDay(new Date('2026-11-21T17:00:00Z'), 'WIB')).toBeUndefined()
})
