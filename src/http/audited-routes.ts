import { paths } from '#views/paths.ts'
import { getAuditedCustodies, getAuditedCustody } from './archive/custody/audited.ts'
import { getAuditedBatch, getAuditedBatches } from './archive/destruction/audited.ts'
import { getAuditedItem, getAuditedItems } from './archive/destruction/audited-items.ts'
import {
  getAuditedCertificate,
  getAuditedCertificateFile,
  getAuditedPaper,
} from './archive/destruction/audited-papers.ts'
import { getAuditedHold, getAuditedHolds } from './archive/holds/audited.ts'
import { getAuditedRule, getAuditedRules } from './archive/retention/audited.ts'
import { getAuditedType, getAuditedTypes } from './archive/types/audited.ts'
import { auditAgain, getAudit, postAudit } from './audit/audit.ts'
import { route } from './route.ts'

/** Of auditors, who read of every agency what was done, and change nothing. */
export const auditedRoutes = [
  route('GET', paths.audit, 'auditor', getAudit),
  route('POST', paths.audit, 'auditor', postAudit, auditAgain),
  route('GET', paths.auditedBatches, 'auditor', getAuditedBatches),
  route('GET', paths.auditedBatch(':id'), 'auditor', getAuditedBatch),
  route('GET', paths.auditedPaper(':id', ':paper'), 'auditor', getAuditedPaper),
  route('GET', paths.auditedCertificate(':id'), 'auditor', getAuditedCertificate),
  route('GET', paths.auditedCertificatePdf(':id'), 'auditor', getAuditedCertificateFile),
  route('GET', paths.auditedItems(':id'), 'auditor', getAuditedItems),
  route('GET', paths.auditedItem(':id', ':record'), 'auditor', getAuditedItem),
  route('GET', paths.auditedHolds, 'auditor', getAuditedHolds),
  route('GET', paths.auditedHold(':id'), 'auditor', getAuditedHold),
  route('GET', paths.auditedCustodies, 'auditor', getAuditedCustodies),
  route('GET', paths.auditedCustody(':id'), 'auditor', getAuditedCustody),
  route('GET', paths.auditedRules, 'auditor', getAuditedRules),
  route('GET', paths.auditedRule(':id'), 'auditor', getAuditedRule),
  route('GET', paths.auditedTypes, 'auditor', getAuditedTypes),
  route('GET', paths.auditedType(':id'), 'auditor', getAuditedType),
]
