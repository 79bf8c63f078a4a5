import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Admins,
  type Candidate,
  decidedIn,
  type Giver,
  mayGive,
  rolesGivenBy,
  type WantedMandate,
} from '#domain/access/give-mandate.ts'
import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok } from '#domain/result.ts'
import { OWN_AGENCY, someHat } from '#test/support/hats.ts'
import { at, NOON } from '#test/support/phone.ts'

const OTHER = 'agency-2' as AgencyId
const UNIT = 'unit-1' as UnitId
const YEAR = 365 * 24 * 3600
const ready: Admins = { agency: 2, national: 2 }

const ROLES: readonly Role[] = [
  'officer',
  'verifier',
  'archivist',
  'appraiser',
  'approver',
  'legalOfficer',
  'inspector',
  'agencyAdmin',
  'nationalAdmin',
  'auditor',
]
const OF_AGENCY = ROLES.slice(0, 7)
const isNational = (role: Role) => role === 'nationalAdmin' || role === 'auditor'

function giver(fields: Partial<Giver> = {}): Giver {
  return { person: 'giver' as PersonId, role: 'agencyAdmin', agency: OWN_AGENCY, ...fields }
}
const nation = giver({ role: 'nationalAdmin', agency: undefined })

function candidate(fields: Partial<Candidate> = {}): Candidate {
  return {
    person: 'candidate' as PersonId,
    agency: OWN_AGENCY,
    account: 'active',
    mfa: 'inUse',
    serves: true,
    mandates: [],
    ...fields,
  }
}

function wanted(fields: Partial<WantedMandate> = {}): WantedMandate {
  return {
    role: 'officer',
    agency: OWN_AGENCY,
    unit: undefined,
    from: NOON,
    until: at(YEAR),
    ...fields,
  }
}

function give(
  parts: {
    giver?: Giver
    candidate?: Partial<Candidate>
    wanted?: Partial<WantedMandate>
    admins?: Admins
  } = {},
) {
  const { giver: by = giver(), admins = ready } = parts
  const asked = wanted(parts.wanted)
  return mayGive({ giver: by, candidate: candidate(parts.candidate), wanted: asked, admins }, NOON)
}

describe('who may give which role', () => {
  test.each(ROLES)('an admin of an agency: %s', (role) => {
    const agency = isNational(role) ? undefined : OWN_AGENCY
    expect(give({ wanted: { role, agency } }).ok).toBe(OF_AGENCY.includes(role))
  })

  test.each(ROLES)('an admin of the nation: %s, once the agency has two admins', (role) => {
    const agency = isNational(role) ? undefined : OWN_AGENCY
    expect(give({ giver: nation, wanted: { role, agency } }).ok).toBe(!OF_AGENCY.includes(role))
  })

  test.each([
    [0, true],
    [1, true],
    [2, false],
    [3, false],
  ])('the nation gives the roles of an agency with %i admins: %s', (agency, expected) => {
    const admins = { agency, national: 2 }
    for (const role of OF_AGENCY) {
      expect(give({ giver: nation, wanted: { role }, admins }).ok).toBe(expected)
      expect(decidedIn(wanted({ role }), admins)).toBe(expected ? undefined : OWN_AGENCY)
    }
    expect(decidedIn(wanted({ role: 'agencyAdmin' }), admins)).toBeUndefined()
  })

  test('nobody else gives any', () => {
    for (const role of ROLES.filter((one) => one !== 'agencyAdmin' && one !== 'nationalAdmin'))
      expect(rolesGivenBy({ role }, { agency: 0, national: 0 })).toEqual([])
  })

  test('reaches no other agency, whatever role, whoever is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.constantFrom(OWN_AGENCY, OTHER), (role, home) => {
        const asked = { role, agency: OTHER }
        expect(give({ wanted: asked, candidate: { agency: home } }).ok).toBe(false)
      }),
    )
  })

  test('a role of the nation has no agency, every other has one, and few have a unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom(OWN_AGENCY, undefined),
        fc.constantFrom(UNIT, undefined),
        (role, agency, unit) => {
          const fits = isNational(role) === (agency === undefined)
          const wide = unit === undefined || role === 'officer' || role === 'verifier'
          const given = give({
            giver: nation,
            wanted: { role, agency, unit },
            admins: { agency: 0, national: 2 },
          })
          expect(given.ok).toBe(fits && wide)
        },
      ),
    )
  })
})

describe('who may be given one', () => {
  test('not oneself, in whatever hat', () => {
    for (const by of [giver(), nation])
      for (const role of ROLES)
        expect(
          give({
            giver: by,
            candidate: { person: by.person },
            wanted: { role, agency: isNational(role) ? undefined : OWN_AGENCY },
          }),
        ).toEqual(no({ kind: 'oneself' }))
  })

  test('R-AD-01 nobody who stands higher', () => {
    const mandates = [someHat({ role: 'nationalAdmin', agency: undefined })]
    expect(give({ candidate: { mandates } })).toEqual(no({ kind: 'higherRole' }))
  })

  test.each<[Partial<Candidate>, string]>([
    [{ account: 'created', mfa: 'none' }, 'notActive'],
    [{ account: 'frozen' }, 'notActive'],
    [{ account: 'disabled' }, 'notActive'],
    [{ mfa: 'reactivation' }, 'noSecondFactor'],
    [{ serves: false }, 'doesNotServe'],
    [{ agency: OTHER }, 'elsewhere'],
  ])('%o is refused as %s', (fields, kind) => {
    expect(give({ candidate: fields })).toEqual(no({ kind }))
  })

  test('the nation may be served from any agency', () => {
    const asked = { role: 'auditor', agency: undefined } as const
    expect(give({ giver: nation, candidate: { agency: OTHER }, wanted: asked }).ok).toBe(true)
  })

  test.each<[string, number, number, boolean]>([
    ['before it ends', -YEAR, 1, false],
    ['after it ended', -YEAR, 0, true],
    ['before it begins', YEAR, YEAR + 1, true],
    ['in the middle', 1, 2, false],
    ['taken back before it began', 1, 1, true],
  ])('the same role twice, %s', (_, from, until, expected) => {
    const held = someHat({ from: at(from), until: at(until) })
    expect(give({ candidate: { mandates: [held] } })).toEqual(
      expected ? ok(wanted()) : no({ kind: 'alreadyHeld', until: held.until }),
    )
  })

  test('beside a role in a unit the whole agency may be given, or another role', () => {
    const mandates = [someHat({ unit: UNIT })]
    expect(give({ candidate: { mandates } }).ok).toBe(true)
    expect(give({ candidate: { mandates }, wanted: { role: 'verifier' } }).ok).toBe(true)
  })

  test('whoever audits holds nothing else in that time, and nobody else audits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.boolean(), (role, isNow) => {
        const until = isNow ? at(YEAR) : NOON
        const auditor = someHat({ role: 'auditor', agency: undefined, from: at(-YEAR), until })
        const agency = isNational(role) ? undefined : OWN_AGENCY
        const other = someHat({ role, agency, from: at(-YEAR), until })
        const admins = { agency: 0, national: 2 }
        const beside = give({
          giver: nation,
          candidate: { mandates: [auditor] },
          wanted: { role, agency },
          admins,
        })
        const audits = give({
          giver: nation,
          candidate: { mandates: [other] },
          wanted: { role: 'auditor', agency: undefined },
          admins,
        })
        expect(beside.ok).toBe(!isNow)
        expect(audits.ok).toBe(!isNow)
      }),
    )
  })
})
