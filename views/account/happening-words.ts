import type { Role } from '#domain/access/mandate.ts'
import type { Zone } from '#domain/agency.ts'
import type { Happening } from '#domain/audit/event.ts'
import { timeText } from '../parts/time-words.ts'

type SignedIn = Extract<Happening, { kind: 'signedIn' }>

/** A line of the record, in the words of the pages where it happened. */
export function happeningText(happening: Happening, zone: Zone): string {
  switch (happening.kind) {
    case 'passwordWrong':
      return 'Gagal: password salah'
    case 'signInRefused':
      return `Ditolak: akun ${happening.reason === 'disabled' ? 'dinonaktifkan' : 'ditahan'}`
    case 'signedIn':
      return `Masuk ${byText(happening.by)}${happening.browser === 'new' ? ', dari browser baru' : ''}`
    case 'signedOut':
      return 'Keluar'
    case 'codeWrong':
      return `Gagal: ${codeReasonText(happening.reason)}`
    case 'codeReplayed':
      return 'Gagal: kode yang sudah dipakai'
    case 'codesLocked':
      return `Verifikasi dikunci sampai pukul ${timeText(happening.until, zone)}`
    case 'recoveryCodeWrong':
      return 'Gagal: kode cadangan salah'
    case 'recoveryCodeUsed':
      return `Kode cadangan dipakai; tersisa ${happening.left}`
    case 'recoveryCodesMade':
      return 'Kode cadangan baru dibuat'
    case 'recoveryCodesSaved':
      return 'Kode cadangan ditandai tersimpan'
    case 'mfaActivated':
      return `MFA aktif di perangkat ${happening.device}`
    case 'oldDeviceProven':
      return `Perangkat lama ${happening.device} dipakai lagi`
    case 'weakPasswordReplaced':
      return 'Password yang lemah diganti'
    case 'passwordHashUpgraded':
      return 'Penyimpanan password diperbarui'
    case 'steppedUp':
      return happening.by === 'code' ? 'Verifikasi ulang' : 'Verifikasi ulang dengan kode cadangan'
    case 'deviceAdded':
      return `Perangkat ${happening.device} ditambahkan`
    case 'deviceReplaced':
      return `Perangkat ${happening.old} diganti dengan ${happening.device}`
    case 'deviceRenamed':
      return `Perangkat ${happening.old} dinamai ${happening.device}`
    case 'deviceRemoved':
      return `Perangkat ${happening.device} dihapus`
    case 'passwordChanged':
      return 'Password diganti'
    case 'sessionEnded':
      return `Sesi di ${happening.of} diakhiri`
    case 'otherSessionsEnded':
      return `${happening.count} sesi lain diakhiri`
    case 'dataExported':
      return 'Salinan data diunduh'
  }
}

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

export function roleText(role: Role): string {
  switch (role) {
    case 'officer':
      return 'petugas BKPSDM'
    case 'verifier':
      return 'verifikator'
    case 'archivist':
      return 'arsiparis'
    case 'appraiser':
      return 'panitia penilai'
    case 'approver':
      return 'pejabat penyetuju'
    case 'legalOfficer':
      return 'unit hukum'
    case 'inspector':
      return 'unit pengawasan'
    case 'nationalAdmin':
      return 'admin BKN'
    case 'auditor':
      return 'auditor'
  }
}
