import type { DeviceId, DeviceName } from '#domain/mfa/device.ts'
import { qrSquares } from '#src/secrets/qr.ts'
import { activationProblems } from '#test/support/activation-specimens.ts'
import { at, frame, now, person, records } from '#test/support/specimen-parts.ts'
import { accountPage } from '#views/account/account-page.tsx'
import { deviceNamePage, deviceRemovalPage } from '#views/account/device-page.tsx'
import { devicesPage } from '#views/account/devices-page.tsx'
import type {
  NewDeviceProblem,
  RemovalProblem,
  RenameProblem,
} from '#views/account/devices-words.ts'
import { historyPage } from '#views/account/history-page.tsx'
import {
  fiveDevicesPage,
  newDevicePage,
  newDeviceWaitPage,
} from '#views/account/new-device-page.tsx'
import { ownDataPage } from '#views/account/own-data-page.tsx'
import { passwordPage } from '#views/account/password-page.tsx'
import type { ChangePasswordProblem } from '#views/account/password-words.ts'
import { recordPage } from '#views/account/record-page.tsx'
import { sessionsPage } from '#views/account/sessions-page.tsx'
import { stepUpPage } from '#views/account/step-up-page.tsx'
import type { Page } from '#views/page.tsx'
import type { AccountDone, DeviceDone, SessionDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'

const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const uri = `otpauth://totp/ASN%20Digital:198501012010011901?secret=${key}&issuer=ASN%20Digital`
const secret = { qr: qrSquares(uri), key, uri, nip: person.nip, expiresAt: at(840) }

const device = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e' as DeviceId,
  name: 'HP Samsung' as DeviceName,
  since: at(-86_400 * 300),
  lastUsed: at(-600),
}
const tablet = {
  id: '7c9e6679-7425-40de-944b-e07fc1f90ae7' as DeviceId,
  name: 'Tablet kantor dengan nama yang panjang' as DeviceName,
  since: at(-86_400),
  lastUsed: undefined,
}
const five = [1, 2, 3, 4, 5].map((number) => ({
  ...device,
  id: `${number}` as DeviceId,
  name: `HP ${number}` as DeviceName,
}))

const { empty, length, notDigits, nameEmpty, nameTooLong, nameTaken, expired } = activationProblems
const { late, clockOff, zone, oldQr, wrong, serverClock, stale } = activationProblems

const newDeviceProblems: {
  [K in NewDeviceProblem['kind']]: NewDeviceProblem & { kind: K }
} = {
  empty,
  length,
  notDigits,
  nameEmpty,
  nameTooLong,
  nameTaken,
  expired,
  late,
  clockOff,
  zone,
  oldQr,
  wrong,
  serverClock,
  stale,
  fiveDevices: { kind: 'fiveDevices' },
}

const renameProblems: { [K in RenameProblem['kind']]: RenameProblem & { kind: K } } = {
  nameEmpty: { kind: 'nameEmpty' },
  nameTooLong: { kind: 'nameTooLong' },
  nameTaken: { kind: 'nameTaken' },
  stale: { kind: 'stale' },
  slowed: { kind: 'slowed', until: at(3600), seconds: 3600 },
}

const removalProblems: { [K in RemovalProblem['kind']]: RemovalProblem & { kind: K } } = {
  lastDevice: { kind: 'lastDevice' },
  stale: { kind: 'stale' },
}

const passwordProblems: {
  [K in ChangePasswordProblem['kind']]: ChangePasswordProblem & { kind: K }
} = {
  empty: { kind: 'empty' },
  tooShort: { kind: 'tooShort', minimum: 12, typed: 9 },
  tooLong: { kind: 'tooLong', maximum: 256 },
  nul: { kind: 'nul' },
  classesMissing: { kind: 'classesMissing', missing: ['symbol'] },
  containsNumber: { kind: 'containsNumber' },
  containsName: { kind: 'containsName' },
  containsAgency: { kind: 'containsAgency' },
  common: { kind: 'common' },
  sameAsOld: { kind: 'sameAsOld' },
  confirmationDiffers: { kind: 'confirmationDiffers' },
  currentEmpty: { kind: 'currentEmpty' },
  currentWrong: { kind: 'currentWrong' },
  slowed: { kind: 'slowed', until: at(30), seconds: 30 },
  tooManyPasswords: { kind: 'tooManyPasswords' },
  busy: { kind: 'busy', seconds: 5 },
  stale: { kind: 'stale' },
}

const accountDone: Record<AccountDone, AccountDone> = { password: 'password' }
const deviceDone: Record<DeviceDone, DeviceDone> = {
  ditambah: 'ditambah',
  diganti: 'diganti',
  dinamai: 'dinamai',
  dihapus: 'dihapus',
}
const sessionDone: Record<SessionDone, SessionDone> = {
  diakhiri: 'diakhiri',
  'lainnya-diakhiri': 'lainnya-diakhiri',
}

const account = {
  frame,
  person,
  addresses: [
    { address: 'siti.rahmawati@instansi.example', usableFrom: at(-86_400) },
    { address: 'siti@instansi.example', usableFrom: at(86_400) },
  ],
  devices: 2,
  recovery: { saved: true, left: 9 },
  sessions: 2,
  done: undefined,
} as const

const here = {
  handle: device.id,
  browser: 'Chrome, Android',
  network: '203.0.113.0/24',
  startedAt: at(-3600),
  activeAt: now,
  isThis: true,
}
const elsewhere = { ...here, handle: tablet.id, browser: 'Firefox, Windows', isThis: false }

const event = { at: now, browser: 'Chrome, Android', network: '203.0.113.0/24' }
const events = Array.from({ length: 25 }, (_, index) => ({
  ...event,
  id: index + 1,
  at: at(-index * 3600),
  happening: { kind: 'signedIn', by: 'code', browser: index % 5 === 0 ? 'new' : 'known' } as const,
}))
const touch = {
  ...event,
  id: 1,
  happening: { kind: 'recoveryCodesMade', occasion: 'renewal' } as const,
  by: { name: 'Budi Santoso', agency: 'Pemerintah Kabupaten Contoh', role: 'officer' as const },
  reason: 'Pegawai hadir dengan kartu pegawai, HP hilang.',
}
const nothing = { events: [], touches: [], older: undefined, isNewest: true } as const

export const accountSpecimens: Record<string, Page> = {
  account: accountPage(account),
  'account-bare': accountPage({
    ...account,
    addresses: [],
    recovery: undefined,
    devices: 1,
    sessions: 1,
  }),
  ...records('account', accountDone, (done) => accountPage({ ...account, done })),
  devices: devicesPage({ frame, devices: [device, tablet], done: undefined }),
  'devices-one': devicesPage({ frame, devices: [device], done: undefined }),
  'devices-five': devicesPage({ frame, devices: five, done: undefined }),
  ...records('devices', deviceDone, (done) =>
    devicesPage({ frame, devices: [device, tablet], done }),
  ),
  'new-device': newDevicePage({ frame, replaced: undefined, secret, deviceName: '' }),
  'device-replacement': newDevicePage({ frame, replaced: device, secret, deviceName: '' }),
  ...records('new-device', newDeviceProblems, (problem) =>
    newDevicePage({ frame, replaced: undefined, secret, deviceName: 'HP Baru', problem }),
  ),
  'new-device-wait': newDeviceWaitPage({ frame, replaced: undefined, until: at(3600) }),
  'new-device-sixth': fiveDevicesPage({ frame }),
  'device-name': deviceNamePage({ frame, device, typed: device.name }),
  ...records('device-name', renameProblems, (problem) =>
    deviceNamePage({ frame, device, typed: 'HP', problem }),
  ),
  'device-removal': deviceRemovalPage({ frame, device }),
  ...records('device-removal', removalProblems, (problem) =>
    deviceRemovalPage({ frame, device, problem }),
  ),
  password: passwordPage({ frame, rule: 'classes', username: person.nip }),
  ...records('password', passwordProblems, (problem) =>
    passwordPage({ frame, rule: 'classes', username: person.nip, problem }),
  ),
  sessions: sessionsPage({ frame, sessions: [here, elsewhere], done: undefined }),
  'sessions-one': sessionsPage({ frame, sessions: [here], done: undefined }),
  ...records('sessions', sessionDone, (done) => sessionsPage({ frame, sessions: [here], done })),
  history: historyPage({ frame, events, older: 25, isNewest: true }),
  'history-over': historyPage({ frame, ...nothing, isNewest: false }),
  record: recordPage({ frame, touches: [touch], older: 1, isNewest: false }),
  'record-nobody': recordPage({ frame, ...nothing }),
  'record-over': recordPage({ frame, ...nothing, isNewest: false }),
  'own-data': ownDataPage({ frame, hold: undefined }),
  'own-data-slowed': ownDataPage({
    frame,
    hold: undefined,
    problem: { until: at(3600), seconds: 3600 },
  }),
  'own-data-held': ownDataPage({
    frame,
    hold: { until: at(86_400), because: 'reactivation' },
  }),
  'step-up': stepUpPage({ frame, place: paths.password, way: 'code' }),
  'step-up-recovery': stepUpPage({ frame, place: paths.password, way: 'recovery' }),
  'step-up-wrong': stepUpPage({
    frame,
    place: paths.password,
    way: 'code',
    problem: { kind: 'refused', refused: { kind: 'wrong' }, left: 5 },
  }),
  'step-up-recovery-wrong': stepUpPage({
    frame,
    place: paths.password,
    way: 'recovery',
    problem: { kind: 'recoveryWrong' },
  }),
}
