import type { AgencyId } from '../agency.ts'

/** What a person may be besides an employee (domain.md 6, archive.md 1). */
export type Role =
  | 'officer'
  | 'verifier'
  | 'archivist'
  | 'appraiser'
  | 'approver'
  | 'legalOfficer'
  | 'inspector'
  | 'nationalAdmin'
  | 'auditor'

/** A role for a time; national roles have no agency. */
export type Mandate = { role: Role; agency: AgencyId | undefined; from: Date; until: Date }

export function isInForce({ from, until }: Mandate, now: Date): boolean {
  return from <= now && now < until
}

/** Anyone who acts for others has shorter sessions and stricter resets. */
export function holdsOffice(mandates: readonly Mandate[], now: Date): boolean {
  return mandates.some((mandate) => isInForce(mandate, now))
}
