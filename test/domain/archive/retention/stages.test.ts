import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STAGES } from '#domain/archive/record.ts'
import { endRetention } from '#domain/archive/retention/end-retention.ts'
import { extendRetention } from '#domain/archive/retention/extend.ts'
import { inactivate } from '#domain/archive/retention/inactivate.ts'
import { markPermanent } from '#domain/archive/retention/mark-permanent.ts'
import { recomputeRetention } from '#domain/archive/retention/recompute.ts'
import type { RetainedRecord } from '#domain/archive/retention/retained.ts'
import { isOver, retentionOf } from '#domain/archive/retention/retention.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { no, ok } from '#domain/result.ts'
import {
  classified,
  day,
  RETIRED,
  retention,
  rule,
  someDay,
  someFacts,
  someRule,
  TODAY,
} from '#test/support/retention.ts'

const PENDING = { request: false, version: false }
const ENDED = day('2041-12-31')
const AFTER = day('2042-01-01')

function retained(fields: Partial<RetainedRecord> = {}): RetainedRecord {
  const { activeEnd, end, reason } = retention()
  return { stage: 'inactive', activeEnd, end, reason, held: false, ...fields }
}

describe('T12 an active record', () => {
  test('becomes inactive after the last day of the active period, and not on it', () => {
    const active = retained({ stage: 'active' })
    const until = day('2032-12-31')
    expect(inactivate(active, retention(), until)).toEqual(no({ kind: 'activeStill', until }))
    expect(inactivate(active, retention(), day('2033-01-01'))).toEqual(ok('inactive'))
  })

  test('stays active while nobody knows when its period began', () => {
    const unknown = retention([rule()], {})
    const active = retained({ stage: 'active' })
    expect(inactivate(active, unknown, AFTER)).toEqual(no({ kind: 'triggerUnknown' }))
  })

  test('is the only one that does', () => {
    for (const stage of STAGES.filter((one) => one !== 'active'))
      expect(inactivate({ stage }, retention(), AFTER)).toEqual(no({ kind: 'notActive' }))
  })
})

describe('T13 the retention of an inactive record', () => {
  test('ends after its last day, and not on it', () => {
    expect(endRetention(retained(), retention(), PENDING, ENDED)).toEqual(
      no({ kind: 'keptStill', until: ENDED }),
    )
    expect(endRetention(retained(), retention(), PENDING, AFTER)).toEqual(ok('retentionEnded'))
  })

  test.each([
    ['held', { held: true }, retention(), PENDING],
    ['notInactive', { stage: 'active' }, retention(), PENDING],
    ['keptForEver', {}, retention([]), PENDING],
    ['keptForEver', {}, retention([rule()], {}), PENDING],
    ['ruleUnverified', {}, retention([rule({ verified: false })]), PENDING],
    ['openRequest', {}, retention(), { request: true, version: false }],
    ['pendingVersion', {}, retention(), { request: false, version: true }],
  ] as const)('does not: %s', (kind, fields, counted, pending) => {
    expect(endRetention(retained(fields), counted, pending, AFTER)).toEqual(no({ kind }))
  })

  test('does not by two rules of which one is unverified', () => {
    const example = rule({ version: 2, verified: false, inactive: { years: 0, trigger: 'none' } })
    const counted = retention([rule(), example])
    expect(endRetention(retained(), counted, PENDING, AFTER)).toEqual(
      no({ kind: 'ruleUnverified' }),
    )
  })

  test('never does before the latest of all ends, nor by an unverified rule, nor under a hold', () => {
    fc.assert(
      fc.property(
        fc.array(someRule, { maxLength: 3 }),
        someFacts,
        someDay,
        fc.boolean(),
        (rules, facts, today, held) => {
          const counted = retentionOf(
            { record: classified(), facts, extended: undefined },
            rules,
            today,
          )
          const ended = endRetention(retained({ held }), counted, PENDING, today)
          if (ended.ok)
            expect([isOver(counted, today), counted.verified, held]).toEqual([true, true, false])
        },
      ),
    )
  })
})

describe('T14 a record counted anew', () => {
  const longer = retention([rule({ inactive: { years: 19, trigger: 'activeEnded' } })])
  const shorter = retention([rule({ inactive: { years: 4, trigger: 'activeEnded' } })])

  test('whose retention had ended, and now has not, is inactive again', () => {
    const ended = retained({ stage: 'retentionEnded' })
    const { activeEnd, end, reason } = longer
    expect(recomputeRetention(ended, longer, AFTER)).toEqual({
      kind: 'reopened',
      from: ENDED,
      activeEnd,
      end,
      reason,
    })
    expect(recomputeRetention(ended, retention(), AFTER)).toEqual({ kind: 'unchanged' })
  })

  test('is so too if its rule has turned out to be unverified or gone', () => {
    const ended = retained({ stage: 'retentionEnded' })
    for (const doubted of [retention([rule({ verified: false })]), retention([])])
      expect(recomputeRetention(ended, doubted, AFTER).kind).toBe('reopened')
  })

  test('fault 23: is never nearer its end under a hold or in a batch', () => {
    const { activeEnd, end, reason } = shorter
    expect(recomputeRetention(retained(), shorter, TODAY)).toEqual({
      kind: 'counted',
      activeEnd,
      end,
      reason,
    })
    for (const [because, fields] of [
      ['held', { held: true }],
      ['batched', { stage: 'waitingPeriod' }],
    ] as const) {
      const record = retained(fields)
      expect(recomputeRetention(record, shorter, TODAY)).toEqual({ kind: 'kept', because })
      expect(recomputeRetention(record, longer, TODAY).kind).toBe('counted')
      const forEver = { ...record, end: undefined, reason: retention([]).reason }
      expect(recomputeRetention(forEver, shorter, TODAY)).toEqual({ kind: 'kept', because })
    }
  })

  test('keeps up with the active period where the end stays unknown', () => {
    const settled = rule({ inactive: { years: 2, trigger: 'rightsSettled' } })
    const [before, after] = [retention([settled], {}), retention([settled])]
    const { activeEnd, end, reason } = before
    const record = retained({ stage: 'active', activeEnd, end, reason })
    expect(recomputeRetention(record, before, TODAY)).toEqual({ kind: 'unchanged' })
    expect(recomputeRetention(record, after, TODAY)).toMatchObject({
      kind: 'counted',
      end: undefined,
    })
    const both = retention([settled, rule({ version: 2 })], {})
    expect(recomputeRetention({ ...record, activeEnd: TODAY }, both, TODAY).kind).toBe('counted')
  })

  test('for the first time takes what the rules say, whatever is on it', () => {
    const first = retained({ stage: 'active', end: undefined, reason: undefined, held: true })
    expect(recomputeRetention(first, retention(), TODAY).kind).toBe('counted')
  })

  test.each(['draft', 'destroying', 'destroyed', 'permanent', 'transferred'] as const)(
    'is not touched in the stage %s',
    (stage) => {
      expect(recomputeRetention(retained({ stage }), longer, TODAY)).toEqual({ kind: 'unchanged' })
    },
  )

  test('twice is as once', () => {
    fc.assert(
      fc.property(
        fc.array(someRule, { maxLength: 3 }),
        someFacts,
        fc.constantFrom(...STAGES),
        fc.boolean(),
        (rules, facts, stage, held) => {
          const counted = retentionOf(
            { record: classified(), facts, extended: undefined },
            rules,
            TODAY,
          )
          const once = keptAfter(retained({ stage, held }), counted)
          expect(keptAfter(once, counted)).toEqual(once)
        },
      ),
    )
  })

  function keptAfter(
    record: RetainedRecord,
    counted: ReturnType<typeof retention>,
  ): RetainedRecord {
    const made = recomputeRetention(record, counted, TODAY)
    if (made.kind === 'unchanged' || made.kind === 'kept') return record
    const { activeEnd, end, reason } = made
    return {
      ...record,
      activeEnd,
      end,
      reason,
      stage: made.kind === 'reopened' ? 'inactive' : record.stage,
    }
  }
})

describe('T15 a record whose rule says permanen', () => {
  const permanent = rule({ disposition: 'permanent' })
  const ended = retained({ stage: 'retentionEnded' })

  test('is permanent once its retention is over', () => {
    expect(markPermanent(ended, retention([permanent]), AFTER)).toEqual(ok('permanent'))
    expect(markPermanent(ended, retention([permanent]), ENDED)).toEqual(no({ kind: 'notOver' }))
    expect(markPermanent(retained(), retention([permanent]), AFTER)).toEqual(
      no({ kind: 'notEnded' }),
    )
  })

  test('waits for the panel where the rule makes an exception, and is not by another rule', () => {
    const exception = { text: 'kecuali lampiran musnah', disposition: 'destroy' } as const
    const asking = retention([{ ...permanent, exception }])
    expect(markPermanent(ended, asking, AFTER)).toEqual(no({ kind: 'exceptionOpen' }))
    expect(markPermanent(ended, retention(), AFTER)).toEqual(no({ kind: 'notPermanent' }))
  })
})

describe('T17 the panel keeps a record longer', () => {
  const extension = (until: string) => ({
    until: day(until),
    reason: 'Masih dipakai di pengadilan.' as Reason,
  })
  const appraised = retained({ stage: 'underAppraisal' })

  test('that it appraises, beyond today and beyond what the rules say', () => {
    const asked = extension('2050-06-30')
    expect(extendRetention(appraised, asked, AFTER)).toEqual(ok(asked))
    for (const until of ['2041-12-31', '2042-01-01'])
      expect(extendRetention(appraised, extension(until), AFTER)).toEqual(no({ kind: 'notLater' }))
    expect(extendRetention(retained(), asked, AFTER)).toEqual(no({ kind: 'notUnderAppraisal' }))
  })

  test('which holds beside the rules: the later of both counts', () => {
    const counting = { record: classified(), facts: RETIRED }
    const extended = (until: string) =>
      retentionOf({ ...counting, extended: day(until) }, [rule()], AFTER)
    expect(extended('2050-06-30')).toMatchObject({
      end: day('2050-06-30'),
      reason: { kind: 'extended' },
    })
    expect(extended('2040-06-30')).toMatchObject({ end: ENDED, reason: { kind: 'until' } })
    const forEver = retentionOf({ ...counting, extended: AFTER }, [], AFTER)
    expect(forEver).toMatchObject({ end: undefined, reason: { because: 'noRule' } })
  })
})
