import { expect, test } from 'vitest'
import { historySince } from '#domain/audit/history.ts'

test('the history of an account reaches back 180 days', () => {
  const now = new Date('2026-11-25T05:00:00Z')
  expect(historySince(now)).toEqual(new Date('2026-05-29T05:00:00Z'))
})
