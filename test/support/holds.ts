import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Actor } from '#domain/approval/approval.ts'
import type { HoldId, PlacedHold } from '#domain/archive/hold.ts'
import type { CaseNumber, HoldBasis } from '#domain/archive/hold-case.ts'
import type { WantedHold } from '#domain/archive/place-hold.ts'
import type { PersonId } from '#domain/person.ts'

export const SUBJECT = 'subject' as PersonId

export function actor(person: string): Actor {
  return { person: person as PersonId, hat: `hat of ${person}` as MandateId }
}

/** On everything of somebody; a test names only the fields it is about. */
export function wantedHold(fields: Partial<WantedHold> = {}): WantedHold {
  return {
    id: crypto.randomUUID() as HoldId,
    person: SUBJECT,
    agency: 'agency' as AgencyId,
    scope: { of: 'person' },
    basis: 'Penetapan pengadilan tata usaha negara' as HoldBasis,
    caseNo: '12/G/2026/PTUN.JKT' as CaseNumber,
    reviewOn: { year: 2027, month: 3, day: 1 },
    silent: false,
    ...fields,
  }
}

export function placedHold(fields: Partial<PlacedHold> = {}): PlacedHold {
  const { reviewOn: _, ...wanted } = wantedHold()
  return {
    ...wanted,
    state: 'on',
    reviewOn: { year: 2027, month: 3, day: 1 },
    placedBy: actor('placer'),
    placedAt: new Date('2026-11-21T05:00:00Z'),
    ...fields,
  }
}
