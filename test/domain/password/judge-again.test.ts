import { expect, test } from 'vitest'
import { isDueForJudging } from '#domain/password/judge-again.ts'

const judged = new Date('2026-10-22T05:00:00Z')

test('R-PW-05 a password is judged again from the thirtieth day on, and at once if it never was', () => {
  expect(isDueForJudging(judged, new Date('2026-11-21T04:59:59Z'))).toBe(false)
  expect(isDueForJudging(judged, new Date('2026-11-21T05:00:00Z'))).toBe(true)
  expect(isDueForJudging(undefined, judged)).toBe(true)
})
