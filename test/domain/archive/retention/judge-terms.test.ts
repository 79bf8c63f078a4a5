import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgeTerms } from '#domain/archive/retention/judge-terms.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import { no, ok } from '#domain/result.ts'
import { rule } from '#test/support/retention.ts'

type Example = Pick<RetentionRule, 'active' | 'inactive' | 'disposition'> & { code: string }
const { examples }: { examples: { rows: Example[] }[] } = JSON.parse(
  readFileSync('test/vectors/retention-examples.json', 'utf8'),
)

describe('the terms of a rule', () => {
  test.each(examples.flatMap(({ rows }) => rows))('of the example $code can be one', (row) => {
    const { active, inactive, disposition } = row
    const terms = rule({ active, inactive, disposition })
    expect(judgeTerms(terms)).toEqual(ok(terms))
  })

  test.each([
    ['noClassification', { classification: '' }],
    ['noLegalBasis', { legalBasis: '' }],
    ['yearsOutOfRange', { active: { years: -1, trigger: 'serviceEnded' } }],
    ['yearsOutOfRange', { active: { years: 1.5, trigger: 'serviceEnded' } }],
    ['yearsOutOfRange', { inactive: { years: 101, trigger: 'activeEnded' } }],
    ['fileMergesIntoItself', { covers: { of: 'personalFile' }, disposition: 'mergePersonalFile' }],
    ['noPeriod', { active: { years: 0, trigger: 'none' } }],
    ['yearsWithoutTrigger', { inactive: { years: 2, trigger: 'none' } }],
  ] as const)('are refused: %s', (problem, fields) => {
    expect(judgeTerms(rule(fields))).toEqual(no(problem))
  })
})
