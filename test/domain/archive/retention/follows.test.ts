import { describe, expect, test } from 'vitest'
import { rulesOver } from '#domain/archive/retention/coverage.ts'
import { whatFollows } from '#domain/archive/retention/follows.ts'
import { type RetentionRule, type RuleId, refOf } from '#domain/archive/retention/rule.ts'
import { classified, rule, TODAY } from '#test/support/retention.ts'

function follows(...rules: RetentionRule[]) {
  return whatFollows(rulesOver(classified(), rules, TODAY))
}

const short = (fields: Partial<RetentionRule> = {}) =>
  rule({ inactive: { years: 8, trigger: 'activeEnded' }, ...fields })
const B = '00000000-0000-4000-8000-00000000000b' as RuleId

describe('archive 6.1 what follows', () => {
  test.each([
    ['destroy', 'reappraise', 'reappraise'],
    ['reappraise', 'permanent', 'permanent'],
    ['permanent', 'destroy', 'permanent'],
    ['destroy', 'destroy', 'destroy'],
  ] as const)('of %s and %s is the more keeping: %s', (one, other, disposition) => {
    const rules = [short({ disposition: one }), short({ id: B, disposition: other })] as const
    expect(follows(...rules)).toEqual({ disposition, approval: 'agency', exceptions: [] })
  })

  test('needs ANRI from ten years on, active and inactive together', () => {
    expect(follows(short()).approval).toBe('agency')
    expect(follows(rule()).approval).toBe('nationalArchives')
    expect(follows(short(), rule({ id: B })).approval).toBe('nationalArchives')
    expect(follows(short({ approval: 'nationalArchives' })).approval).toBe('nationalArchives')
  })

  test('is undecided, and a matter of ANRI, where no rule says anything', () => {
    const undecided = { disposition: 'undecided', approval: 'nationalArchives', exceptions: [] }
    expect(follows()).toEqual(undecided)
    expect(follows(short({ disposition: 'mergePersonalFile' }))).toEqual(undecided)
  })

  test('asks the panel every exception that a rule makes', () => {
    const exception = { text: 'kecuali pejabat tinggi permanen', disposition: 'permanent' } as const
    const asking = short({ exception })
    expect(follows(asking, short({ id: B })).exceptions).toEqual([
      { ...refOf(asking), ...exception },
    ])
  })
})
