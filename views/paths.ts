import type { Purpose } from '#domain/archive/access.ts'
import type { BatchState } from '#domain/archive/destruction/batch.ts'
import type { AuditedChoice } from '#domain/archive/destruction/item.ts'
import type { UploadForm } from '#domain/archive/upload.ts'
import type { AuditAsked } from '#domain/audit/asked.ts'
import type { Period } from '#domain/boards/period.ts'
import type { Order } from '#domain/boards/ranking.ts'
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
  hatLayDown: (mandate: string) => `/peran/${mandate}/letakkan`,
  hatsAfter: (done: HatDone) => `/peran?hasil=${done}`,
  desk: '/instansi',
  employeeMfaReset: (id: string) => `/instansi/pegawai/${id}/reset-mfa`,
  employeeCode: (id: string) => `/instansi/pegawai/${id}/reset-mfa/kode`,
  employeeEmail: (id: string) => `/instansi/pegawai/${id}/email`,
  approvals: '/instansi/persetujuan',
  approval: (id: string) => `/instansi/persetujuan/${id}`,
  deskSettings: '/instansi/pengaturan',
  nation: '/nasional',
  imports: '/nasional/impor',
  importOf: (id: string) => `/nasional/impor/${id}`,
  importAgencies: (id: string, after: string) => `/nasional/impor/${id}?sesudah=${after}`,
  importProgress: (id: string) => `/nasional/impor/${id}/kemajuan`,
  importFindings: (id: string) => `/nasional/impor/${id}/temuan`,
  importFindingsAfter: (id: string, place: string) =>
    `/nasional/impor/${id}/temuan?sesudah=${place}`,
  importReport: (id: string) => `/nasional/impor/${id}/laporan.ndjson`,
  importOrder: (id: string, order: ImportOrder) => `/nasional/impor/${id}/${order}`,
  /** `walk`: the list it was reached from, as the query of `walkQuery`. */
  employee: (id: string, walk = '') => `/instansi/pegawai/${id}${walk}`,
  employeeAct: (id: string, act: DeskActPath, walk = '') => `/instansi/pegawai/${id}/${act}${walk}`,
  deskSearch: (query: string) => `/instansi${query}`,
  deskLists: '/instansi/daftar',
  deskList: (id: string, from = 0) => `/instansi/daftar/${id}${from > 0 ? `?mulai=${from}` : ''}`,
  archive: '/arsip',
  archiveGaps: '/arsip/kekurangan',
  archiveType: (type: string) => `/arsip/jenis/${type}`,
  archiveSearch: '/arsip/cari',
  archiveSearchOf: (query: string) => `/arsip/cari${query}`,
  archiveRecord: (id: string, no?: number) => `/arsip/berkas/${id}${versionQuery(no)}`,
  archivePage: (id: string, page: number | ':page', no?: number) =>
    `/arsip/berkas/${id}/halaman/${page}${versionQuery(no)}`,
  archiveCover: (id: string) => `/arsip/berkas/${id}/sampul`,
  archiveSheet: (id: string, no?: number) =>
    `/arsip/berkas/${id}/lembar-verifikasi${versionQuery(no)}`,
  employeeArchive: (person: string, purpose?: Purpose) =>
    `/instansi/pegawai/${person}/arsip${purposeQuery(purpose)}`,
  employeeGaps: (person: string, purpose?: Purpose) =>
    `/instansi/pegawai/${person}/arsip/kekurangan${purposeQuery(purpose)}`,
  employeeType: (person: string, type: string, purpose?: Purpose) =>
    `/instansi/pegawai/${person}/arsip/jenis/${type}${purposeQuery(purpose)}`,
  employeeRecord: (person: string, record: string, purpose?: Purpose, no?: number) =>
    `/instansi/pegawai/${person}/arsip/berkas/${record}${purposeQuery(purpose, versionQuery(no))}`,
  employeeRecordSheet: (person: string, record: string, purpose?: Purpose, no?: number) =>
    `/instansi/pegawai/${person}/arsip/berkas/${record}/lembar-verifikasi${purposeQuery(purpose, versionQuery(no))}`,
  employeeRecordPage: (
    person: string,
    record: string,
    page: number | ':page',
    purpose?: Purpose,
    no?: number,
  ) =>
    `/instansi/pegawai/${person}/arsip/berkas/${record}/halaman/${page}${purposeQuery(purpose, versionQuery(no))}`,
  agencyArchive: '/instansi/arsip',
  agencyArchiveOf: (query: string) => `/instansi/arsip${query}`,
  gaps: '/instansi/kekurangan',
  gapsOf: (query: string) => `/instansi/kekurangan${query}`,
  gapsFile: '/instansi/kekurangan/unduhan',
  gapsFileOf: (query: string) => `/instansi/kekurangan/unduhan${query}`,
  uploads: '/arsip/unggahan',
  upload: (id: string) => `/arsip/unggahan/${id}`,
  uploadAfter: (id: string, done: UploadDone) => `/arsip/unggahan/${id}?hasil=${done}`,
  uploadProgress: (id: string) => `/arsip/unggahan/${id}/kemajuan`,
  uploadCancel: (id: string) => `/arsip/unggahan/${id}/pembatalan`,
  uploadTwins: '/arsip/unggahan/kembar',
  uploadTo: (type: string, slot: string, form: UploadForm = 'document') =>
    `/arsip/unggah/${type}${placeQuery(slot, form)}`,
  rowRemoval: (type: string, key: string) => `/arsip/riwayat/${type}/penghapusan${rowQuery(key)}`,
  employeeRowRemoval: (person: string, type: string, key: string) =>
    `/instansi/pegawai/${person}/riwayat/${type}/penghapusan${rowQuery(key)}`,
  employeeUploads: (person: string) => `/instansi/pegawai/${person}/unggahan`,
  employeeUploadTo: (person: string, type: string, slot: string, form: UploadForm = 'document') =>
    `/instansi/pegawai/${person}/unggah/${type}${placeQuery(slot, form)}`,
  deskUploads: '/instansi/unggahan',
  deskUpload: (id: string) => `/instansi/unggahan/${id}`,
  deskUploadProgress: (id: string) => `/instansi/unggahan/${id}/kemajuan`,
  deskUploadCancel: (id: string) => `/instansi/unggahan/${id}/pembatalan`,
  deskUploadTwins: (person: string) => `/instansi/pegawai/${person}/unggahan/kembar`,
  bulkUploads: '/instansi/unggahan-massal',
  bulkUpload: (id: string) => `/instansi/unggahan-massal/${id}`,
  bulkUploadFile: (id: string, n: string) => `/instansi/unggahan-massal/${id}/berkas/${n}`,
  deskExport: '/instansi/unduhan',
  deskExportOf: (query: string) => `/instansi/unduhan${query}`,
  agencyBoard: (period: Period) => `/instansi/papan?kurun=${PERIOD_NAMES[period]}`,
  agencyBoardAllUnits: (period: Period) =>
    `/instansi/papan?kurun=${PERIOD_NAMES[period]}&unit=semua`,
  nationBoard: (period: Period, order: Order) =>
    `/nasional/papan?kurun=${PERIOD_NAMES[period]}&urut=${ORDER_NAMES[order]}`,
  nationBoardAfter: (period: Period, order: Order, agency: string) =>
    `/nasional/papan?kurun=${PERIOD_NAMES[period]}&urut=${ORDER_NAMES[order]}&setelah=${agency}`,
  agencyOfNation: (agency: string, period: Period) =>
    `/nasional/papan/${agency}?kurun=${PERIOD_NAMES[period]}`,
  audit: '/nasional/jejak',
  auditOf: (asked: AuditAsked, before?: number) => `/nasional/jejak${auditQuery(asked, before)}`,
  auditedBatches: '/nasional/pemusnahan',
  auditedBatchesOf: (asked: AuditedAsked) => `/nasional/pemusnahan${auditedQuery(asked)}`,
  auditedBatch: (id: string) => `/nasional/pemusnahan/${id}`,
  auditedPaper: (id: string, paper: string) => `/nasional/pemusnahan/${id}/surat/${paper}`,
  auditedItems: (id: string, after?: string, only?: AuditedChoice) =>
    `/nasional/pemusnahan/${id}/arsip${choiceQuery(only, after)}`,
  auditedItem: (id: string, record: string) => `/nasional/pemusnahan/${id}/arsip/${record}`,
  auditedCertificate: (id: string) => `/nasional/pemusnahan/${id}/berita-acara`,
  auditedCertificatePdf: (id: string) => `/nasional/pemusnahan/${id}/berita-acara.pdf`,
  log: '/log/',
  check: '/verifikasi',
  checkUpload: '/verifikasi/kiriman',
  checkFingerprint: '/verifikasi/sidik',
  checkStanding: (index: string) => `/verifikasi/keadaan/${index}`,
  checkProof: (index: string) => `/verifikasi/bukti/${index}`,
  verification: '/instansi/verifikasi',
  verificationEmpty: (before?: JudgedBefore) =>
    `/instansi/verifikasi?hasil=kosong${before ? `&sebelumnya=${before}` : ''}`,
  verificationOf: (version: string, before?: JudgedBefore) =>
    `/instansi/verifikasi/${version}${before ? `?sebelumnya=${before}` : ''}`,
  revocationOf: (version: string) => `/instansi/verifikasi/${version}/pencabutan`,
  revocation: (request: string) => `/instansi/pencabutan/${request}`,
  accessObjections: '/instansi/keberatan-akses',
  accessObjectionsAnswered: '/instansi/keberatan-akses?hasil=terjawab',
  accessObjectionOf: (id: string) => `/instansi/keberatan-akses/${id}`,
  secretReaders: '/instansi/pengaturan/rahasia',
  versionFile: (version: string, purpose: Purpose = 'own') =>
    `/arsip/versi/${version}/berkas${purposeQuery(purpose)}`,
  versionPage: (version: string, page: number | ':page', purpose: Purpose = 'own') =>
    `/arsip/versi/${version}/halaman/${page}${purposeQuery(purpose)}`,
  versionThumbnail: (version: string, page: number | ':page', purpose: Purpose = 'own') =>
    `/arsip/versi/${version}/halaman/${page}/kecil${purposeQuery(purpose)}`,
  accesses: '/arsip/akses',
  accessesOf: (asked: AccessesAsked) => `/arsip/akses${accessesQuery(asked)}`,
  accessesAfter: (done: ObjectionDone) => `/arsip/akses?hasil=${done}`,
  accessObjection: (n: number | ':n') => `/arsip/akses/${n}/keberatan`,
  newShare: (version: string) => `/arsip/versi/${version}/berbagi`,
  shares: '/arsip/berbagi',
  sharesBefore: (moment: Date) => `/arsip/berbagi?sebelum=${moment.toISOString()}`,
  share: (id: string) => `/arsip/berbagi/${id}`,
  shareAfter: (id: string, done: ShareDone) => `/arsip/berbagi/${id}?hasil=${done}`,
  shareLimits: (id: string) => `/arsip/berbagi/${id}/batas`,
  shareEnd: (id: string) => `/arsip/berbagi/${id}/pengakhiran`,
  archiveNews: '/arsip/kabar',
  archiveNewsBefore: (event: string) => `/arsip/kabar?sebelum=${event}`,
  archiveExport: '/arsip/unduhan',
  archiveExportProgress: '/arsip/unduhan/kemajuan',
  archiveExportFile: (id: string) => `/arsip/unduhan/${id}/berkas`,
  shared: '/berbagi',
  sharedVersion: (version: string) => `/berbagi/versi/${version}`,
  sharedFile: (version: string) => `/berbagi/versi/${version}/berkas`,
  sharedPage: (version: string, page: number | ':page') =>
    `/berbagi/versi/${version}/halaman/${page}`,
  roles: '/instansi/peran',
  rolesOfNation: '/nasional/peran',
  newRole: '/instansi/peran/baru',
  newRoleFor: (person: string) => `/instansi/peran/baru/${person}`,
  roleEnd: (mandate: string) => `/instansi/peran/${mandate}/akhiri`,
  roleRequest: (request: string) => `/instansi/peran/usulan/${request}`,
  holds: '/instansi/penahanan',
  holdsIn: (list: HoldListName, after?: string) =>
    `/instansi/penahanan?daftar=${list}${after ? `&setelah=${after}` : ''}`,
  newHold: '/instansi/penahanan/baru',
  newHoldOn: (person: string) => `/instansi/penahanan/baru/${person}`,
  hold: (id: string) => `/instansi/penahanan/${id}`,
  holdAfter: (id: string, done: HoldDone) => `/instansi/penahanan/${id}?hasil=${done}`,
  holdLift: (id: string) => `/instansi/penahanan/${id}/pencabutan`,
  holdReview: (id: string) => `/instansi/penahanan/${id}/peninjauan`,
  retention: '/instansi/penyusutan',
  retentionRules: '/instansi/penyusutan/aturan',
  retentionRulesAfter: (done: RuleDone) => `/instansi/penyusutan/aturan?hasil=${done}`,
  retentionExamples: '/instansi/penyusutan/aturan/contoh',
  newRetentionRule: '/instansi/penyusutan/aturan/baru',
  retentionRule: (id: string) => `/instansi/penyusutan/aturan/${id}`,
  retentionForecast: (id: string) => `/instansi/penyusutan/perkiraan/${id}`,
  ruleRequests: '/instansi/penyusutan/usulan',
  ruleRequestsAfter: (done: RuleDone) => `/instansi/penyusutan/usulan?hasil=${done}`,
  ruleRequest: (id: string) => `/instansi/penyusutan/usulan/${id}`,
  retentionEnded: '/instansi/penyusutan/berakhir',
  retentionEndedIn: (unit: string, after: string) =>
    `/instansi/penyusutan/berakhir?unit=${unit}&setelah=${after}`,
  retentionSearch: '/instansi/penyusutan/arsip',
  retentionOfPerson: (id: string) => `/instansi/penyusutan/pegawai/${id}`,
  retentionOfRecord: (id: string) => `/instansi/penyusutan/arsip/${id}`,
  agencyCare: '/instansi/penyusutan/kesehatan',
  nationCare: '/nasional/kesehatan-arsip',
  nationLog: '/nasional/log',
  allCareOfNation: '/nasional/kesehatan-arsip?instansi=semua',
  custody: '/instansi/penyusutan/serah-terima',
  newCustody: (person: string) => `/instansi/penyusutan/serah-terima/baru/${person}`,
  custodyOf: (id: string) => `/instansi/penyusutan/serah-terima/${id}`,
  custodyAfter: (id: string, done: CustodyDone) =>
    `/instansi/penyusutan/serah-terima/${id}?hasil=${done}`,
  batches: '/instansi/pemusnahan',
  batchesAfter: (id: string) => `/instansi/pemusnahan?setelah=${id}`,
  proposals: '/instansi/pemusnahan/usulan',
  proposalsOf: (query: string) => `/instansi/pemusnahan/usulan${query}`,
  batch: (id: string) => `/instansi/pemusnahan/${id}`,
  batchAfter: (id: string, done: BatchDone) => `/instansi/pemusnahan/${id}?hasil=${done}`,
  batchAct: (id: string, act: BatchActPath) => `/instansi/pemusnahan/${id}/${act}`,
  batchPaper: (id: string, paper: string) => `/instansi/pemusnahan/${id}/surat/${paper}`,
  batchPaperForm: (id: string, paper: string) => `/instansi/pemusnahan/${id}/surat?surat=${paper}`,
  batchItems: (id: string, after?: string) =>
    `/instansi/pemusnahan/${id}/arsip${after ? `?setelah=${after}` : ''}`,
  batchItem: (id: string, record: string) => `/instansi/pemusnahan/${id}/arsip/${record}`,
  batchObjection: (id: string, record: string) => `/instansi/pemusnahan/${id}/keberatan/${record}`,
  batchCertificate: (id: string) => `/instansi/pemusnahan/${id}/berita-acara`,
  batchCertificatePdf: (id: string) => `/instansi/pemusnahan/${id}/berita-acara.pdf`,
  /** A file of a record that is appraised, as the gate of reading knows it. */
  appraisedFile: (version: string) => `/arsip/versi/${version}/berkas`,
  ownObjections: '/arsip/keberatan',
  ownObjection: (record: string) => `/arsip/keberatan/${record}`,
  ownObjectionsDone: '/arsip/keberatan?hasil=diajukan',
  agencies: '/nasional/instansi',
  agenciesWithoutAdmin: '/nasional/instansi?keadaan=tanpa-admin',
  newAgency: '/nasional/instansi/baru',
  agency: (id: string) => `/nasional/instansi/${id}`,
  recordTypes: '/nasional/jenis-arsip',
  recordTypesAfter: (done: TypeDone) => `/nasional/jenis-arsip?hasil=${done}`,
  recordType: (code: string) => `/nasional/jenis-arsip/${code}`,
  typeRequest: (id: string) => `/nasional/jenis-arsip/usulan/${id}`,
  embeds: '/sematan',
  embedSites: '/nasional/situs',
  embedSitesAfter: (done: SiteDone) => `/nasional/situs?hasil=${done}`,
  newEmbedSite: '/nasional/situs/baru',
  newEmbedSiteOf: (agencyCode: string) =>
    `/nasional/situs/baru?instansi=${encodeURIComponent(agencyCode)}`,
  embedSite: (key: string) => `/nasional/situs/${key}`,
  embedSiteAfter: (key: string, done: SiteDone) => `/nasional/situs/${key}?hasil=${done}`,
  embedSiteChange: (key: string) => `/nasional/situs/${key}/perubahan`,
  embedSiteEnd: (key: string) => `/nasional/situs/${key}/pengakhiran`,
  siteRequest: (id: string) => `/nasional/situs/usulan/${id}`,
  signOut: '/keluar',
  sessionClock: '/sesi/peringatan',
  sessionExtension: '/sesi/perpanjangan',
  sessionOver: '/sesi/berakhir',
  notMe: (token: string) => `/bukan-saya/${token}`,
  mailbox: '/pengembangan/surat',
  mailboxJson: '/pengembangan/surat.json',
  mailHtml: (id: string) => `/pengembangan/surat/${id}`,
  embedScript: '/sematan/sematan.js',
  embedBox: (site: string, box: EmbedBox) => `/sematan/${site}/${box}`,
  embedHelp: (site: string, topic: string) => `/sematan/${site}/bantuan/${topic}`,
  embedColours: (sheet: string) => `/sematan/warna/${sheet}`,
  help: '/bantuan',
  officeHelp: '/bantuan/petugas',
  archiveHelp: '/bantuan/arsip',
  helpOn: (topic: HelpTopic) => `${HELP_PAGES[helpPageOf(topic)]}#${topic}`,
}

/** Of one record alone; `withOwn`: what its person read too; `before`: what is older than that. */
export type AccessesAsked = { record?: string | undefined; withOwn?: boolean; before?: number }

/** What was done to a link that one shares. */
export type ShareDone = 'dibuat' | 'diubah' | 'diakhiri'

/** What became of an objection. */
export type ObjectionDone = 'diteruskan' | 'sudah-diteruskan' | 'terlalu-lama' | 'sendiri'

function accessesQuery({ record, withOwn, before }: AccessesAsked): string {
  const fields = [
    ...(record === undefined ? [] : [`berkas=${record}`]),
    ...(withOwn ? ['siapa=semua'] : []),
    ...(before === undefined ? [] : [`sebelum=${before}`]),
  ]
  return fields.length > 0 ? `?${fields.join('&')}` : ''
}

/** What the address of a reading says it is for; who may read for what is asked at the gate. */
export const PURPOSE_NAMES: Partial<Record<Purpose, string>> = {
  verification: 'verifikasi',
  service: 'layanan',
  support: 'dukungan',
  legal: 'hukum',
  audit: 'pengawasan',
}

/** The same address, and what it is read for. */
export function forPurpose(path: string, purpose: Purpose, no: number | undefined): string {
  return path + purposeQuery(purpose, versionQuery(no))
}

function purposeQuery(purpose: Purpose | undefined, more = ''): string {
  const name = purpose && PURPOSE_NAMES[purpose]
  return name ? `?tujuan=${name}${more.replace('?', '&')}` : more
}

/** Without a number it is the newest that can be read. */
function versionQuery(no: number | undefined): string {
  return no === undefined ? '' : `?versi=${no}`
}

/** The boxes that other sites show; help has one for each of its topics. */
export type EmbedBox = 'verifikasi' | 'masuk' | 'aktivasi'

/** Nouns of what is asked for. */
export const IMPORT_ORDERS = ['penerapan', 'penghentian', 'pembatalan'] as const
export type ImportOrder = (typeof IMPORT_ORDERS)[number]
/** How the lists of holds are called in their address. */
export const HOLD_LISTS = ['berlaku', 'tinjau', 'pencabutan', 'dicabut'] as const
export type HoldListName = (typeof HOLD_LISTS)[number]
/** What is done to a list of records, as a noun under it. */
export const BATCH_ACT_PATHS = [
  'kursi',
  'lepas-kursi',
  'surat',
  'tanda-tangan',
  'persetujuan',
  'kehadiran',
  'pelaksanaan',
] as const
export type BatchActPath = (typeof BATCH_ACT_PATHS)[number]
/** What an officer does for somebody, as a noun under that person. */
export type DeskActPath =
  | 'buka-kunci'
  | 'penonaktifan'
  | 'pengaktifan'
  | 'penahanan'
  | 'kirim-ulang'
  | 'catatan'

/** What a verifier has just decided of the file before this one. */
export const JUDGED_BEFORE = ['diterima', 'dikembalikan'] as const
export type JudgedBefore = (typeof JUDGED_BEFORE)[number]

/** What the page one comes back to says has been done. */
export type AccountDone = 'password'
export type DeviceDone = 'ditambah' | 'diganti' | 'dinamai' | 'dihapus'
export type SessionDone = 'diakhiri' | 'lainnya-diakhiri'
export type HatDone = 'diletakkan'
export type RoleDone = 'diusulkan' | 'diberikan' | 'ditolak' | 'ditarik' | 'diakhiri'
export type HoldDone = 'dipasang' | 'ditinjau' | 'diajukan' | 'dicabut' | 'tetap'
export type RuleDone = 'contoh' | 'diusulkan' | 'diterbitkan' | 'ditolak' | 'ditarik'
export type CustodyDone = 'ditawarkan' | 'diterima' | 'ditolak' | 'ditarik'
export type BatchDone =
  | 'disusun'
  | 'dilepas'
  | 'dicatat'
  | 'ditandatangani'
  | 'disetujui'
  | 'hadir'
  | 'dimulai'
  | 'duduk'
export type AgencyDone = 'ditambah' | 'diubah'
export type SiteDone = 'diusulkan' | 'diterapkan' | 'ditolak' | 'ditarik'
export type TypeDone = 'diusulkan' | 'diterapkan' | 'ditolak' | 'ditarik'
/** What the sign-in page says after a reset; the query is ours, so that it can be told from others. */
export const AFTER_RESET: Record<MfaLeft, string> = {
  none: 'password-baru-aktivasi-pertama',
  reactivation: 'password-baru-aktivasi-ulang',
  kept: 'password-baru',
}

export type UploadDone = 'dibatalkan' | 'baris-dihapus'

/** Which row of a history; a query, for it may hold a slash. */
function rowQuery(key: string): string {
  return key === '' ? '' : `?${new URLSearchParams({ baris: key })}`
}

/** `slot`: which of several documents of that type; a query, for it may hold a slash. */
function placeQuery(slot: string, form: UploadForm): string {
  const query = new URLSearchParams({
    ...(slot && { tempat: slot }),
    ...(form === 'photos' && { cara: 'foto' }),
  })
  return query.size > 0 ? `?${query}` : ''
}

function auditQuery(asked: AuditAsked, before: number | undefined): string {
  const { agency, role, kind, officer, subject, from, to } = asked
  const fields = [
    ...[['tentang', subject] as const, ['oleh', officer] as const, ['instansi', agency] as const],
    ...[['peran', role] as const, ['jenis', kind] as const],
    ...[['sejak', from] as const, ['sampai', to] as const, ['sebelum', before] as const],
  ]
  const named = fields.flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
  return named.length > 0 ? `?${named.join('&')}` : ''
}

/** Lists of records to be destroyed; `agency`: as it was typed. */
export type AuditedAsked = { agency: string; state: BatchState | undefined; after?: string }

/** How an address calls the state of such a list, and what of its records is looked for. */
export const BATCH_STATE_NAMES: Record<BatchState, string> = {
  appraising: 'dinilai',
  proposed: 'diusulkan',
  waiting: 'masa-tunggu',
  destroying: 'pelaksanaan',
  closed: 'selesai',
}
export const AUDITED_CHOICE_NAMES: Record<AuditedChoice, string> = {
  left: 'keluar',
  objected: 'keberatan',
  failed: 'gagal',
}

function auditedQuery({ agency, state, after }: AuditedAsked): string {
  const query = new URLSearchParams({
    ...(agency && { instansi: agency }),
    ...(state && { keadaan: BATCH_STATE_NAMES[state] }),
    ...(after && { setelah: after }),
  })
  return query.size > 0 ? `?${query}` : ''
}

function choiceQuery(only: AuditedChoice | undefined, after: string | undefined): string {
  const query = new URLSearchParams({
    ...(only && { hanya: AUDITED_CHOICE_NAMES[only] }),
    ...(after && { setelah: after }),
  })
  return query.size > 0 ? `?${query}` : ''
}

/** How boards say in their addresses what they show. */
export const PERIOD_NAMES: Record<Period, string> = {
  week: '7',
  month: '30',
  quarter: '90',
  all: 'semua',
}
export const ORDER_NAMES: Record<Order, string> = {
  percent: 'persen',
  total: 'akun',
  activations: 'aktivasi',
  lockOuts: 'kunci',
  clock: 'jam',
  name: 'nama',
}

/** What only those ask who act for others; on a page of its own, which nobody else has to load. */
const OFFICE_TOPICS = [
  'peran',
  'meja-layanan',
  'verifikasi',
  'impor-nasional',
  'penahanan-arsip',
  'pemusnahan',
  'penyusutan',
  'jenis-arsip',
  'situs-penyemat',
] as const

/** Likewise about the archive, which nobody needs who cannot sign in. */
const ARCHIVE_TOPICS = [
  'arsip-saya',
  'unggah-berkas',
  'berbagi-berkas',
  'tautan-berbagi',
  'unduh-arsip',
  'memeriksa-keaslian',
  'arsip-diusulkan-musnah',
] as const

export type HelpPage = 'own' | 'office' | 'archive'

const HELP_PAGES: Record<HelpPage, string> = {
  own: '/bantuan',
  office: '/bantuan/petugas',
  archive: '/bantuan/arsip',
}

export function helpPageOf(topic: HelpTopic): HelpPage {
  if (OFFICE_TOPICS.some((one) => one === topic)) return 'office'
  return ARCHIVE_TOPICS.some((one) => one === topic) ? 'archive' : 'own'
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
  | 'arsip-diusulkan-musnah'
  | (typeof ARCHIVE_TOPICS)[number]
  | (typeof OFFICE_TOPICS)[number]
