import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byAge, QUEUE_AGES, queueAgeOf } from '#domain/archive/queue-age.ts'

test('what waits is told by age: today, to 3, to 7, to 30 days, and longer', () => {
  const ages = [-1, 0, 1, 3, 4, 7, 8, 30, 31, 900].map(queueAgeOf)
  const [today, three, seven, thirty, longer] = QUEUE_AGES
  expect(ages).toEqual([today, today, three, three, seven, seven, thirty, thirty, longer, longer])
})

test('nothing that waits is left out or counted twice', () => {
  const counts = fc.array(
    fc.record({ days: fc.integer({ min: -2, max: 90 }), waiting: fc.nat(99) }),
  )
  fc.assert(
    fc.property(counts, (rows) => {
      const sums = Object.values(byAge(rows)).reduce((one, other) => one + other, 0)
      expect(sums).toBe(rows.reduce((sum, { waiting }) => sum + waiting, 0))
    }),
  )
})
