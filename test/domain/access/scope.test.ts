import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import { isInScope, mayActOn, type Reached, scopeOf } from '#domain/access/scope.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { PersonId } from '#domain/person.ts'
import { OWN_AGENCY, someHat } from '#test/support/hats.ts'
import { NOON } from '#test/support/phone.ts'

const OTHER = 'agency-2' as AgencyId
const [school, education, health] = ['school', 'education', 'health'] as UnitId[]
const me = 'me' as PersonId
const you = 'you' as PersonId

function reached(fields: Partial<Reached> = {}): Reached {
  return { agency: OWN_AGENCY, unitAndAbove: [], mandates: [], ...fields }
}
const inSchool = reached({ unitAndAbove: [school, education] as UnitId[] })

describe('R-AD-01 the scope', () => {
  test('of an agency is its people, and nobody elsewhere', () => {
    const scope = scopeOf(someHat())
    expect(isInScope(scope, reached(), NOON)).toBe(true)
    expect(isInScope(scope, inSchool, NOON)).toBe(true)
    expect(isInScope(scope, reached({ agency: OTHER }), NOON)).toBe(false)
  })

  test.each([
    [education, true],
    [school, true],
    [health, false],
  ])('of a unit is that unit and those below it: %s', (unit, expected) => {
    expect(isInScope(scopeOf(someHat({ unit })), inSchool, NOON)).toBe(expected)
    expect(isInScope(scopeOf(someHat({ unit })), reached(), NOON)).toBe(false)
  })

  test.each<[Role, boolean]>([
    ['officer', false],
    ['agencyAdmin', true],
    ['nationalAdmin', true],
    ['auditor', true],
  ])('of the national admin is whom no agency may help: %s', (role, expected) => {
    const scope = scopeOf(someHat({ role: 'nationalAdmin', agency: undefined }))
    const over = someHat({ role, until: NOON })
    expect(isInScope(scope, reached({ mandates: [someHat({ role })] }), NOON)).toBe(expected)
    expect(isInScope(scope, reached({ mandates: [over] }), NOON)).toBe(false)
    expect(isInScope(scope, reached(), NOON)).toBe(false)
  })
})

describe('R-AD-01 nobody acts', () => {
  test('on themselves, however high', () => {
    for (const role of ['officer', 'nationalAdmin'] as const)
      expect(mayActOn({ person: me, role }, { person: me, mandates: [] }, NOON)).toBe('oneself')
  })

  test.each<[Role, Role, string]>([
    ['officer', 'verifier', 'yes'],
    ['officer', 'officer', 'yes'],
    ['officer', 'agencyAdmin', 'higherRole'],
    ['officer', 'auditor', 'higherRole'],
    ['agencyAdmin', 'agencyAdmin', 'yes'],
    ['agencyAdmin', 'nationalAdmin', 'higherRole'],
    ['nationalAdmin', 'auditor', 'yes'],
  ])('on a higher role: %s on %s is %s', (role, theirs, expected) => {
    const target = { person: you, mandates: [someHat({ role: theirs })] }
    expect(mayActOn({ person: me, role }, target, NOON)).toBe(expected)
  })
})
