import type { AgencyId } from '../agency.ts'
import { isInForce, type Mandate, type Role } from './mandate.ts'

/** What can be done here; each effect has one name, whatever routes lead to it (CVE-2026-94001). */
export type Permission =
  | 'ownAccount'
  | 'helpEmployees'
  | 'verifyRecords'
  | 'nationalReferenceData'
  | 'readAudit'

const GRANTED: Record<Role, readonly Permission[]> = {
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

/** Everyone has their own account; all else comes from a mandate in force, within its agency. */
export function permits(
  mandates: readonly Mandate[],
  asked: Permission,
  agency: AgencyId | undefined,
  now: Date,
): boolean {
  if (asked === 'ownAccount') return true
  return mandates.some(
    (mandate) =>
      isInForce(mandate, now) &&
      GRANTED[mandate.role].includes(asked) &&
      (mandate.agency === undefined || mandate.agency === agency),
  )
}
