import { paths } from '#views/paths.ts'
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
import {
  getOwnObjection,
  getOwnObjections,
  ownObjectionAgain,
  postOwnObjection,
} from './archive/destruction/own-objections.ts'
import { archiveRoutes } from './archive-routes.ts'
import { getCaptchaPicture } from './captcha/picture.ts'
import { getCaptchaSound } from './captcha/sound.ts'
import { checkRoutes } from './check-routes.ts'
import { getNewEmail, newEmailAgain, postNewEmail } from './email/new-email.ts'
import { embedRoutes } from './embed-routes.ts'
import { getHome } from './home/home.ts'
import { lookingRoutes } from './looking-routes.ts'
import { getNotMe, notMeAgain, postNotMe } from './not-me/not-me.ts'
import { officeRoutes } from './office-routes.ts'
import { getCspReports, postCspReports } from './public/csp-reports.ts'
import { getHealth, getReadiness } from './public/health.ts'
import { getArchiveHelp, getHelp, getLanding, getOfficeHelp } from './public/pages.ts'
import { readingRoutes } from './reading-routes.ts'
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
import { route } from './route.ts'
import { getHats, postHat } from './session/hats.ts'
import { getLayDown, layDownAgain, postLayDown } from './session/lay-down.ts'
import {
  getSessionClock,
  getSessionExtension,
  getSessionOver,
  postSessionExtension,
} from './session/session-clock.ts'
import { getSignOut, postSignOut } from './session/sign-out.ts'
import { sharingRoutes } from './sharing-routes.ts'
import { codeAgain, getCode, postCode } from './sign-in/code.ts'
import { getNewPassword, newPasswordAgain, postNewPassword } from './sign-in/new-password.ts'
import { getSignIn, postSignIn, signInAgain } from './sign-in/sign-in.ts'

/** Every address and who may ask it. */
export const routes = [
  route('GET', paths.landing, 'anyone', getLanding),
  route('GET', paths.help, 'anyone', getHelp),
  route('GET', paths.officeHelp, 'anyone', getOfficeHelp),
  route('GET', paths.archiveHelp, 'anyone', getArchiveHelp),
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

  route('GET', paths.ownObjections, 'person', getOwnObjections),
  route('GET', paths.ownObjection(':id'), 'person', getOwnObjection),
  route('POST', paths.ownObjection(':id'), 'person', postOwnObjection, ownObjectionAgain),
  ...archiveRoutes,

  ...officeRoutes,
  ...lookingRoutes,
  ...readingRoutes,
  ...checkRoutes,
  ...sharingRoutes,
  ...embedRoutes,

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
