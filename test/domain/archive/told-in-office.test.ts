import { describe, expect, test } from 'vitest'
import type { Item } from '#domain/archive/destruction/item.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { eventsTold, heldTold, leftTold, withdrawalTold } from '#domain/archive/told-in-office.ts'
import type { PersonId } from '#domain/person.ts'

const own = '00000000-0000-4000-8000-000000000001' as PersonId
const other = '00000000-0000-4000-8000-000000000002' as PersonId
const record = '00000000-0000-4000-8000-000000000003' as RecordId
const item: Item = {
  ...{ record, subject: own, approval: 'agency' },
  ...{ state: 'over', outcome: 'withdrawn' },
}

describe('T24 of their own record an office tells nobody', () => {
  test('that it is held, as it tells everybody else', () => {
    const shown = { person: own, held: true }
    expect(heldTold(shown, own).held).toBe(false)
    expect(heldTold(shown, other)).toBe(shown)
  })

  test.each(['held', 'objectionAccepted', 'noLongerOver'] as const)(
    'why it was taken from a list, where that is %s',
    (because) => {
      expect(withdrawalTold({ item, because }, own).because).toBeUndefined()
      expect(withdrawalTold({ item, because }, other).because).toBe(because)
    },
  )

  test('who took it, and all else that happened to it', () => {
    const events = [{ name: 'destructionRecommended' }, { name: 'itemWithdrawn' }] as const
    expect(eventsTold(events, item, own)).toEqual([{ name: 'destructionRecommended' }])
    expect(eventsTold(events, item, other)).toEqual(events)
  })

  test('for which reason others left its list: only how many, and how', () => {
    const left = [
      { outcome: 'withdrawn', because: 'held', count: 8 },
      { outcome: 'withdrawn', because: 'noLongerOver', count: 3 },
      { outcome: 'extended', because: undefined, count: 4 },
    ] as const
    expect(leftTold(left, true)).toEqual([
      { outcome: 'withdrawn', because: undefined, count: 11 },
      { outcome: 'extended', because: undefined, count: 4 },
    ])
    expect(leftTold(left, false)).toBe(left)
  })
})
