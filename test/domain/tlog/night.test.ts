import { expect, test } from 'vitest'
import { lookDue, nightOf } from '#domain/tlog/night.ts'

/** In Jakarta. */
function at(text: string): Date {
  return new Date(`${text}+07:00`)
}

test.each([
  ['2026-11-21T00:59:59.999', undefined],
  ['2026-11-21T01:00', '2026-11-21T01:00'],
  ['2026-11-21T04:59:59.999', '2026-11-21T01:00'],
  ['2026-11-21T05:00', undefined],
  ['2026-11-20T23:30', undefined],
])('at %s in Jakarta the night that began at %s is under way', (now, night) => {
  expect(nightOf(at(now))).toEqual(night === undefined ? undefined : at(night))
})

test.each([
  ['the first ever, at everything', undefined, undefined, 'full'],
  ['another one tonight', '2026-11-21T01:00', '2026-11-21T01:00', undefined],
  ['the night after one at everything', '2026-11-20T01:00', '2026-11-20T01:00', 'new'],
  ['one that began by day', '2026-11-20T14:00', '2026-11-20T14:00', 'new'],
  ['a week after one at everything', '2026-11-20T01:00', '2026-11-14T01:00', 'full'],
  ['six days after it', '2026-11-20T01:00', '2026-11-15T01:00', 'new'],
  ['after a month without any', '2026-10-20T01:00', '2026-10-20T01:00', 'full'],
])('%s is due as it should', (_, any, full, due) => {
  const last = { any: any && at(any), full: full && at(full) }
  expect(
    lookDue(at('2026-11-21T02:00'), { any: last.any || undefined, full: last.full || undefined }),
  ).toBe(due)
})

test('by day none is due', () => {
  expect(lookDue(at('2026-11-21T12:00'), { any: undefined, full: undefined })).toBeUndefined()
})
