import type { Mandate, Role } from './mandate.ts'

/** What can be done for others; each effect has one name, whatever routes lead to it (CVE-2026-94001). */
export type Permission =
  | 'helpEmployees'
  | 'giveRoles'
  | 'verifyRecords'
  | 'nationalReferenceData'
  | 'readAudit'
  | 'seeBoards'

const GRANTED: Record<Role, readonly Permission[]> = {
  officer: ['helpEmployees', 'seeBoards'],
  verifier: ['verifyRecords', 'seeBoards'],
  archivist: ['seeBoards'],
  appraiser: [],
  approver: [],
  legalOfficer: [],
  inspector: [],
  agencyAdmin: ['helpEmployees', 'giveRoles', 'seeBoards'],
  nationalAdmin: ['helpEmployees', 'giveRoles', 'nationalReferenceData', 'seeBoards'],
  auditor: ['readAudit', 'seeBoards'],
}

/** What the hat somebody wears is for; on whom is a matter of its scope. */
export function permits({ role }: Pick<Mandate, 'role'>, asked: Permission): boolean {
  return GRANTED[role].includes(asked)
}
