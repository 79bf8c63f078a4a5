import type { MfaLeft } from '#domain/reset/reset.ts'

/** Every address that a page links to, a handler redirects to or a test asks. */
export const paths = {
  landing: '/',
  signIn: '/masuk',
  signInTooLate: '/masuk?sebab=waktu-habis',
  code: '/masuk/kode',
  recoveryCode: '/masuk/kode?cara=kode-cadangan',
  agencyCode: '/masuk/kode?cara=kode-bkpsdm',
  newPassword: '/masuk/password-baru',
  mfaReset: '/masuk/reset-mfa',
  mfaResetRecoveryCode: '/masuk/reset-mfa/kode-cadangan',
  mfaResetEmail: '/masuk/reset-mfa/email',
  mfaResetEmailCode: '/masuk/reset-mfa/kode',
  reset: '/reset',
  resetStart: '/reset/password',
  resetTooLate: '/reset/password?sebab=waktu-habis',
  resetEmail: '/reset/password/email',
  resetCode: '/reset/password/kode',
  resetDevice: '/reset/password/perangkat',
  resetRecoveryCode: '/reset/password/perangkat?cara=kode-cadangan',
  resetAgencyCode: '/reset/password/perangkat?cara=kode-bkpsdm',
  resetNewPassword: '/reset/password/baru',
  signInAfterReset: (mfa: MfaLeft) => `/masuk?sebab=${AFTER_RESET[mfa]}`,
  newEmail: '/email-baru',
  newEmailDone: '/email-baru?hasil=diganti',
  weakPassword: '/reset/password-lemah',
  mfaResetDoor: '/reset/mfa',
  mfaResetCancel: '/reset/mfa/pembatalan',
  mfaResetCancelled: '/reset/mfa/pembatalan?hasil=batal',
  activation: '/aktivasi',
  recoveryCodes: '/aktivasi/kode-cadangan',
  recoveryCodesFile: '/aktivasi/kode-cadangan/unduhan',
  practice: '/aktivasi/latihan',
  practiceDone: '/aktivasi/latihan?hasil=siap',
  home: '/beranda',
  account: '/akun',
  accountAfter: (done: AccountDone) => `/akun?hasil=${done}`,
  devices: '/akun/perangkat',
  devicesAfter: (done: DeviceDone) => `/akun/perangkat?hasil=${done}`,
  newDevice: '/akun/perangkat/baru',
  deviceName: (id: string) => `/akun/perangkat/${id}/nama`,
  deviceReplacement: (id: string) => `/akun/perangkat/${id}/pengganti`,
  deviceRemoval: (id: string) => `/akun/perangkat/${id}/penghapusan`,
  password: '/akun/password',
  ownEmail: '/akun/email',
  ownEmailDone: '/akun/email?hasil=diganti',
  sessions: '/akun/sesi',
  sessionsAfter: (done: SessionDone) => `/akun/sesi?hasil=${done}`,
  sessionEnd: (handle: string) => `/akun/sesi/${handle}/pengakhiran`,
  otherSessionsEnd: '/akun/sesi/pengakhiran',
  history: '/akun/riwayat',
  historyBefore: (id: number) => `/akun/riwayat?sebelum=${id}`,
  record: '/akun/catatan',
  recordBefore: (id: number) => `/akun/catatan?sebelum=${id}`,
  ownData: '/akun/data',
  ownDataJson: '/akun/data.json',
  ownDataHtml: '/akun/data.html',
  stepUp: '/akun/langkah-ulang',
  stepUpFor: (place: string) => `/akun/langkah-ulang?ke=${encodeURIComponent(place)}`,
  stepUpByRecoveryCode: (place: string) =>
    `/akun/langkah-ulang?cara=kode-cadangan&ke=${encodeURIComponent(place)}`,
  hats: '/peran',
  hatsFor: (place: string) => `/peran?ke=${encodeURIComponent(place)}`,
  desk: '/instansi',
  employee: (id: string) => `/instansi/pegawai/${id}`,
  employeeMfaReset: (id: string) => `/instansi/pegawai/${id}/reset-mfa`,
  employeeCode: (id: string) => `/instansi/pegawai/${id}/reset-mfa/kode`,
  employeeEmail: (id: string) => `/instansi/pegawai/${id}/email`,
  approvals: '/instansi/persetujuan',
  approval: (id: string) => `/instansi/persetujuan/${id}`,
  deskSettings: '/instansi/pengaturan',
  nation: '/nasional',
  signOut: '/keluar',
  sessionClock: '/sesi/peringatan',
  sessionExtension: '/sesi/perpanjangan',
  sessionOver: '/sesi/berakhir',
  notMe: (token: string) => `/bukan-saya/${token}`,
  mailbox: '/pengembangan/surat',
  mailboxJson: '/pengembangan/surat.json',
  mailHtml: (id: string) => `/pengembangan/surat/${id}`,
  help: '/bantuan',
  helpOn: (topic: HelpTopic) => `/bantuan#${topic}`,
}

/** What the page one comes back to says has been done. */
export type AccountDone = 'password'
export type DeviceDone = 'ditambah' | 'diganti' | 'dinamai' | 'dihapus'
export type SessionDone = 'diakhiri' | 'lainnya-diakhiri'
/** What the sign-in page says after a reset; the query is ours, so that it can be told from others. */
export const AFTER_RESET: Record<MfaLeft, string> = {
  none: 'password-baru-aktivasi-pertama',
  reactivation: 'password-baru-aktivasi-ulang',
  kept: 'password-baru',
}

/** The paragraphs of /bantuan that pages and refusals link to. */
export type HelpTopic =
  | 'persiapan'
  | 'aktivasi'
  | 'nip-atau-password-salah'
  | 'terlalu-banyak-percobaan'
  | 'akun-nonaktif'
  | 'akun-ditahan'
  | 'bukan-saya'
  | 'password-baru'
  | 'kode-salah'
  | 'jam-hp'
  | 'qr-tidak-terbaca'
  | 'qr-lama'
  | 'ganti-hp'
  | 'kode-bkpsdm'
  | 'kode-cadangan'
  | 'lupa-password'
  | 'email-tidak-aktif'
  | 'kode-email'
  | 'sesi-berakhir'
  | 'halaman-tidak-berlaku'
  | 'halaman-tidak-ada'
  | 'server-sibuk'
  | 'tanpa-javascript'
