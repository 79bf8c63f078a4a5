import type { Zone } from '#domain/agency.ts'
import type { Told } from '#domain/notice/notice.ts'
import { momentText } from '../parts/time-words.ts'
import type { NoticeWords } from './notice-words.ts'

type ByDesk = Extract<
  Told,
  {
    kind:
      | 'agencyResetAsked'
      | 'agencyResetApproved'
      | 'agencyCodeMade'
      | 'agencyCodeVoid'
      | 'agencyCodeUsed'
      | 'emailCorrectionAsked'
      | 'emailCorrectionApproved'
      | 'emailCorrected'
      | 'approvalEnded'
      | 'officerLimitReached'
      | 'twoPersonResetsSet'
  }
>

const ASKED_BY_YOU = 'Jika Anda yang memintanya kepada BKPSDM, tidak ada yang perlu dilakukan.'

/** Each act of the desk is told to whom it is about (R-AD-02, R-AD-05). */
export function deskNoticeWords(told: ByDesk, zone: Zone): NoticeWords {
  switch (told.kind) {
    case 'agencyResetAsked':
      return {
        subject: 'Reset MFA oleh BKPSDM diajukan',
        happened:
          'Petugas BKPSDM mengajukan reset MFA untuk akun Anda. Petugas lain harus menyetujuinya.',
        ifYou: ASKED_BY_YOU,
      }
    case 'agencyResetApproved':
      return {
        subject: 'Reset MFA oleh BKPSDM disetujui',
        happened: 'Petugas kedua menyetujui reset MFA untuk akun Anda.',
        ifYou: ASKED_BY_YOU,
      }
    case 'agencyCodeMade':
      return {
        subject: 'Kode aktivasi ulang dibuat',
        happened: `Petugas BKPSDM membuat kode aktivasi ulang untuk akun Anda, berlaku sampai ${momentText(told.until, zone)}. Perangkat lama tetap berlaku sampai perangkat baru aktif.`,
        ifYou:
          'Jika Anda yang memintanya, ketik kode dari petugas setelah password Anda. Jangan berikan kode itu kepada siapa pun.',
      }
    case 'agencyCodeVoid':
      return {
        subject: 'Kode aktivasi ulang tidak berlaku lagi',
        happened:
          'Kode aktivasi ulang dari BKPSDM diketik salah lima kali dan tidak berlaku lagi. Bila ini bukan Anda, orang lain mengetahui password atau membuka email Anda.',
        ifYou: 'Jika ini Anda, minta kode baru kepada BKPSDM.',
      }
    case 'agencyCodeUsed':
      return {
        subject: 'Kode aktivasi ulang dipakai',
        happened:
          'Kode aktivasi ulang dari BKPSDM dipakai untuk membuat password baru. Setelah itu MFA perlu diaktifkan lagi saat masuk.',
        ifYou: 'Jika ini Anda, lanjutkan di halaman yang sedang Anda buka.',
      }
    case 'emailCorrectionAsked':
    case 'emailCorrectionApproved':
      return {
        subject: 'Email akun Anda akan diganti',
        happened: `Email akun Anda akan diganti menjadi ${told.to}. ${NEXT[told.kind]}`,
        ifYou: ASKED_BY_YOU,
      }
    case 'emailCorrected':
      return {
        subject: 'Email akun Anda diganti',
        happened: `Email akun Anda sekarang ${told.to}. Demi keamanan, email baru dapat dipakai untuk reset setelah 3 hari.`,
        ifYou: ASKED_BY_YOU,
      }
    case 'approvalEnded':
      return {
        subject: 'Permintaan petugas BKPSDM berakhir',
        happened: 'Permintaan petugas BKPSDM tentang akun Anda berakhir tanpa dilaksanakan.',
      }
    case 'twoPersonResetsSet':
      return {
        subject: 'Aturan reset MFA instansi Anda diubah',
        happened: `Atas nama Anda sebagai admin instansi, persetujuan petugas kedua untuk setiap reset MFA ${told.on ? 'dinyalakan' : 'dimatikan'}. Admin lain instansi Anda diberi tahu.`,
      }
    case 'officerLimitReached':
      return {
        subject: 'Batas tindakan petugas tercapai',
        happened:
          'Batas tindakan Anda sebagai petugas tercapai, dan tindakan berikutnya ditolak. Admin instansi Anda diberi tahu.',
      }
  }
}

const NEXT: Record<'emailCorrectionAsked' | 'emailCorrectionApproved', string> = {
  emailCorrectionAsked: 'Petugas lain harus menyetujuinya lebih dahulu.',
  emailCorrectionApproved: 'Kode dikirim ke email baru itu; email diganti setelah kodenya diketik.',
}
