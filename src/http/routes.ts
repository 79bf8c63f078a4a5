import type { Context, Handler, Hono, MiddlewareHandler } from 'hono'
import { ACT_PATHS } from '#views/agency/act-words.ts'
import type { ProofProblem } from '#views/parts/proof-words.ts'
import { IMPORT_ORDERS, paths } from '#views/paths.ts'
import type { Deps, ForAnyone } from '../deps.ts'
import { getAccount } from './account/account.ts'
import { deviceNameAgain, getDeviceName, postDeviceName } from './account/device-name.ts'
import {
  deviceRemovalAgain,
  getDeviceRemoval,
  postDeviceRemoval,
} from './account/device-removal.ts'
import { getDevices } from './account/devices.ts'
import { getOwnEmail, ownEmailAgain, postOwnEmail } from './account/email.ts'
import { getHistory, getRecord } from './account/history.ts'
import {
  deviceReplacementAgain,
  getDeviceReplacement,
  getNewDevice,
  newDeviceAgain,
  postDeviceReplacement,
  postNewDevice,
} from './account/new-device.ts'
import { getOwnData, getOwnDataFile } from './account/own-data.ts'
import { getPassword, passwordAgain, postPassword } from './account/password.ts'
import {
  getOtherSessionsEnd,
  getSessionEnd,
  getSessions,
  postOtherSessionsEnd,
  postSessionEnd,
} from './account/sessions.ts'
import { getStepUp, postStepUp, stepUpAgain } from './account/step-up.ts'
import { activationAgain, getActivation, postActivation } from './activation/activation.ts'
import { getPractice, postPractice, practiceAgain } from './activation/practice.ts'
import {
  getRecoveryCodes,
  getRecoveryCodesFile,
  postRecoveryCodes,
} from './activation/recovery-codes.ts'
import { ACTING, type Audiences, admit, boundTo } from './admit.ts'
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
import { auditAgain, getAudit, postAudit } from './audit/audit.ts'
import { getAgencyBoard } from './boards/agency-board.ts'
import { getAgencyOfNation, getNationBoard } from './boards/nation-board.ts'
import { getCaptchaPicture } from './captcha/picture.ts'
import { getCaptchaSound } from './captcha/sound.ts'
import { getNewEmail, newEmailAgain, postNewEmail } from './email/new-email.ts'
import { refuseStale } from './forgery.ts'
import { getHome } from './home/home.ts'
import { getAgencies } from './nation/agencies.ts'
import {
  agencyAgain,
  getAgency,
  getNewAgency,
  newAgencyAgain,
  postAgency,
  postNewAgency,
} from './nation/agency.ts'
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
import { getNotMe, notMeAgain, postNotMe } from './not-me/not-me.ts'
import { getCspReports, postCspReports } from './public/csp-reports.ts'
import { getHealth, getReadiness } from './public/health.ts'
import { getHelp, getLanding, getOfficeHelp } from './public/pages.ts'
import { getResetCode, postResetCode, resetCodeAgain } from './reset/code.ts'
import { getResetDevice, postResetDevice, resetDeviceAgain } from './reset/device.ts'
import { mfaDoor, weakPasswordDoor } from './reset/doors.ts'
import { getResetEmail, postResetEmail, resetEmailAgain } from './reset/email.ts'
import { getResetMenu } from './reset/menu.ts'
import { getMfaReset } from './reset/mfa.ts'
import { getMfaCancel, postMfaCancel } from './reset/mfa-cancel.ts'
import { getMfaEmail, mfaEmailAgain, postMfaEmail } from './reset/mfa-email.ts'
import { getMfaEmailCode, mfaEmailCodeAgain, postMfaEmailCode } from './reset/mfa-email-code.ts'
import { getMfaRecovery, mfaRecoveryAgain, postMfaRecovery } from './reset/mfa-recovery.ts'
import {
  getResetNewPassword,
  postResetNewPassword,
  resetNewPasswordAgain,
} from './reset/new-password.ts'
import { getResetStart, postResetStart, resetStartAgain } from './reset/start.ts'
import { getRoleEnd, postRoleEnd, roleEndAgain } from './roles/end.ts'
import { getNewRole, newRoleAgain, postNewRole } from './roles/find.ts'
import { getGiving, givingAgain, postGiving } from './roles/give.ts'
import { getRoleRequest, postRoleRequest, roleRequestAgain } from './roles/request.ts'
import { getRoles, getRolesOfNation } from './roles/roles.ts'
import { getHats, postHat } from './session/hats.ts'
import { getLayDown, layDownAgain, postLayDown } from './session/lay-down.ts'
import { proveInForm } from './session/prove-in-form.ts'
import {
  getSessionClock,
  getSessionExtension,
  getSessionOver,
  postSessionExtension,
} from './session/session-clock.ts'
import { getSignOut, postSignOut } from './session/sign-out.ts'
import { codeAgain, getCode, postCode } from './sign-in/code.ts'
import { getNewPassword, newPasswordAgain, postNewPassword } from './sign-in/new-password.ts'
import { getSignIn, postSignIn, signInAgain } from './sign-in/sign-in.ts'

/** Every address and who may ask it; a POST names the form that a stale token brings back. */
export const routes = [
  route('GET', paths.landing, 'anyone', getLanding),
  route('GET', paths.help, 'anyone', getHelp),
  route('GET', paths.officeHelp, 'anyone', getOfficeHelp),
  route('GET', '/healthz', 'anyone', getHealth),
  route('GET', '/readyz', 'anyone', getReadiness),

  route('GET', '/csp', 'anyone', getCspReports),
  route('POST', '/csp', 'anyone', postCspReports),

  route('GET', paths.signIn, 'visitor', getSignIn),
  route('POST', paths.signIn, 'visitor', postSignIn, signInAgain),
  route('GET', paths.code, 'midway', getCode),
  route('POST', paths.code, 'midway', postCode, codeAgain),
  route('GET', paths.newPassword, 'midway', getNewPassword),
  route('POST', paths.newPassword, 'midway', postNewPassword, newPasswordAgain),

  route('GET', paths.mfaReset, 'midway', getMfaReset),
  route('GET', paths.mfaResetRecoveryCode, 'midway', getMfaRecovery),
  route('POST', paths.mfaResetRecoveryCode, 'midway', postMfaRecovery, mfaRecoveryAgain),
  route('GET', paths.mfaResetEmail, 'midway', getMfaEmail),
  route('POST', paths.mfaResetEmail, 'midway', postMfaEmail, mfaEmailAgain),
  route('GET', paths.mfaResetEmailCode, 'midway', getMfaEmailCode),
  route('POST', paths.mfaResetEmailCode, 'midway', postMfaEmailCode, mfaEmailCodeAgain),

  route('GET', paths.reset, 'anyone', getResetMenu),
  route('GET', paths.resetStart, 'visitor', getResetStart),
  route('POST', paths.resetStart, 'visitor', postResetStart, resetStartAgain),
  route('GET', paths.resetEmail, 'resetting', getResetEmail),
  route('POST', paths.resetEmail, 'resetting', postResetEmail, resetEmailAgain),
  route('GET', paths.resetCode, 'resetting', getResetCode),
  route('POST', paths.resetCode, 'resetting', postResetCode, resetCodeAgain),
  route('GET', paths.resetDevice, 'resetting', getResetDevice),
  route('POST', paths.resetDevice, 'resetting', postResetDevice, resetDeviceAgain),
  route('GET', paths.resetNewPassword, 'resetting', getResetNewPassword),
  route('POST', paths.resetNewPassword, 'resetting', postResetNewPassword, resetNewPasswordAgain),
  route('GET', paths.weakPassword, 'visitor', weakPasswordDoor.get),
  route('POST', paths.weakPassword, 'visitor', weakPasswordDoor.post, weakPasswordDoor.again),
  route('GET', paths.mfaResetDoor, 'visitor', mfaDoor.get),
  route('POST', paths.mfaResetDoor, 'visitor', mfaDoor.post, mfaDoor.again),
  route('GET', paths.mfaResetCancel, 'person', getMfaCancel),
  route('POST', paths.mfaResetCancel, 'person', postMfaCancel),

  route('GET', '/pemeriksaan/:id/gambar', 'anyone', getCaptchaPicture),
  route('GET', '/pemeriksaan/:id/suara', 'anyone', getCaptchaSound),

  route('GET', paths.activation, 'midway', getActivation),
  route('POST', paths.activation, 'midway', postActivation, activationAgain),
  route('GET', paths.practice, 'person', getPractice),
  route('POST', paths.practice, 'person', postPractice, practiceAgain),

  route('GET', paths.notMe(':token'), 'visitor', getNotMe),
  route('POST', paths.notMe(':token'), 'visitor', postNotMe, notMeAgain),

  route('GET', paths.home, 'person', getHome),

  route('GET', paths.account, 'person', getAccount),
  route('GET', paths.stepUp, 'person', getStepUp),
  route('POST', paths.stepUp, 'person', postStepUp, stepUpAgain),
  route('GET', paths.devices, 'person', getDevices),
  route('GET', paths.newDevice, 'proven', getNewDevice),
  route('POST', paths.newDevice, 'proven', postNewDevice, newDeviceAgain),
  route('GET', '/akun/perangkat/:id/nama', 'proven', getDeviceName),
  route('POST', '/akun/perangkat/:id/nama', 'proven', postDeviceName, deviceNameAgain),
  route('GET', '/akun/perangkat/:id/pengganti', 'proven', getDeviceReplacement),
  route(
    'POST',
    '/akun/perangkat/:id/pengganti',
    'proven',
    postDeviceReplacement,
    deviceReplacementAgain,
  ),
  route('GET', '/akun/perangkat/:id/penghapusan', 'proven', getDeviceRemoval),
  route('POST', '/akun/perangkat/:id/penghapusan', 'proven', postDeviceRemoval, deviceRemovalAgain),
  route('GET', paths.recoveryCodes, 'person', getRecoveryCodes),
  route('POST', paths.recoveryCodes, 'person', postRecoveryCodes),
  route('GET', paths.recoveryCodesFile, 'person', getRecoveryCodesFile),
  route('GET', paths.password, 'proven', getPassword),
  route('POST', paths.password, 'proven', postPassword, passwordAgain),
  route('GET', paths.sessions, 'person', getSessions),
  route('GET', paths.otherSessionsEnd, 'proven', getOtherSessionsEnd),
  route('POST', paths.otherSessionsEnd, 'proven', postOtherSessionsEnd),
  route('GET', '/akun/sesi/:id/pengakhiran', 'proven', getSessionEnd),
  route('POST', '/akun/sesi/:id/pengakhiran', 'proven', postSessionEnd),
  route('GET', paths.history, 'person', getHistory),
  route('GET', paths.record, 'person', getRecord),
  route('GET', paths.ownData, 'proven', getOwnData),
  route('GET', paths.ownDataJson, 'proven', getOwnDataFile('json')),
  route('GET', paths.ownDataHtml, 'proven', getOwnDataFile('html')),

  route('GET', paths.hats, 'person', getHats),
  route('POST', paths.hats, 'person', postHat),
  route('GET', paths.hatLayDown(':id'), 'proven', getLayDown),
  route('POST', paths.hatLayDown(':id'), 'proven', postLayDown, layDownAgain),

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
  route('GET', paths.audit, 'auditor', getAudit),
  route('POST', paths.audit, 'auditor', postAudit, auditAgain),

  route('GET', '/instansi/pegawai/:id/reset-mfa', 'officer', getAgencyReset),
  route(
    'POST',
    '/instansi/pegawai/:id/reset-mfa',
    'officerActing',
    postAgencyReset,
    agencyResetAgain,
  ),
  route('GET', '/instansi/pegawai/:id/reset-mfa/kode', 'officer', getReactivationCode),
  route('POST', '/instansi/pegawai/:id/reset-mfa/kode', 'officer', postReactivationCode),
  route('GET', '/instansi/pegawai/:id/email', 'officer', getCorrection),
  route('POST', '/instansi/pegawai/:id/email', 'officerActing', postCorrection, correctionAgain),
  route('GET', paths.approvals, 'officer', getApprovals),
  route('GET', '/instansi/persetujuan/:id', 'officer', getApproval),
  route('POST', '/instansi/persetujuan/:id', 'officerActing', postApproval, approvalAgain),
  route('GET', paths.deskSettings, 'agencyAdmin', getSettings),
  route('POST', paths.deskSettings, 'agencyAdminActing', postSettings, settingsAgain),

  route('GET', paths.newEmail, 'visitor', getNewEmail),
  route('POST', paths.newEmail, 'visitor', postNewEmail, newEmailAgain),
  route('GET', paths.ownEmail, 'person', getOwnEmail),
  route('POST', paths.ownEmail, 'person', postOwnEmail, ownEmailAgain),

  route('GET', paths.sessionClock, 'anyone', getSessionClock),
  route('GET', paths.sessionExtension, 'person', getSessionExtension),
  route('POST', paths.sessionExtension, 'person', postSessionExtension),
  route('GET', paths.sessionOver, 'anyone', getSessionOver),
  route('GET', paths.signOut, 'anyone', getSignOut),
  route('POST', paths.signOut, 'person', postSignOut),
]

/** Why a form comes back that was not looked at. */
export type AgainProblem = { kind: 'stale' } | ProofProblem

type Again<A extends keyof Audiences> = (
  deps: Deps,
) => (c: Context<Audiences[A]>, problem: AgainProblem) => Promise<Response> | Response

/** A handler that reads `c.var.current` compiles here only under the audience `person`. */
function route<A extends keyof Audiences>(
  method: 'GET' | 'POST',
  path: string,
  audience: A,
  answer: (deps: Deps) => Handler<Audiences[A]>,
  again?: Again<A>,
) {
  const mount = (app: Hono<ForAnyone>, deps: Deps) => {
    const form = again?.(deps)
    app.on(
      method,
      [path],
      admit[audience](deps),
      refuseStale(deps, boundTo[audience], form && ((c) => form(c, { kind: 'stale' }))),
      ACTING.includes(audience) && form ? proveInForm(deps, form as never) : pass,
      answer(deps),
    )
  }
  return { method, path, audience, mount }
}

const pass: MiddlewareHandler = (_, next) => next()
