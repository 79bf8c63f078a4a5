import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import { type AskingRule, askRule } from '#domain/archive/retention/ask-rule.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import type { ForecastId, RuleRequestId } from '#domain/archive/retention/rule-request.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import { NOW } from '#test/support/builders.ts'
import { rule } from '#test/support/retention.ts'

function ask(fields: Partial<AskingRule> = {}, terms: Partial<RetentionRule> = {}) {
  const { id, agency } = rule()
  const asked = {
    id: 'request' as RuleRequestId,
    forecast: 'forecast' as ForecastId,
    agency,
    rule: id,
    base: 1,
    terms: rule(terms),
    askedBy: { person: 'asker' as PersonId, hat: 'hat' as MandateId },
    askedAt: NOW,
  }
  return askRule(asked, { role: 'archivist', isForeseen: true, current: rule(), ...fields })
}

describe('T29 a rule is asked for', () => {
  test('by an archivist who has seen what it would do', () => {
    expect(ask()).toMatchObject({ ok: true, value: { state: 'open', base: 1 } })
    expect(ask({ role: 'approver' })).toEqual(no({ kind: 'notArchivist' }))
    expect(ask({ isForeseen: false })).toEqual(no({ kind: 'noForecast' }))
  })

  test('as a change of its newest version, and as something that can be a rule', () => {
    expect(ask({ current: rule({ version: 2 }) })).toEqual(no({ kind: 'outdated' }))
    expect(ask({ current: undefined })).toEqual(no({ kind: 'outdated' }))
    expect(ask({}, { legalBasis: '' })).toEqual(no({ kind: 'noRule', problem: 'noLegalBasis' }))
  })
})
