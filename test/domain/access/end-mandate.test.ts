import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endMandate, type HeldMandate, layDownMandate } from '#domain/access/end-mandate.ts'
import type { Giver } from '#domain/access/give-mandate.ts'
import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok } from '#domain/result.ts'
import { OWN_AGENCY, someHat } from '#test/support/hats.ts'
import { at, NOON } from '#test/support/phone.ts'

const MANY = { agency: 3, national: 3 }
const holder = 'holder' as PersonId
const chief: Giver = { person: 'chief' as PersonId, role: 'agencyAdmin', agency: OWN_AGENCY }
const nation: Giver = { person: 'nation' as PersonId, role: 'nationalAdmin', agency: undefined }

function held(fields: Partial<HeldMandate> = {}): HeldMandate {
  return { ...someHat(), person: holder, ...fields }
}

describe('a role ends early', () => {
  test('at once, by one person who could give it', () => {
    expect(endMandate(held(), chief, MANY, NOON)).toEqual(ok({ ...held(), until: NOON }))
  })

  test('before it began, as if it had never been given', () => {
    const coming = held({ from: at(10), until: at(20) })
    expect(endMandate(coming, chief, MANY, NOON)).toEqual(ok({ ...coming, until: at(10) }))
  })

  test.each<[string, Partial<HeldMandate>, Giver, string]>([
    ['of another agency', { agency: 'agency-2' as AgencyId }, chief, 'notYourRole'],
    ['of a fellow admin', { role: 'agencyAdmin' }, chief, 'notYourRole'],
    ['of the nation', { role: 'auditor', agency: undefined }, chief, 'notYourRole'],
    ['of an agency that gives by itself', {}, nation, 'notYourRole'],
    ['of their own', { person: chief.person }, chief, 'oneself'],
    ['that ended', { until: NOON }, chief, 'over'],
  ])('but not one %s', (_, fields, by, kind) => {
    expect(endMandate(held(fields), by, MANY, NOON)).toEqual(no({ kind }))
  })

  test('and is laid down by its holder, whatever role it is', () => {
    fc.assert(
      fc.property(fc.constantFrom<Role>('officer', 'auditor', 'agencyAdmin'), (role) => {
        const mandate = held({ role })
        expect(layDownMandate(mandate, MANY, NOON)).toEqual(ok({ ...mandate, until: NOON }))
      }),
    )
  })

  test('nothing ends later than it would have', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: 0, max: 99 }),
        (from, long) => {
          const mandate = held({ from: at(from), until: at(from + long) })
          const ended = layDownMandate(mandate, MANY, NOON)
          if (ended.ok) expect(ended.value.until < mandate.until).toBe(true)
        },
      ),
    )
  })
})

describe('the last who can give roles stay', () => {
  test.each([
    [1, no({ kind: 'lastOfAgency' })],
    [2, ok({ ...held({ role: 'agencyAdmin' }), until: NOON })],
  ])('of an agency with %i', (agency, expected) => {
    const mandate = held({ role: 'agencyAdmin' })
    expect(endMandate(mandate, nation, { agency, national: 2 }, NOON)).toEqual(expected)
    expect(layDownMandate(mandate, { agency, national: 2 }, NOON)).toEqual(expected)
  })

  test.each([
    [2, no({ kind: 'lastTwoOfNation' })],
    [3, ok({ ...held({ role: 'nationalAdmin', agency: undefined }), until: NOON })],
  ])('of a nation with %i', (national, expected) => {
    const mandate = held({ role: 'nationalAdmin', agency: undefined })
    expect(endMandate(mandate, nation, { agency: 0, national }, NOON)).toEqual(expected)
    expect(layDownMandate(mandate, { agency: 0, national }, NOON)).toEqual(expected)
  })

  test('one who is only to become an admin is none yet', () => {
    const coming = held({ role: 'agencyAdmin', from: at(10), until: at(20) })
    expect(endMandate(coming, nation, { agency: 1, national: 2 }, NOON).ok).toBe(true)
  })
})
