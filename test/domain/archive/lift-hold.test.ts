import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hold } from '#domain/archive/hold.ts'
import { askToLift, keepHold, liftHold } from '#domain/archive/lift-hold.ts'
import { isDueForReview, reviewHold } from '#domain/archive/review-hold.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { no, type Result } from '#domain/result.ts'
import { actor, placedHold, SUBJECT } from '#test/support/holds.ts'

const now = new Date('2026-11-21T05:00:00Z')
const today = { year: 2026, month: 11, day: 21 }
const reason = 'Putusan sudah berkekuatan hukum tetap.' as Reason

function asked(by = 'first'): Hold {
  return { ...placedHold(), state: 'liftAsked', lift: { by: actor(by), at: now, reason } }
}

describe('T25 lifting a hold', () => {
  test('takes one who asks and another who agrees', () => {
    const first = askToLift(placedHold(), { by: actor('placer'), now, reason })
    expect(first.ok && first.value.state).toBe('liftAsked')
    const lifted = liftHold(first.ok ? first.value : placedHold(), { by: actor('second'), now })
    expect(lifted.ok && lifted.value).toMatchObject({
      state: 'lifted',
      lift: { by: actor('placer'), reason },
      agreedBy: actor('second'),
      liftedAt: now,
    })
  })

  test('is not agreed to by whoever asked, in whatever hat', () => {
    const by = { ...actor('first'), hat: actor('second').hat }
    expect(liftHold(asked(), { by, now })).toEqual(no({ kind: 'ownRequest' }))
  })

  test('is neither asked for nor agreed to by its subject', () => {
    const by = actor(SUBJECT)
    expect(askToLift(placedHold(), { by, now, reason })).toEqual(no({ kind: 'oneself' }))
    expect(liftHold(asked(), { by, now })).toEqual(no({ kind: 'oneself' }))
    expect(keepHold(asked(), { by })).toEqual(no({ kind: 'oneself' }))
  })

  test('is agreed to after it was asked for, once', () => {
    const by = actor('second')
    expect(liftHold(placedHold(), { by, now })).toEqual(no({ kind: 'notAsked' }))
    expect(askToLift(asked(), { by, now, reason })).toEqual(no({ kind: 'alreadyAsked', at: now }))
    const lifted = liftHold(asked(), { by, now })
    const over = no({ kind: 'alreadyLifted', at: now })
    expect(lifted.ok && liftHold(lifted.value, { by, now })).toEqual(over)
    expect(lifted.ok && askToLift(lifted.value, { by, now, reason })).toEqual(over)
    expect(lifted.ok && keepHold(lifted.value, { by })).toEqual(over)
  })

  test('that is refused leaves the hold as it was placed', () => {
    const { id } = asked()
    const kept = keepHold({ ...asked(), id }, { by: actor('second') })
    expect(kept).toEqual({ ok: true, value: placedHold({ id }) })
  })
})

describe('reviewing a hold', () => {
  test('moves its day, also while its lifting is asked for', () => {
    const until = { year: 2027, month: 11, day: 21 }
    const review = { by: actor('second'), until, today }
    for (const hold of [placedHold(), asked()])
      expect(reviewHold(hold, review)).toEqual({ ok: true, value: { ...hold, reviewOn: until } })
  })

  test('is due on its day and after, until the hold is lifted', () => {
    const on = (reviewOn: Hold['reviewOn']) => isDueForReview(placedHold({ reviewOn }), today)
    expect(on({ ...today, day: 20 })).toBe(true)
    expect(on(today)).toBe(true)
    expect(on({ ...today, day: 22 })).toBe(false)
    const lifted = liftHold({ ...asked(), reviewOn: today }, { by: actor('second'), now })
    expect(lifted.ok && isDueForReview(lifted.value, today)).toBe(false)
  })
})

describe('I1 whatever is done to a hold in whatever order', () => {
  const people = fc.constantFrom('placer', 'first', 'second', SUBJECT)
  const command = fc.record({ what: fc.constantFrom('ask', 'lift', 'keep', 'review'), who: people })

  test('it ends by two people who are not its subject, and then for good', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let hold: Hold = placedHold()
        let wasLifted = false
        for (const { what, who } of commands) {
          const next = run(hold, what, who)
          if (next.ok) hold = next.value
          if (wasLifted) expect(next.ok).toBe(false)
          wasLifted = hold.state === 'lifted'
        }
        if (hold.state !== 'lifted') return
        const both = new Set([hold.lift.by.person, hold.agreedBy.person])
        expect(both.size).toBe(2)
        expect(both.has(SUBJECT)).toBe(false)
      }),
    )
  })
})

function run(hold: Hold, what: string, who: string): Result<Hold, unknown> {
  const by = actor(who)
  if (what === 'ask') return askToLift(hold, { by, now, reason })
  if (what === 'lift') return liftHold(hold, { by, now })
  if (what === 'keep') return keepHold(hold, { by })
  return reviewHold(hold, { by, until: { year: 2027, month: 5, day: 1 }, today })
}
