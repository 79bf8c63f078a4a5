import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STAGES } from '#domain/archive/record.ts'
import { comingRetention } from '#domain/archive/retention/coming.ts'
import { retentionOf } from '#domain/archive/retention/retention.ts'
import {
  classified,
  day,
  RETIRED,
  rule,
  someDay,
  someFacts,
  someRule,
  TODAY,
} from '#test/support/retention.ts'

const counting = { record: classified(), facts: RETIRED, extended: undefined }
const record = { stage: 'inactive', counting } as const
const TURN = day('2026-12-21')
const OLD = rule({ until: TURN })
const SHORTER = rule({
  version: 2,
  inactive: { years: 1, trigger: 'activeEnded' },
  from: TODAY,
  endsFrom: TURN,
})

describe('T29 a shorter period that was published', () => {
  test('is known of a record before the day from which it ends it', () => {
    expect(comingRetention(record, [OLD, SHORTER], TODAY)).toEqual({
      from: TURN,
      reason: retentionOf(counting, [SHORTER], TURN).reason,
    })
    expect(retentionOf(counting, [OLD, SHORTER], TODAY).end).toEqual(day('2041-12-31'))
    expect(comingRetention(record, [OLD, SHORTER], TURN)).toBeUndefined()
  })

  test('says nothing where it ends no sooner, or ends nothing because nobody verified it', () => {
    const longer = { ...SHORTER, inactive: { years: 20, trigger: 'activeEnded' as const } }
    expect(comingRetention(record, [OLD, longer], TODAY)).toBeUndefined()
    const example = { ...SHORTER, verified: false }
    expect(comingRetention(record, [OLD, example], TODAY)).toBeUndefined()
  })

  test('is told where what was to stay for ever may go by it, and not where it stays for ever', () => {
    const kept = { ...OLD, disposition: 'permanent' as const }
    const goes = { ...SHORTER, inactive: OLD.inactive }
    expect(comingRetention(record, [kept, goes], TODAY)).toMatchObject({ from: TURN })
    const stays = { ...SHORTER, disposition: 'permanent' as const }
    expect(comingRetention(record, [OLD, stays], TODAY)).toBeUndefined()
  })

  test('says nothing of a record in a batch, or of one that is over', () => {
    const told = STAGES.filter((stage) =>
      comingRetention({ stage, counting }, [OLD, SHORTER], TODAY),
    )
    expect(told).toEqual(['active', 'inactive'])
  })

  test('never tells of an end that is not sooner, whatever the rules are', () => {
    fc.assert(
      fc.property(fc.array(someRule, { maxLength: 4 }), someFacts, someDay, (rules, facts, on) => {
        const some = { ...counting, facts }
        const coming = comingRetention({ stage: 'active', counting: some }, rules, on)
        if (!coming) return
        const [end, now] = [coming.from, on].map((at) => {
          const { end, follows } = retentionOf(some, rules, at)
          return follows.disposition === 'permanent' ? undefined : end
        })
        expect(end && (!now || dayNumber(end) < dayNumber(now))).toBe(true)
      }),
    )
  })
})

function dayNumber({ year, month, day: of }: { year: number; month: number; day: number }) {
  return year * 400 + month * 31 + of
}
