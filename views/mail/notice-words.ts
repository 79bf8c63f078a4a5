import type { Zone } from '#domain/agency.ts'
import type { Change } from '#domain/import/verdict.ts'
import type { Told } from '#domain/notice/notice.ts'
import { momentText } from '../parts/time-words.ts'

/** What a mail about it is called, and the sentence that says what happened. */
type NoticeWords = { subject: string; happened: string }

export function noticeWords(told: Told, zone: Zone): NoticeWords {
  switch (told.kind) {
    case 'signedIn':
      return {
        subject: 'Masuk dari browser baru',
        happened: `Akun ASN Digital Anda dipakai masuk ${WITH[told.by]} dari browser yang belum dikenal.`,
      }
    case 'codeWrong':
      return {
        subject: 'Tiga kode salah berturut-turut',
        happened:
          'Tiga kode verifikasi berturut-turut salah pada akun Anda. Kode baru diminta setelah password yang benar: bila ini bukan Anda, orang lain mengetahui password Anda.',
      }
    case 'codeReplayed':
      return {
        subject: 'Kode verifikasi dipakai dua kali',
        happened:
          'Kode verifikasi yang sudah dipakai diketik sekali lagi, dan ditolak. Bila ini bukan Anda, orang lain melihat kode Anda.',
      }
    case 'codesLocked':
      return {
        subject: 'Verifikasi dikunci sementara',
        happened: `Verifikasi akun Anda dikunci sampai ${momentText(told.until, zone)} karena terlalu banyak kode salah.`,
      }
    case 'recoveryCodeUsed':
      return {
        subject: 'Kode cadangan dipakai',
        happened: `Satu kode cadangan Anda dipakai untuk masuk. Sisa kode cadangan: ${told.left}.`,
      }
    case 'recoveryCodesMade':
      return {
        subject: 'Kode cadangan baru dibuat',
        happened:
          'Kode cadangan baru dibuat untuk akun Anda. Kode cadangan yang lama tidak berlaku lagi.',
      }
    case 'mfaActivated':
      return {
        subject: 'MFA diaktifkan',
        happened: `MFA akun Anda diaktifkan di perangkat "${told.device}", dan 10 kode cadangan baru dibuat.`,
      }
    case 'oldDeviceProven':
      return {
        subject: 'Perangkat lama tetap dipakai',
        happened: `Kode dari perangkat "${told.device}" dipakai untuk masuk, sehingga perangkat lama Anda tetap berlaku.`,
      }
    case 'weakPasswordReplaced':
      return {
        subject: 'Password diganti',
        happened: 'Password akun Anda diganti, karena yang lama belum memenuhi ketentuan.',
      }
    case 'frozen':
      return {
        subject: 'Akun Anda ditahan',
        happened: 'Akun Anda ditahan karena laporan Bukan saya. Semua sesi sudah diakhiri.',
      }
    case 'importChanged':
      return {
        subject: 'Data kepegawaian Anda berubah',
        happened: `Data kepegawaian nasional mengubah akun Anda: ${changesText(told.changes)}. Bila ini keliru, hubungi BKPSDM instansi Anda.`,
      }
  }
}

function changesText(changes: readonly Change[]): string {
  return changes.map((change) => CHANGED[change]).join(', ')
}

const CHANGED: Record<Change, string> = {
  number: 'NIP',
  userName: 'nama pengguna',
  name: 'nama',
  kind: 'jenis pegawai',
  agency: 'instansi',
  service: 'kedudukan hukum',
  email: 'email',
  closed: 'akun dinonaktifkan',
  reopened: 'akun dibuka kembali',
  sso: 'izin masuk SSO lama',
  password: 'password dari SSO lama',
  devices: 'perangkat MFA dari SSO lama',
}

const WITH: Record<Extract<Told, { kind: 'signedIn' }>['by'], string> = {
  code: 'dengan kode verifikasi',
  recoveryCode: 'dengan kode cadangan',
  activation: 'dengan aktivasi MFA',
  newPassword: 'dengan password baru',
}
