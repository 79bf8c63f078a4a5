import { ACT_PATHS } from '#views/agency/act-words.ts'
import { IMPORT_ORDERS } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import { actAgain, getAct, postAct } from './agency/act.ts'
import { approvalAgain, getApproval, getApprovals, postApproval } from './agency/approvals.ts'
import { correctionAgain, getCorrection, postCorrection } from './agency/email.ts'
import { getEmployee } from './agency/employee.ts'
import { exportAgain, getExport, postExport } from './agency/export.ts'
import { getList, getNewList, newListAgain, postNewList } from './agency/lists.ts'
import { getReactivationCode, postReactivationCode } from './agency/reactivation-code.ts'
import { agencyResetAgain, getAgencyReset, postAgencyReset } from './agency/reset-mfa.ts'
import { getDesk } from './agency/search.ts'
import { getSettings, postSettings, settingsAgain } from './agency/settings.ts'
import { getBulkFile, getBulkUpload, postBulkFile, postBulkUpload } from './archive/bulk-upload.ts'
import { bulkUploadsAgain, getBulkUploads, postBulkUploads } from './archive/bulk-uploads.ts'
import { getAgencyCare, getNationCare } from './archive/care/boards.ts'
import { getIncidents } from './archive/care/incidents.ts'
import { custodyAgain, getCustody, postCustody } from './archive/custody/custody.ts'
import { getCustodyList } from './archive/custody/list.ts'
import { getOffer, offerAgain, postOffer } from './archive/custody/offer.ts'
import { getEmployeeUploads } from './archive/employee-uploads.ts'
import { getNewHold } from './archive/holds/find.ts'
import { getHold } from './archive/holds/hold.ts'
import { getLifting, liftingAgain, postLifting } from './archive/holds/lift.ts'
import { getHolds } from './archive/holds/list.ts'
import { getPlacing, placingAgain, postPlacing } from './archive/holds/place.ts'
import { getReview, postReview, reviewAgain } from './archive/holds/review.ts'
import { getDeskUploads, getTwins, postTwins } from './archive/open-uploads.ts'
import { getEnded } from './archive/retention/ended.ts'
import { forecastAgain, getForecast, postForecast } from './archive/retention/forecast.ts'
import { getRetention } from './archive/retention/home.ts'
import {
  getRetentionOfPerson,
  getRetentionOfRecord,
  getRetentionSearch,
} from './archive/retention/records.ts'
import {
  getNewRule,
  getRuleChange,
  newRuleAgain,
  postNewRule,
  postRuleChange,
  ruleChangeAgain,
} from './archive/retention/rule-form.ts'
import {
  getRuleRequest,
  getRuleRequests,
  postRuleRequest,
  ruleRequestAgain,
} from './archive/retention/rule-requests.ts'
import { examplesAgain, getExamples, getRules, postExamples } from './archive/retention/rules.ts'
import { getRowRemoval, postRowRemoval, rowRemovalAgain } from './archive/row-removal.ts'
import {
  cancelAgain,
  getCancel,
  getSentProgress,
  getSentUpload,
  postCancel,
} from './archive/sent-upload.ts'
import { deskTus, headByTus } from './archive/tus.ts'
import { getRecordType, postRecordType, recordTypeAgain } from './archive/types/type-change.ts'
import { getTypeRequest, postTypeRequest, typeRequestAgain } from './archive/types/type-request.ts'
import { getRecordTypes } from './archive/types/types.ts'
import { getUploadForm, postUploadForm, uploadFormAgain } from './archive/upload-form.ts'
import { inOffice, OFFICE } from './archive/upload-side.ts'
import { auditedRoutes } from './audited-routes.ts'
import { getAgencyBoard } from './boards/agency-board.ts'
import { getAgencyOfNation, getNationBoard } from './boards/nation-board.ts'
import { destructionRoutes } from './destruction-routes.ts'
import { getAgencies } from './nation/agencies.ts'
import {
  agencyAgain,
  getAgency,
  getNewAgency,
  newAgencyAgain,
  postAgency,
  postNewAgency,
} from './nation/agency.ts'
import { getNationLog } from './nation/log.ts'
import { getNation } from './nation/nation.ts'
import {
  getImport,
  getImportOrder,
  getImportProgress,
  importAgain,
  postImportOrder,
} from './national/import.ts'
import { getImportFindings, getImportReport } from './national/import-findings.ts'
import { getImports, importsAgain, postImport } from './national/imports.ts'
import { getRoleEnd, postRoleEnd, roleEndAgain } from './roles/end.ts'
import { getNewRole, newRoleAgain, postNewRole } from './roles/find.ts'
import { getGiving, givingAgain, postGiving } from './roles/give.ts'
import { getRoleRequest, postRoleRequest, roleRequestAgain } from './roles/request.ts'
import { getRoles, getRolesOfNation } from './roles/roles.ts'
import { route } from './route.ts'
import { siteRoutes } from './site-routes.ts'

/** Addresses of those who act for others, each under a hat that permits it. */
export const officeRoutes = [
  route('GET', paths.roles, 'roleGiver', getRoles),
  route('GET', paths.rolesOfNation, 'nationalAdmin', getRolesOfNation),
  route('GET', paths.nation, 'nationalAdmin', getNation),
  route('GET', paths.agencies, 'nationalAdmin', getAgencies),
  route('GET', paths.newAgency, 'nationalAdmin', getNewAgency),
  route('POST', paths.newAgency, 'nationalAdminActing', postNewAgency, newAgencyAgain),
  route('GET', paths.agency(':id'), 'nationalAdmin', getAgency),
  route('POST', paths.agency(':id'), 'nationalAdminActing', postAgency, agencyAgain),
  route('GET', paths.newRole, 'roleGiver', getNewRole),
  route('POST', paths.newRole, 'roleGiver', postNewRole, newRoleAgain),
  route('GET', paths.newRoleFor(':id'), 'roleGiver', getGiving),
  route('POST', paths.newRoleFor(':id'), 'roleGiverActing', postGiving, givingAgain),
  route('GET', paths.roleEnd(':id'), 'roleGiver', getRoleEnd),
  route('POST', paths.roleEnd(':id'), 'roleGiverActing', postRoleEnd, roleEndAgain),
  route('GET', paths.roleRequest(':id'), 'roleGiver', getRoleRequest),
  route('POST', paths.roleRequest(':id'), 'roleGiverActing', postRoleRequest, roleRequestAgain),

  route('GET', paths.recordTypes, 'nationalAdmin', getRecordTypes),
  route('GET', paths.typeRequest(':id'), 'nationalAdmin', getTypeRequest),
  route('POST', paths.typeRequest(':id'), 'nationalAdminActing', postTypeRequest, typeRequestAgain),
  route('GET', paths.recordType(':type'), 'nationalAdmin', getRecordType),
  route('POST', paths.recordType(':type'), 'nationalAdminActing', postRecordType, recordTypeAgain),
  ...siteRoutes,
  route('GET', paths.imports, 'nationalAdmin', getImports),
  route('POST', paths.imports, 'nationalAdminActing', postImport, importsAgain),
  route('GET', paths.importOf(':id'), 'nationalAdmin', getImport),
  route('GET', paths.importProgress(':id'), 'anyone', getImportProgress),
  route('GET', paths.importFindings(':id'), 'nationalAdmin', getImportFindings),
  route('GET', paths.importReport(':id'), 'nationalAdmin', getImportReport),
  ...IMPORT_ORDERS.flatMap((order) => [
    route('GET', paths.importOrder(':id', order), 'nationalAdmin', getImportOrder),
    route(
      'POST',
      paths.importOrder(':id', order),
      'nationalAdminActing',
      postImportOrder(order),
      importAgain,
    ),
  ]),
  ...destructionRoutes,
  route('GET', paths.desk, 'officer', getDesk),
  route('GET', paths.employee(':id'), 'officer', getEmployee),
  ...ACT_PATHS.flatMap((act) => [
    route('GET', paths.employeeAct(':id', act), 'officer', getAct(act)),
    route('POST', paths.employeeAct(':id', act), 'officerActing', postAct(act), actAgain(act)),
  ]),
  route('GET', paths.deskLists, 'officer', getNewList),
  route('POST', paths.deskLists, 'officer', postNewList, newListAgain),
  route('GET', paths.deskList(':list'), 'officer', getList),
  route('GET', paths.deskExport, 'officer', getExport),
  route('POST', paths.deskExport, 'officerActing', postExport, exportAgain),
  route('GET', '/instansi/papan', 'boardReader', getAgencyBoard),
  route('GET', '/nasional/papan', 'nationReader', getNationBoard),
  route('GET', '/nasional/papan/:id', 'nationReader', getAgencyOfNation),
  ...auditedRoutes,
  route('GET', paths.employeeMfaReset(':id'), 'officer', getAgencyReset),
  route('POST', paths.employeeMfaReset(':id'), 'officerActing', postAgencyReset, agencyResetAgain),
  route('GET', paths.employeeCode(':id'), 'officer', getReactivationCode),
  route('POST', paths.employeeCode(':id'), 'officer', postReactivationCode),
  route('GET', paths.employeeEmail(':id'), 'officer', getCorrection),
  route('POST', paths.employeeEmail(':id'), 'officerActing', postCorrection, correctionAgain),
  route('GET', paths.approvals, 'officer', getApprovals),
  route('GET', paths.approval(':id'), 'officer', getApproval),
  route('POST', paths.approval(':id'), 'officerActing', postApproval, approvalAgain),
  route('GET', paths.deskSettings, 'agencyAdmin', getSettings),
  route('POST', paths.deskSettings, 'agencyAdminActing', postSettings, settingsAgain),

  route('GET', paths.holds, 'holder', getHolds),
  route('GET', paths.newHold, 'holder', getNewHold),
  route('GET', paths.newHoldOn(':id'), 'holder', getPlacing),
  route('POST', paths.newHoldOn(':id'), 'holderActing', postPlacing, placingAgain),
  route('GET', paths.hold(':id'), 'holder', getHold),
  route('GET', paths.holdLift(':id'), 'holder', getLifting),
  route('POST', paths.holdLift(':id'), 'holderActing', postLifting, liftingAgain),
  route('GET', paths.holdReview(':id'), 'holder', getReview),
  route('POST', paths.holdReview(':id'), 'holderActing', postReview, reviewAgain),

  route('GET', paths.retention, 'archivist', getRetention),
  route('GET', paths.retentionRules, 'archivist', getRules),
  route('GET', paths.retentionExamples, 'archivist', getExamples),
  route('POST', paths.retentionExamples, 'archivistActing', postExamples, examplesAgain),
  route('GET', paths.newRetentionRule, 'archivist', getNewRule),
  route('POST', paths.newRetentionRule, 'archivist', postNewRule, newRuleAgain),
  route('GET', paths.retentionRule(':id'), 'archivist', getRuleChange),
  route('POST', paths.retentionRule(':id'), 'archivist', postRuleChange, ruleChangeAgain),
  route('GET', paths.retentionForecast(':id'), 'archivist', getForecast),
  route('POST', paths.retentionForecast(':id'), 'archivistActing', postForecast, forecastAgain),
  route('GET', paths.ruleRequests, 'ruleJudge', getRuleRequests),
  route('GET', paths.ruleRequest(':id'), 'ruleJudge', getRuleRequest),
  route('POST', paths.ruleRequest(':id'), 'ruleJudgeActing', postRuleRequest, ruleRequestAgain),
  route('GET', paths.agencyCare, 'archivist', getAgencyCare),
  route('GET', paths.agencyIncidents, 'archivist', getIncidents),
  route('GET', paths.nationCare, 'nationReader', getNationCare),
  route('GET', paths.nationLog, 'nationReader', getNationLog),
  route('GET', paths.retentionEnded, 'archivist', getEnded),
  route('GET', paths.retentionSearch, 'archivist', getRetentionSearch),
  route('GET', paths.retentionOfPerson(':id'), 'archivist', getRetentionOfPerson),
  route('GET', paths.retentionOfRecord(':id'), 'archivist', getRetentionOfRecord),
  route('GET', paths.custody, 'archivist', getCustodyList),
  route('GET', paths.newCustody(':id'), 'archivist', getOffer),
  route('POST', paths.newCustody(':id'), 'archivistActing', postOffer, offerAgain),
  route('GET', paths.custodyOf(':id'), 'archivist', getCustody),
  route('POST', paths.custodyOf(':id'), 'archivistActing', postCustody, custodyAgain),
  route('GET', paths.employeeUploads(':id'), 'uploader', getEmployeeUploads),
  route(
    'GET',
    paths.employeeUploadTo(':id', ':type', ''),
    'uploader',
    inOffice(getUploadForm(OFFICE)),
  ),
  route(
    'POST',
    paths.employeeUploadTo(':id', ':type', ''),
    'uploaderActing',
    inOffice(postUploadForm(OFFICE)),
    inOffice(uploadFormAgain(OFFICE)),
  ),
  route(
    'GET',
    paths.employeeRowRemoval(':id', ':type', ''),
    'uploader',
    inOffice(getRowRemoval(OFFICE)),
  ),
  route(
    'POST',
    paths.employeeRowRemoval(':id', ':type', ''),
    'uploaderActing',
    inOffice(postRowRemoval(OFFICE)),
    inOffice(rowRemovalAgain(OFFICE)),
  ),
  route('GET', paths.deskUploadTwins(':id'), 'uploader', inOffice(getTwins(OFFICE))),
  route('POST', paths.deskUploadTwins(':id'), 'uploader', inOffice(postTwins(OFFICE))),
  route('GET', paths.deskUploads, 'uploader', getDeskUploads),
  route('GET', paths.deskUpload(':id'), 'uploader', headByTus(deskTus, getSentUpload(OFFICE))),
  route('PATCH', paths.deskUpload(':id'), 'uploader', deskTus),
  route('DELETE', paths.deskUpload(':id'), 'uploader', deskTus),
  route('GET', paths.deskUploadProgress(':id'), 'anyone', getSentProgress(OFFICE)),
  route('GET', paths.deskUploadCancel(':id'), 'uploader', inOffice(getCancel(OFFICE))),
  route(
    'POST',
    paths.deskUploadCancel(':id'),
    'uploaderActing',
    inOffice(postCancel(OFFICE)),
    inOffice(cancelAgain(OFFICE)),
  ),
  route('GET', paths.bulkUploads, 'uploader', getBulkUploads),
  route('POST', paths.bulkUploads, 'uploaderActing', postBulkUploads, bulkUploadsAgain),
  route('GET', paths.bulkUpload(':id'), 'uploader', getBulkUpload),
  route('POST', paths.bulkUpload(':id'), 'uploader', postBulkUpload),
  route('GET', paths.bulkUploadFile(':id', ':n'), 'uploader', getBulkFile),
  route('POST', paths.bulkUploadFile(':id', ':n'), 'uploader', postBulkFile),
]
