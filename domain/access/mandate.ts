import type { AgencyId, UnitId } from '../agency.ts'
import type { Brand } from '../brand.ts'
import { isUuid } from '../uuid.ts'

export type MandateId = Brand<string, 'MandateId'>

export function parseMandateId(text: string): MandateId | undefined {
  return isUuid(text) ? (text as MandateId) : undefined
}

/** What a person may be besides an employee (domain.md 6, archive.md 1). */
export const ALL_ROLES = [
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
] as const

export type Role = (typeof ALL_ROLES)[number]

/** A role for a time; national roles have no agency, and some reach no further than a unit of it. */
export type Mandate = {
  id: MandateId
  role: Role
  agency: AgencyId | undefined
  unit: UnitId | undefined
  from: Date
  until: Date
}

export function isInForce({ from, until }: Pick<Mandate, 'from' | 'until'>, now: Date): boolean {
  return from <= now && now < until
}

/** Anyone who acts for others has shorter sessions and stricter resets. */
export function holdsOffice(mandates: readonly Mandate[], now: Date): boolean {
  return mandates.some((mandate) => isInForce(mandate, now))
}

/** One that is promised counts too: whoever takes the account today has the office tomorrow. */
export function holdsOfficeSoon(mandates: readonly Mandate[], now: Date): boolean {
  return mandates.some(({ from, until }) => from < until && now < until)
}
