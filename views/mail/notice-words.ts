import type { Zone } from '#domain/agency.ts'
import type { Told } from '#domain/notice/notice.ts'
import type { MfaResetWay } from '#domain/reset/mfa-reset.ts'
import type { MfaLeft } from '#domain/reset/reset.ts'
import { changesText } from '../parts/change-words.ts'
import { roleText } from '../parts/role-words.ts'
import { lastDayText, momentText } from '../parts/time-words.ts'
import { deskNoticeWords } from './desk-notice-words.ts'
import { deskWords } from './desk-words.ts'
import { logDiffersWords } from './log-words.ts'
import { nameText } from './mail-words.ts'

/**
 * What a mail about it is called, and the sentence that says what happened. `ifYou`: what is still
 * to be done by whoever did it.
 */
export type NoticeWords = { subject: string; happened: string; ifYou?: string }

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
        happened: `Tiga kode verifikasi berturut-turut salah pada akun Anda. ${told.reason === 'inReset' ? AFTER_MAIL : AFTER_PASSWORD}`,
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
        happened: `Satu kode cadangan Anda dipakai. Sisa kode cadangan: ${told.left}.`,
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
        happened: `MFA akun Anda diaktifkan di perangkat ${nameText(told.device)}, dan 10 kode cadangan baru dibuat.`,
      }
    case 'oldDeviceProven':
      return {
        subject: 'Perangkat lama tetap dipakai',
        happened: `Kode dari perangkat ${nameText(told.device)} dipakai untuk masuk, sehingga perangkat lama Anda tetap berlaku.`,
      }
    case 'weakPasswordReplaced':
      return {
        subject: 'Password diganti',
        happened: 'Password akun Anda diganti, karena yang lama belum memenuhi ketentuan.',
      }
    case 'deviceAdded':
      return {
        subject: 'Perangkat ditambahkan',
        happened: `Perangkat ${nameText(told.device)} ditambahkan pada akun Anda dan dapat dipakai untuk masuk.`,
      }
    case 'deviceReplaced':
      return {
        subject: 'Perangkat diganti',
        happened: `Perangkat ${nameText(told.old)} pada akun Anda diganti dengan ${nameText(told.device)}. Kode dari perangkat yang lama tidak berlaku lagi.`,
      }
    case 'deviceRenamed':
      return {
        subject: 'Nama perangkat diganti',
        happened: `Perangkat ${nameText(told.old)} pada akun Anda sekarang bernama ${nameText(told.device)}.`,
      }
    case 'deviceRemoved':
      return {
        subject: 'Perangkat dihapus',
        happened: `Perangkat ${nameText(told.device)} dihapus dari akun Anda. Kode dari perangkat itu tidak berlaku lagi.`,
      }
    case 'passwordChanged':
      return {
        subject: 'Password diganti',
        happened: 'Password akun Anda diganti dari halaman Akun, dan semua sesi lain diakhiri.',
      }
    case 'dataExported':
      return {
        subject: 'Salinan data diunduh',
        happened: 'Salinan semua data akun Anda diunduh dari halaman Akun.',
      }
    case 'archiveAsked':
      return {
        subject: 'Salinan arsip diminta',
        happened: 'Salinan seluruh arsip Anda diminta dari halaman Arsip, untuk diunduh.',
      }
    case 'documentShared':
      return {
        subject: 'Dokumen arsip dibagikan',
        happened:
          'Tautan ke satu dokumen arsip Anda dibuat. Siapa pun yang menerimanya dapat membaca dokumen itu.',
      }
    case 'sharePinsWrong':
      return {
        subject: 'Tautan dokumen ditutup',
        happened:
          'Tautan yang Anda buat ke satu dokumen arsip ditutup, karena PIN-nya lima kali salah diketik.',
        ifYou:
          'Tanyakan kepada penerimanya. Bila ia hanya salah ketik, buat tautan baru; bila bukan ia, tautannya sampai ke orang lain.',
      }
    case 'resetEmailProven':
      return {
        subject: 'Reset password sedang berlangsung',
        happened:
          'Kode dari email Anda dipakai untuk reset password. Bila ini bukan Anda, orang lain membuka email Anda.',
        ifYou: GO_ON,
      }
    case 'passwordReset':
      return {
        subject: 'Password baru tersimpan',
        happened: `Password akun Anda diganti lewat Reset Password (Lupa Password), dan semua sesi diakhiri. ${MFA_LEFT[told.mfa]}`,
      }
    case 'unfrozen':
      return {
        subject: 'Akun Anda dibuka kembali',
        happened:
          told.by === 'oldDevice'
            ? 'Akun Anda dibuka kembali dengan kode dari perangkat lama. Perangkat lama berlaku lagi, perangkat yang lebih baru dan kode cadangan tidak.'
            : 'Akun Anda dibuka kembali dengan kode aktivasi ulang dari BKPSDM. Kode cadangan tidak berlaku lagi, dan MFA perlu diaktifkan lagi saat masuk.',
        ifYou:
          'Jika ini Anda, masuk dengan password baru, lalu buat kode cadangan baru di halaman Akun.',
      }
    case 'mfaResetAsked':
      return {
        subject: 'Permintaan Reset MFA',
        happened: `Ada permintaan mengganti perangkat MFA Anda. Perangkat baru dapat diaktifkan mulai ${momentText(told.opensAt, zone)}. Sampai saat itu perangkat lama tetap berlaku, dan permintaan dapat dibatalkan: masuk dengan perangkat lama lalu tekan Batalkan.`,
        ifYou:
          'Jika ini Anda, datang lagi mulai saat itu, paling lambat 3 hari kemudian: pilih Reset MFA, lalu kode dari email sekali lagi.',
      }
    case 'mfaResetGranted':
      return {
        subject: 'Reset MFA sedang berlangsung',
        happened: `Perangkat MFA baru dapat diaktifkan pada akun Anda, dengan password dan ${PROVEN_BY[told.by]}. Perangkat lama tetap berlaku sampai perangkat baru aktif.`,
        ifYou: GO_ON,
      }
    case 'mfaResetCancelled':
      return {
        subject: 'Permintaan Reset MFA dibatalkan',
        happened:
          'Permintaan mengganti perangkat MFA Anda dibatalkan. Perangkat lama tetap berlaku.',
      }
    case 'frozen':
      return {
        subject: 'Akun Anda ditahan',
        happened: 'Akun Anda ditahan karena laporan Bukan saya. Semua sesi sudah diakhiri.',
      }
    case 'agencyResetAsked':
    case 'agencyResetApproved':
    case 'agencyCodeMade':
    case 'agencyCodeVoid':
    case 'agencyCodeUsed':
    case 'emailCorrectionAsked':
    case 'emailCorrectionApproved':
    case 'emailCorrected':
    case 'approvalEnded':
    case 'officerLimitReached':
    case 'twoPersonResetsSet':
      return deskNoticeWords(told, zone)
    case 'logDiffers':
      return logDiffersWords(told)
    case 'importChanged':
      return {
        subject: 'Data kepegawaian Anda berubah',
        happened: `Data kepegawaian nasional mengubah akun Anda: ${changesText(told.changes)}. Bila ini keliru, hubungi BKPSDM instansi Anda.`,
      }
    case 'lockLifted':
    case 'disabledByAgency':
    case 'enabledByAgency':
    case 'frozenByAgency':
    case 'deskNoted':
    case 'mailSentByAgency':
    case 'deskLimitReached':
      return deskWords(told)
    case 'mandateGiven':
      return {
        subject: 'Anda diberi peran',
        happened: `Anda diberi peran ${roleText(told.role)} sampai ${lastDayText(told.until, zone)}. Semua sesi Anda diakhiri; masuk lagi, lalu pakai peran itu di halaman Peran.`,
        ifYou: ROLE_EXPECTED,
      }
    case 'mandateEnded':
      return {
        subject: 'Peran Anda diakhiri',
        happened: `Peran Anda sebagai ${roleText(told.role)} diakhiri. Siapa yang mengakhiri, dan alasannya, ada di halaman Akun, Siapa yang menyentuh akun saya.`,
        ifYou: ROLE_EXPECTED,
      }
    case 'mandateLaidDown':
      return {
        subject: 'Peran Anda diletakkan',
        happened: `Peran ${roleText(told.role)} diletakkan dari akun Anda.`,
      }
    case 'mandateEnding':
      return {
        subject: 'Peran Anda akan berakhir',
        happened: `Peran Anda sebagai ${roleText(told.role)} berlaku sampai ${lastDayText(told.until, zone)}, lalu berakhir dengan sendirinya. Bila masih diperlukan, minta admin memberikannya lagi sebelum itu.`,
        ifYou: 'Bila tidak diperlukan lagi, tidak ada yang perlu dilakukan.',
      }
  }
}

const WITH: Record<Extract<Told, { kind: 'signedIn' }>['by'], string> = {
  code: 'dengan kode verifikasi',
  recoveryCode: 'dengan kode cadangan',
  activation: 'dengan aktivasi MFA',
  newPassword: 'dengan password baru',
}

const ROLE_EXPECTED =
  'Bila Anda mengetahuinya, tidak ada yang perlu dilakukan. Bila tidak, tanyakan kepada admin instansi Anda.'

const GO_ON = 'Jika ini Anda, lanjutkan di halaman yang sedang Anda buka.'

const AFTER_PASSWORD =
  'Kode hanya diminta setelah password yang benar: bila ini bukan Anda, orang lain mengetahui password Anda.'

const AFTER_MAIL =
  'Kode hanya diminta setelah kode dari email yang benar: bila ini bukan Anda, orang lain membuka email Anda.'

const MFA_LEFT: Record<MfaLeft, string> = {
  none: 'MFA belum pernah diaktifkan.',
  reactivation: 'MFA perlu diaktifkan lagi saat masuk.',
  kept: 'Kode dari perangkat Anda tetap berlaku.',
}

const PROVEN_BY: Record<MfaResetWay, string> = {
  recoveryCode: 'satu kode cadangan',
  email: 'kode dari email Anda',
  agencyCode: 'kode aktivasi ulang dari BKPSDM',
}
