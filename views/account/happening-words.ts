import type { Zone } from '#domain/agency.ts'
import type { ApprovalKind } from '#domain/approval/approval.ts'
import type { Happening } from '#domain/audit/event.ts'
import type { UploadOrder } from '#domain/import/upload.ts'
import type { MfaResetWay } from '#domain/reset/mfa-reset.ts'
import { causeText } from '../agency/evidence-words.ts'
import { changesText } from '../parts/change-words.ts'
import { limitText } from '../parts/limit-words.ts'
import { countText } from '../parts/number-words.ts'
import { browserLabel } from '../parts/origin-words.ts'
import { roleText } from '../parts/role-words.ts'
import { lastDayText, momentText } from '../parts/time-words.ts'

type SignedIn = Extract<Happening, { kind: 'signedIn' }>
type Texts = {
  [K in Happening['kind']]: (happening: Extract<Happening, { kind: K }>, zone: Zone) => string
}

/** A line of the record, in the words of the pages where it happened. */
export function happeningText(happening: Happening, zone: Zone): string {
  // What a newer process of this portal has written may be unknown to this one.
  const text = TEXTS[happening.kind] as ((one: Happening, zone: Zone) => string) | undefined
  return text ? text(happening, zone) : ''
}

const TEXTS: Texts = {
  passwordWrong: () => 'Gagal: password salah',
  signInRefused: ({ reason }) =>
    `Ditolak: akun ${reason === 'disabled' ? 'dinonaktifkan' : 'ditahan'}`,
  signedIn: ({ by, browser }) =>
    `Masuk ${byText(by)}${browser === 'new' ? ', dari browser baru' : ''}`,
  signedOut: () => 'Keluar',
  codeWrong: ({ reason }) => `Gagal: ${codeReasonText(reason)}`,
  codeReplayed: () => 'Gagal: kode yang sudah dipakai',
  codesLocked: ({ until }, zone) => `Verifikasi dikunci sampai ${momentText(until, zone)}`,
  recoveryCodeWrong: () => 'Gagal: kode cadangan salah',
  recoveryCodeUsed: ({ left }) => `Kode cadangan dipakai; tersisa ${left}`,
  recoveryCodesMade: () => 'Kode cadangan baru dibuat',
  recoveryCodesSaved: () => 'Kode cadangan ditandai tersimpan',
  mfaActivated: ({ device }) => `MFA aktif di perangkat ${device}`,
  oldDeviceProven: ({ device }) => `Perangkat lama ${device} dipakai lagi`,
  weakPasswordReplaced: () => 'Password yang lemah diganti',
  passwordHashUpgraded: () => 'Penyimpanan password diperbarui',
  steppedUp: ({ by }) => `Verifikasi ulang${by === 'code' ? '' : ' dengan kode cadangan'}`,
  hatChanged: ({ role }) =>
    role ? `Mulai bertindak sebagai ${roleText(role)}` : 'Kembali bertindak sebagai diri sendiri',
  deviceAdded: ({ device }) => `Perangkat ${device} ditambahkan`,
  deviceReplaced: ({ device, old }) => `Perangkat ${old} diganti dengan ${device}`,
  deviceRenamed: ({ device, old }) => `Perangkat ${old} dinamai ${device}`,
  deviceRemoved: ({ device }) => `Perangkat ${device} dihapus`,
  passwordChanged: () => 'Password diganti',
  sessionEnded: ({ of }) => `Sesi di ${browserLabel(of)} diakhiri`,
  otherSessionsEnded: ({ count }) => `${count} sesi lain diakhiri`,
  dataExported: () => 'Salinan data diunduh',
  archiveAsked: () => 'Salinan seluruh arsip diminta',
  documentShared: () => 'Tautan ke satu dokumen arsip dibuat',
  sharePinsWrong: () => 'Tautan ke satu dokumen arsip ditutup karena PIN lima kali salah',
  resetCodeMade: ({ purpose }) =>
    `Kode dikirim ke email untuk ${purpose === 'password' ? 'Lupa Password' : 'Reset MFA'}`,
  resetEmailProven: () => 'Kode dari email dipakai untuk Lupa Password',
  passwordReset: () => 'Password diganti lewat Lupa Password',
  mfaResetAsked: ({ opensAt }, zone) =>
    `Reset MFA diminta; perangkat baru dapat diaktifkan mulai ${momentText(opensAt, zone)}`,
  mfaResetGranted: ({ by }) => `Reset MFA dibuka dengan ${WAYS[by]}`,
  mfaResetCancelled: () => 'Permintaan Reset MFA dibatalkan',
  frozen: () => 'Akun ditahan lewat Bukan saya',
  imported: () => 'Data Anda dimuat dari data kepegawaian nasional',
  importChanged: ({ changes }) => `Data kepegawaian nasional mengubah: ${changesText(changes)}`,
  legacyPasswordDeleted: () => 'Password dari SSO lama dihapus karena 180 hari tidak dipakai',
  importReceived: ({ file }) => `Berkas impor nasional ${file} diunggah`,
  importOrdered: ({ order }) => `Impor nasional ${ORDERED[order]}`,
  employeeViewed: () => 'Keadaan akun dilihat di meja layanan instansi',
  lockLifted: () => 'Kunci verifikasi dibuka oleh instansi',
  disabledByAgency: () => 'Akun dinonaktifkan oleh instansi',
  enabledByAgency: () => 'Akun diaktifkan kembali oleh instansi',
  frozenByAgency: () => 'Akun ditahan oleh instansi',
  deskNoted: () => 'Catatan meja layanan ditulis',
  mailSentByAgency: ({ about }) =>
    about === 'activation' ? 'Petunjuk aktivasi dikirim ke email' : 'Surat uji dikirim ke email',
  deskLimitReached: ({ limit }) => `Batas harian tercapai: ${limitText(limit)}`,
  mandateAsked: ({ role, until }, zone) =>
    `Peran ${roleText(role)} diusulkan, sampai ${lastDayText(until, zone)}`,
  mandateRequestOver: ({ role, how }) => `Usulan peran ${roleText(role)} ${REQUEST_OVER[how]}`,
  mandateGiven: ({ role, until }, zone) =>
    `Peran ${roleText(role)} diberikan, sampai ${lastDayText(until, zone)}`,
  mandateEnded: ({ role }) => `Peran ${roleText(role)} diakhiri`,
  mandateLaidDown: ({ role }) => `Peran ${roleText(role)} diletakkan`,
  mandateEnding: ({ role, until }, zone) =>
    `Peran ${roleText(role)} akan berakhir sesudah ${lastDayText(until, zone)}`,
  agencyAdded: ({ name, code }) => `Instansi ${name} (${code}) ditambahkan`,
  agencyChanged: ({ name, code }) => `Instansi ${name} (${code}) diubah`,
  embedSiteAsked: ({ wish, name, origins }) =>
    `Situs penyemat ${name} diusulkan untuk ${SITE_WISH[wish]} (${origins.join(', ')})`,
  embedSiteRequestOver: ({ name, how }) => `Usulan situs penyemat ${name} ${REQUEST_OVER[how]}`,
  embedSiteAdded: ({ name, origins }) =>
    `Situs penyemat ${name} didaftarkan (${origins.join(', ')})`,
  embedSiteChanged: ({ name, origins }) => `Situs penyemat ${name} diubah (${origins.join(', ')})`,
  embedSiteEnded: ({ name }) => `Situs penyemat ${name} diakhiri`,
  unfrozen: ({ by }) =>
    `Akun dibuka kembali dengan kode dari ${by === 'oldDevice' ? 'perangkat lama' : 'BKPSDM'}`,
  agencyResetAsked: ({ cause }) =>
    `Reset MFA oleh BKPSDM diajukan (${causeText(cause)}); menunggu persetujuan petugas lain`,
  agencyResetApproved: () => 'Reset MFA oleh BKPSDM disetujui',
  agencyCodeMade: ({ cause, until }, zone) =>
    `Kode aktivasi ulang dibuat BKPSDM (${causeText(cause)}), berlaku sampai ${momentText(until, zone)}`,
  agencyCodeWrong: () => 'Gagal: kode aktivasi ulang salah',
  agencyCodeVoid: () => 'Kode aktivasi ulang tidak berlaku lagi karena lima kali salah',
  agencyCodeUsed: () => 'Kode aktivasi ulang dari BKPSDM dipakai untuk Lupa Password',
  emailCorrectionAsked: ({ to }) =>
    `Perbaikan email menjadi ${to} diajukan; menunggu persetujuan petugas lain`,
  emailCorrectionApproved: ({ to }) =>
    `Perbaikan email menjadi ${to} disetujui; kode dikirim ke alamat itu`,
  emailCorrectionWrong: () => 'Gagal: kode perbaikan email salah',
  emailCorrected: ({ to }) => `Email diganti menjadi ${to}`,
  approvalEnded: ({ of, by }) => `${OF[of]} ${ENDED[by]}`,
  officerLimitReached: ({ limit }) => LIMITS[limit],
  twoPersonResetsSet: ({ on }) =>
    `Persetujuan petugas kedua untuk setiap reset MFA ${on ? 'dinyalakan' : 'dimatikan'}`,
  logDiffers: ({ differences }) => `Pencocokan log menemukan ${countText(differences)} perbedaan`,
  listExported: ({ of }) => `Daftar pegawai diunduh: ${EXPORTED[of]}`,
}

const EXPORTED: Record<Extract<Happening, { kind: 'listExported' }>['of'], string> = {
  agency: 'seluruhnya',
  search: 'hasil pencarian',
  list: 'daftar tempelan',
  gaps: 'laporan kekurangan berkas',
}

const SITE_WISH: Record<Extract<Happening, { kind: 'embedSiteAsked' }>['wish'], string> = {
  add: 'didaftarkan',
  change: 'diubah',
  end: 'diakhiri',
}

const WAYS: Record<MfaResetWay, string> = {
  email: 'kode dari email',
  recoveryCode: 'kode cadangan',
  agencyCode: 'kode dari BKPSDM',
}

const OF: Record<ApprovalKind, string> = {
  mfaReset: 'Permintaan reset MFA oleh BKPSDM',
  emailCorrection: 'Permintaan perbaikan email',
  mandate: 'Permintaan pemberian peran',
}

const ENDED: Record<Extract<Happening, { kind: 'approvalEnded' }>['by'], string> = {
  declined: 'ditolak petugas lain',
  withdrawn: 'ditarik kembali oleh pengaju',
  stopped: 'dihentikan karena keadaannya sudah berubah',
}

const LIMITS: Record<Extract<Happening, { kind: 'officerLimitReached' }>['limit'], string> = {
  resetsADay: 'Batas harian reset MFA tercapai',
  resetsOfPerson: 'Batas reset MFA untuk seorang pegawai tercapai',
  correctionsADay: 'Batas harian perbaikan email tercapai',
}

const ORDERED: Record<UploadOrder, string> = {
  apply: 'diterapkan',
  stop: 'dihentikan',
  discard: 'dibatalkan',
}

const REQUEST_OVER = {
  declined: 'ditolak',
  withdrawn: 'ditarik kembali',
  stopped: 'dihentikan',
} as const

function byText(by: SignedIn['by']): string {
  switch (by) {
    case 'code':
      return 'dengan kode dari perangkat'
    case 'recoveryCode':
      return 'dengan kode cadangan'
    case 'activation':
      return 'dengan aktivasi MFA'
    case 'newPassword':
      return 'dengan password baru'
  }
}

/** Of the reasons that `judgeCode` tells; the record keeps their kind alone. */
function codeReasonText(reason: string): string {
  switch (reason) {
    case 'late':
    case 'clockOff':
      return 'kode tidak cocok, jam HP tidak tepat'
    case 'zone':
      return 'kode tidak cocok, zona waktu HP tidak tepat'
    case 'oldQr':
      return 'kode dari QR lama'
    default:
      return 'kode salah'
  }
}
