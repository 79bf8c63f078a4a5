import { describe, expect, test } from 'vitest'
import { holdsOffice, isInForce, type Mandate, type MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { at, NOON } from '#test/support/phone.ts'

function mandate(fields: Partial<Mandate> = {}): Mandate {
  return {
    id: 'mandate-1' as MandateId,
    role: 'officer',
    agency: 'agency-1' as AgencyId,
    unit: undefined,
    from: at(-60),
    until: at(60),
    ...fields,
  }
}

describe('R-AD-01 a mandate', () => {
  test('is in force from its first moment, and not before', () => {
    expect(isInForce(mandate({ from: NOON }), NOON)).toBe(true)
    expect(isInForce(mandate({ from: at(0.001) }), NOON)).toBe(false)
  })

  test('is over from the moment it ends, and not before', () => {
    expect(isInForce(mandate({ until: NOON }), NOON)).toBe(false)
    expect(isInForce(mandate({ until: at(0.001) }), NOON)).toBe(true)
  })

  test('makes an officer as long as one is in force', () => {
    const over = mandate({ until: NOON })
    expect(holdsOffice([], NOON)).toBe(false)
    expect(holdsOffice([over], NOON)).toBe(false)
    expect(holdsOffice([over, mandate({ role: 'auditor', agency: undefined })], NOON)).toBe(true)
  })
})
