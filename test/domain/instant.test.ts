import { expect, test } from 'vitest'
import { after, latest, secondsBetween } from '#domain/instant.ts'

const noon = new Date('2026-11-21T05:00:00Z')

test('a moment after another is seconds away, into the future or the past', () => {
  expect(after(noon, 90)).toEqual(new Date('2026-11-21T05:01:30Z'))
  expect(after(noon, -0.5)).toEqual(new Date('2026-11-21T04:59:59.500Z'))
  expect(noon).toEqual(new Date('2026-11-21T05:00:00Z'))
})

test('seconds between two moments are negative if the second came first', () => {
  expect(secondsBetween(noon, after(noon, 90))).toBe(90)
  expect(secondsBetween(after(noon, 0.25), noon)).toBe(-0.25)
})

test('the latest of two moments is the later one, in either order', () => {
  const later = after(noon, 1)
  expect([latest(noon, later), latest(later, noon), latest(noon, noon)]).toEqual([
    later,
    later,
    noon,
  ])
})
