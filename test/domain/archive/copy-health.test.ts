import { describe, expect, test } from 'vitest'
import { nextWalkAt } from '#domain/archive/care-walk.ts'
import { afterLook, type CopyHealth, coveredSince } from '#domain/archive/copy-health.ts'

const now = new Date('2026-11-21T05:00:00Z')
const inAnHour = new Date('2026-11-21T06:00:00Z')
const HEALTHS: CopyHealth[] = ['unchecked', 'healthy', 'damaged', 'missing']

describe('a look at a copy', () => {
  test.each(HEALTHS)('that found a %s one whole is good for 90 days', (health) => {
    const looked = afterLook(health, 'whole', now)
    const nextCheckAt = new Date('2027-02-19T05:00:00Z')
    const healthy = { result: 'ok', health: 'healthy', checkedAt: now }
    expect(looked).toEqual({ ...healthy, nextCheckAt, tell: undefined })
    expect(coveredSince(nextCheckAt) < now).toBe(true)
    expect(coveredSince(new Date(nextCheckAt.getTime() + 3600_000)) < now).toBe(false)
  })

  test.each(HEALTHS)(
    'I6 that came to no end leaves a %s one as it was, and not checked',
    (health) => {
      const left = { result: 'notChecked', health, checkedAt: undefined }
      expect(afterLook(health, 'notChecked', now)).toEqual({
        ...{ ...left, nextCheckAt: inAnHour, tell: undefined },
      })
    },
  )

  test('tells a bad one when it turns bad, and not each hour after', () => {
    const tell = (health: CopyHealth, look: 'damaged' | 'missing') =>
      afterLook(health, look, now).tell
    expect(tell('healthy', 'damaged')).toBe('copyFoundDamaged')
    expect(tell('unchecked', 'missing')).toBe('copyFoundMissing')
    expect(tell('damaged', 'missing')).toBe('copyFoundMissing')
    expect(tell('damaged', 'damaged')).toBeUndefined()
    expect(tell('missing', 'missing')).toBeUndefined()
    expect(afterLook('damaged', 'damaged', now).nextCheckAt).toEqual(inAnHour)
  })
})

test('walks follow each other every ten minutes, or in a tenth of the time where they take long', () => {
  const begunAt = now
  const short = nextWalkAt({ begunAt, overAt: new Date(now.getTime() + 1000) })
  expect(short).toEqual(new Date(now.getTime() + 1000 + 600_000))
  expect(nextWalkAt({ begunAt, overAt: inAnHour })).toEqual(new Date('2026-11-21T15:00:00Z'))
})
