import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rulesOver } from '#domain/archive/retention/coverage.ts'
import { activeEnd, retentionEnd } from '#domain/archive/retention/end.ts'
import type { Facts } from '#domain/archive/retention/facts.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import { monthEnd, yearEnd, yearsAfter } from '#domain/civil-date.ts'
import { civilDateText } from '#domain/zone-day.ts'
import {
  classified,
  day,
  RETIRED,
  rule,
  someFacts,
  someRule,
  TODAY,
} from '#test/support/retention.ts'

function endOf(rules: readonly RetentionRule[], facts: Facts): string {
  const end = retentionEnd(rulesOver(classified(), rules, TODAY), facts)
  return end.kind === 'forEver' ? end.because : civilDateText(end.on)
}

function activeOf(rules: readonly RetentionRule[], facts: Facts): string | undefined {
  const end = activeEnd(rulesOver(classified(), rules, TODAY), facts)
  return end && civilDateText(end)
}

const since = (on: string): Facts => ({ serviceEnded: { on: day(on) } })
const other = (fields: Partial<RetentionRule>) =>
  rule({ id: '00000000-0000-4000-8000-00000000000b' as RetentionRule['id'], ...fields })

describe('archive 6.2 the end of retention', () => {
  test.each([
    ['immediately', '2031-08-01', '2041-08-01'],
    ['monthEnd', '2031-08-01', '2041-08-31'],
    ['yearEnd', '2031-08-01', '2041-12-31'],
    ['monthEnd', '2030-02-28', '2040-02-29'],
    ['immediately', '2024-02-29', '2034-02-28'],
    ['yearEnd', '2031-12-31', '2041-12-31'],
  ] as const)('counted from %s after %s is %s', (countFrom, on, end) => {
    expect(endOf([rule({ countFrom })], since(on))).toBe(end)
  })

  test('fault 13: adds both periods at once: 29 February comes again after four years', () => {
    const years = {
      active: { years: 1, trigger: 'serviceEnded' as const },
      countFrom: 'immediately' as const,
    }
    const four = rule({ ...years, inactive: { years: 3, trigger: 'activeEnded' } })
    expect(endOf([four], since('2024-02-29'))).toBe('2028-02-29')
  })

  test('waits for the later of the active period and the event of the inactive one', () => {
    const settled = rule({
      inactive: { years: 2, trigger: 'rightsSettled' },
      countFrom: 'immediately',
    })
    const facts = (on: string): Facts => ({ ...RETIRED, rightsSettled: { on: day(on) } })
    expect(endOf([settled], facts('2030-05-05'))).toBe('2034-08-01')
    expect(endOf([settled], facts('2032-08-02'))).toBe('2034-08-02')
    expect(endOf([settled], RETIRED)).toBe('triggerUnknown')
  })

  test('without an active period begins with the inactive one', () => {
    const only = rule({
      active: { years: 0, trigger: 'none' },
      inactive: { years: 2, trigger: 'serviceEnded' },
    })
    expect(endOf([only], RETIRED)).toBe('2033-12-31')
    expect(activeOf([only], RETIRED)).toBe('2031-12-31')
  })

  test('without an inactive period ends with the active one', () => {
    const only = rule({ inactive: { years: 0, trigger: 'none' } })
    expect(endOf([only], RETIRED)).toBe('2032-12-31')
    expect(activeOf([only], RETIRED)).toBe('2032-12-31')
  })

  test.each([
    ['noRule', [], RETIRED],
    ['noRule', [rule({ classification: '800.1.6.2' })], RETIRED],
    ['triggerUnknown', [rule()], {}],
    ['notStated', [rule({ active: { years: 3, trigger: 'notStated' } })], RETIRED],
    ['notStated', [rule({ inactive: { years: 3, trigger: 'notStated' } })], RETIRED],
    ['notStated', [rule({ active: { years: 0, trigger: 'none' } })], RETIRED],
    ['noPersonalFileRule', [rule({ disposition: 'mergePersonalFile' })], RETIRED],
  ] as const)('is never: %s', (because, rules, facts) => {
    expect(endOf(rules, facts)).toBe(because)
  })

  test('of a merged record is that of the personal file alone', () => {
    const merged = other({
      classification: '800.1.3.2',
      active: { years: 90, trigger: 'notStated' },
      disposition: 'mergePersonalFile',
    })
    expect(endOf([merged, rule()], RETIRED)).toBe('2041-12-31')
    expect(
      endOf(
        [merged, rule({ covers: { of: 'personalFile' }, classification: 'KP.15.01' })],
        RETIRED,
      ),
    ).toBe('2041-12-31')
    expect(endOf([merged, rule({ covers: { of: 'type', type: 'golongan' } })], RETIRED)).toBe(
      'noPersonalFileRule',
    )
  })

  test('counts rules from their first day until before their last', () => {
    const former = rule({ until: TODAY })
    const next = rule({ version: 2, from: TODAY, inactive: { years: 4, trigger: 'activeEnded' } })
    const coming = rule({ version: 3, from: day('2026-11-22') })
    expect(endOf([former, next, coming], RETIRED)).toBe('2036-12-31')
  })

  test('T29 a rule in its notice lengthens what others say, and ends nothing by itself', () => {
    const noticed = (years: number) =>
      other({ endsFrom: day('2026-11-22'), inactive: { years, trigger: 'activeEnded' } })
    expect(endOf([noticed(4)], RETIRED)).toBe('noRule')
    expect(endOf([rule(), noticed(4)], RETIRED)).toBe('2041-12-31')
    expect(endOf([rule(), noticed(14)], RETIRED)).toBe('2046-12-31')
    const merged = other({ disposition: 'mergePersonalFile', classification: '800.1.3.2' })
    expect(endOf([merged, noticed(4)], RETIRED)).toBe('noPersonalFileRule')
  })
})

describe('archive 6.2 of any rules and facts', () => {
  const someRules = fc.array(someRule, { maxLength: 4 })

  test('a further rule never shortens, once there is one', () => {
    fc.assert(
      fc.property(someRules, someRule, someFacts, (rules, further, facts) => {
        const before = retentionEnd(rulesOver(classified(), rules, TODAY), facts)
        const after = retentionEnd(rulesOver(classified(), [...rules, further], TODAY), facts)
        if (before.kind === 'until' && after.kind === 'until')
          expect(civilDateText(after.on) >= civilDateText(before.on)).toBe(true)
        if (before.kind === 'forEver' && 'rule' in before) expect(after.kind).toBe('forEver')
      }),
      { numRuns: 500 },
    )
  })

  test('no order of rules makes a difference', () => {
    fc.assert(
      fc.property(someRules, fc.nat(), someFacts, (rules, seed, facts) => {
        const turned = rules.map((_, at) => rules[(at + seed) % rules.length] as RetentionRule)
        for (const order of [turned, [...rules].reverse()])
          expect(retentionEnd(rulesOver(classified(), order, TODAY), facts)).toEqual(
            retentionEnd(rulesOver(classified(), rules, TODAY), facts),
          )
      }),
    )
  })

  test('the active period is over no later than all', () => {
    fc.assert(
      fc.property(someRules, someFacts, (rules, facts) => {
        const end = endOf(rules, facts)
        const active = activeOf(rules, facts)
        if (/^\d/.test(end)) expect(active && active <= end).toBe(true)
      }),
    )
  })

  test('base and end are both moved, and moving the base alone makes no difference', () => {
    fc.assert(
      fc.property(someRule, someFacts, fc.constantFrom(monthEnd, yearEnd), (some, facts, move) => {
        const countFrom = move === monthEnd ? 'monthEnd' : 'yearEnd'
        const moved = Object.entries(facts).map(([event, { on }]) => [event, { on: move(on) }])
        const rules = [{ ...some, countFrom } as const]
        expect(endOf(rules, Object.fromEntries(moved))).toBe(endOf(rules, facts))
      }),
    )
  })

  test('the end lies as many years after as the rule says, in the same month and never a later day', () => {
    fc.assert(
      fc.property(someRule, someFacts, (some, facts) => {
        const plain = {
          ...some,
          covers: { of: 'personalFile' },
          disposition: 'destroy',
          countFrom: 'immediately',
          active: { ...some.active, trigger: 'serviceEnded' },
          inactive: { ...some.inactive, trigger: 'activeEnded' },
        } as const
        const on = facts.serviceEnded?.on
        if (!on) return
        const years = plain.active.years + plain.inactive.years
        expect(endOf([plain], facts)).toBe(civilDateText(yearsAfter(on, years)))
        expect(civilDateText(yearsAfter(on, years)).slice(8) <= civilDateText(on).slice(8)).toBe(
          true,
        )
      }),
    )
  })
})
