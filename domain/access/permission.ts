import type { Mandate, Role } from './mandate.ts'

/** What can be done for others; each effect has one name, whatever routes lead to it (CVE-2026-94001). */
export type Permission =
  | 'helpEmployees'
  | 'giveRoles'
  | 'setUpAgency'
  | 'uploadOnBehalf'
  | 'verifyRecords'
  | 'keepRetention'
  | 'judgeRules'
  | 'placeHolds'
  | 'disposeRecords'
  | 'nationalReferenceData'
  | 'readAudit'
  | 'seeBoards'
  | 'seeNation'

const GRANTED: Record<Role, readonly Permission[]> = {
  officer: ['helpEmployees', 'uploadOnBehalf', 'seeBoards'],
  verifier: ['verifyRecords', 'seeBoards'],
  archivist: ['keepRetention', 'judgeRules', 'disposeRecords', 'seeBoards'],
  appraiser: ['disposeRecords'],
  approver: ['judgeRules', 'disposeRecords'],
  legalOfficer: ['placeHolds', 'disposeRecords'],
  inspector: ['disposeRecords'],
  agencyAdmin: ['helpEmployees', 'giveRoles', 'setUpAgency', 'seeBoards'],
  nationalAdmin: ['helpEmployees', 'giveRoles', 'nationalReferenceData', 'seeBoards', 'seeNation'],
  auditor: ['readAudit', 'seeBoards', 'seeNation'],
}

/** What the hat somebody wears is for; on whom is a matter of its scope. */
export function permits({ role }: Pick<Mandate, 'role'>, asked: Permission): boolean {
  return GRANTED[role].includes(asked)
}
