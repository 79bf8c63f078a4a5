import { describe, expect, test } from 'vitest'
import type { Mandate, Role } from '#domain/access/mandate.ts'
import { type Permission, permits } from '#domain/access/permission.ts'
import type { AgencyId } from '#domain/agency.ts'
import { at, NOON } from '#test/support/phone.ts'

const own = 'agency-1' as AgencyId
const other = 'agency-2' as AgencyId

const MAY: Record<Role, Permission[]> = {
  officer: ['helpEmployees'],
  verifier: ['verifyRecords'],
  archivist: [],
  appraiser: [],
  approver: [],
  legalOfficer: [],
  inspector: [],
  nationalAdmin: ['nationalReferenceData'],
  auditor: ['readAudit'],
}
const ROLES = Object.keys(MAY) as Role[]
const OFFICIAL: Permission[] = [
  'helpEmployees',
  'verifyRecords',
  'nationalReferenceData',
  'readAudit',
]

function mandate(role: Role, fields: Partial<Mandate> = {}): Mandate {
  return { role, agency: own, from: at(-60), until: at(60), ...fields }
}

describe('R-AD-01', () => {
  test('everyone may see to their own account, and to nothing else without a mandate', () => {
    expect(permits([], 'ownAccount', undefined, NOON)).toBe(true)
    expect(OFFICIAL.filter((asked) => permits([], asked, own, NOON))).toEqual([])
  })

  test.each(ROLES)('%s may do what the role is for, in the own agency', (role) => {
    const granted = OFFICIAL.filter((asked) => permits([mandate(role)], asked, own, NOON))
    expect(granted).toEqual(MAY[role])
  })

  test.each(ROLES)('%s may do nothing in another agency, nor where none is named', (role) => {
    for (const agency of [other, undefined])
      expect(OFFICIAL.filter((asked) => permits([mandate(role)], asked, agency, NOON))).toEqual([])
  })

  test('a national mandate holds everywhere', () => {
    const national = [mandate('auditor', { agency: undefined })]
    const places = [own, other, undefined]
    expect(places.map((agency) => permits(national, 'readAudit', agency, NOON))).toEqual(
      places.map(() => true),
    )
  })

  test.each([{ until: NOON }, { from: at(1) }])(
    'a mandate not in force permits nothing: %o',
    (time) => {
      expect(permits([mandate('officer', time)], 'helpEmployees', own, NOON)).toBe(false)
    },
  )

  test('two halves make no mandate: role, agency and time must be of one', () => {
    const halves = [
      mandate('verifier'),
      mandate('officer', { agency: other }),
      mandate('officer', { until: NOON }),
    ]
    expect(permits(halves, 'helpEmployees', own, NOON)).toBe(false)
    expect(permits([...halves, mandate('officer')], 'helpEmployees', own, NOON)).toBe(true)
  })
})
