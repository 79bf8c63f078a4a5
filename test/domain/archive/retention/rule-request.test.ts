import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import type { Actor } from '#domain/approval/approval.ts'
import { retentionOf } from '#domain/archive/retention/retention.ts'
import { type RetentionRule, type RuleTerms, refOf } from '#domain/archive/retention/rule.ts'
import {
  declineRule,
  type ForecastId,
  type OpenRuleRequest,
  type Publishing,
  publishRule,
  type RuleRequestId,
  withdrawRule,
} from '#domain/archive/retention/rule-request.ts'
import { isShortening } from '#domain/archive/retention/shortening.ts'
import { daysAfter, isBefore } from '#domain/civil-date.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import { NOW } from '#test/support/builders.ts'
import { classified, day, rule, someFacts, someRule, TODAY } from '#test/support/retention.ts'

const actor = (name: string): Actor => ({
  person: name as PersonId,
  hat: `${name}-hat` as MandateId,
})
const asker = { ...actor('asker'), role: 'archivist' as const }
const approver = { ...actor('approver'), role: 'approver' as const }
const IN_THIRTY_DAYS = day('2026-12-21')

function asked(fields: Partial<OpenRuleRequest> = {}): OpenRuleRequest {
  const { id, agency, ...terms } = rule()
  return {
    id: 'request' as RuleRequestId,
    agency,
    rule: id,
    forecast: 'forecast' as ForecastId,
    base: 1,
    terms: termsOf(terms),
    askedBy: actor('asker'),
    askedAt: NOW,
    state: 'open',
    ...fields,
  }
}

function termsOf(fields: Partial<RuleTerms>): RuleTerms {
  const { classification, name, covers, active, inactive, countFrom } = rule(
    fields as RetentionRule,
  )
  const { disposition, exception, approval, legalBasis } = rule(fields as RetentionRule)
  return {
    classification,
    name,
    covers,
    active,
    inactive,
    countFrom,
    disposition,
    exception,
    approval,
    legalBasis,
  }
}

function publish(request: OpenRuleRequest, fields: Partial<Publishing> = {}) {
  const current = 'current' in fields ? fields.current : rule()
  return publishRule(request, {
    by: approver,
    forecast: 'ab12',
    today: TODAY,
    now: NOW,
    ...fields,
    current,
  })
}

const sooner = termsOf({ inactive: { years: 4, trigger: 'activeEnded' } })
const later = termsOf({ inactive: { years: 12, trigger: 'activeEnded' } })

describe('T29 a rule', () => {
  test('is published by two persons, in whatever hat', () => {
    const sameElsewhere = { ...approver, person: asker.person }
    const archivist = { ...approver, role: 'archivist' as const }
    expect(publish(asked(), { by: archivist })).toEqual(no({ kind: 'notApprover' }))
    expect(publish(asked(), { by: sameElsewhere })).toEqual(no({ kind: 'ownRequest' }))
    expect(declineRule(asked(), sameElsewhere, NOW)).toEqual(no({ kind: 'ownRequest' }))
    expect(withdrawRule(asked(), approver, NOW)).toEqual(no({ kind: 'notYours' }))
    expect(publish(asked())).toMatchObject({
      ok: true,
      value: {
        request: { state: 'published', decidedBy: actor('approver') },
        rule: { version: 2, verified: true },
      },
    })
  })

  test('is decided once', () => {
    for (const decided of [
      declineRule(asked(), approver, NOW),
      withdrawRule(asked(), asker, NOW),
    ]) {
      if (!decided.ok) throw new Error('not decided')
      const over = no({ kind: 'over' })
      expect(publish(decided.value as never)).toEqual(over)
      expect(declineRule(decided.value, approver, NOW)).toEqual(over)
      expect(withdrawRule(decided.value, asker, NOW)).toEqual(over)
    }
  })

  test('is not published unforeseen, nor onto a version that nobody asked to change', () => {
    expect(publish(asked(), { forecast: undefined })).toEqual(no({ kind: 'noForecast' }))
    expect(publish(asked(), { current: rule({ version: 2 }) })).toEqual(no({ kind: 'outdated' }))
    expect(publish(asked(), { current: undefined })).toEqual(no({ kind: 'outdated' }))
  })

  test('that shortens leaves the old one beside it for thirty days', () => {
    expect(publish(asked({ terms: sooner }))).toMatchObject({
      value: {
        shortens: true,
        rule: { from: TODAY, endsFrom: IN_THIRTY_DAYS },
        replaced: { ...refOf(rule()), until: IN_THIRTY_DAYS },
      },
    })
  })

  test('that keeps longer replaces it at once', () => {
    expect(publish(asked({ terms: later }))).toMatchObject({
      value: {
        shortens: false,
        rule: { from: TODAY, endsFrom: TODAY },
        replaced: { until: TODAY },
      },
    })
  })

  test('where there was none shortens, for without a rule a record is kept for ever', () => {
    expect(publish(asked({ base: 0 }), { current: undefined })).toMatchObject({
      value: {
        shortens: true,
        rule: { version: 1, endsFrom: IN_THIRTY_DAYS },
        replaced: undefined,
      },
    })
  })

  test('changed during its notice keeps that notice', () => {
    const noticed = rule({ endsFrom: day('2026-12-10') })
    expect(publish(asked({ terms: later }), { current: noticed })).toMatchObject({
      value: { rule: { from: TODAY, endsFrom: day('2026-12-10') } },
    })
  })

  test('fault 23: shortened makes nothing end sooner for thirty days', () => {
    fc.assert(
      fc.property(
        someRule,
        someRule,
        someFacts,
        fc.nat({ max: 29 }),
        (before, after, facts, days) => {
          const current = { ...before, verified: true }
          const published = publish(asked({ terms: after, rule: before.id }), { current })
          if (!published.ok || !published.value.replaced) throw new Error('not published')
          const then = daysAfter(TODAY, days)
          const counting = { record: classified(), facts, extended: undefined }
          const was = retentionOf(counting, [current], then).end
          const now = retentionOf(
            counting,
            [published.value.replaced, published.value.rule],
            then,
          ).end
          if (published.value.shortens && !was) expect(now).toBe(undefined)
          if (was && now) expect(isBefore(now, was)).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('T29 what shortens', () => {
  test.each([
    ['fewer years', { inactive: { years: 8, trigger: 'activeEnded' } }],
    ['fewer active years', { active: { years: 0, trigger: 'serviceEnded' } }],
    ['another event', { active: { years: 50, trigger: 'decreeIssued' } }],
    ['an earlier count', { countFrom: 'monthEnd' }],
    ['another reach', { covers: { of: 'personalFile' } }],
    ['a way of its own', { disposition: 'mergePersonalFile' }],
  ] as const)('%s', (_, fields) => {
    expect(isShortening(rule(), rule(fields))).toBe(true)
  })

  test('a disposition that keeps less, an exception gone, ANRI no longer asked', () => {
    const kept = rule({
      disposition: 'reappraise',
      exception: { text: 'kecuali SK', disposition: 'permanent' },
      approval: 'nationalArchives',
    })
    expect(isShortening(kept, { ...kept, disposition: 'destroy' })).toBe(true)
    expect(isShortening(kept, { ...kept, exception: undefined })).toBe(true)
    expect(isShortening(kept, { ...kept, approval: 'agency' })).toBe(true)
    expect(isShortening(kept, { ...kept, disposition: 'permanent' })).toBe(false)
  })

  test('an example that is verified, for what was not ended nothing', () => {
    expect(isShortening(rule({ verified: false }), rule())).toBe(true)
    expect(isShortening(rule({ verified: false }), rule({ verified: false }))).toBe(false)
  })

  test('nothing else: no end comes nearer by a change that does not', () => {
    fc.assert(
      fc.property(
        someRule,
        fc.nat({ max: 5 }),
        fc.nat({ max: 5 }),
        someFacts,
        (before, active, inactive, facts) => {
          const after = {
            ...before,
            active: { ...before.active, years: before.active.years + active },
            inactive: { ...before.inactive, years: before.inactive.years + inactive },
            countFrom: 'yearEnd',
          } as const
          expect(isShortening(before, after)).toBe(false)
          const counting = { record: classified(), facts, extended: undefined }
          const [was, is] = [before, after].map((one) => retentionOf(counting, [one], TODAY).end)
          expect(!!is).toBe(!!was)
          if (was && is) expect(isBefore(is, was)).toBe(false)
        },
      ),
    )
  })
})
