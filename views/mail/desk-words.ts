import type { Told } from '#domain/notice/notice.ts'
import { limitText } from '../parts/limit-words.ts'
import type { NoticeWords } from './notice-words.ts'

/** What an officer of the agency did; the reason is not for a mailbox, but for the page that has it. */
type DeskTold = Extract<
  Told,
  {
    kind:
      | 'lockLifted'
      | 'disabledByAgency'
      | 'enabledByAgency'
      | 'frozenByAgency'
      | 'deskNoted'
      | 'mailSentByAgency'
      | 'deskLimitReached'
  }
>

const WHO =
  'Siapa petugasnya dan apa alasannya, terbaca di menu Akun, Siapa yang menyentuh akun saya.'

const ASKED = 'Jika Anda yang memintanya, tidak ada yang perlu dilakukan.'

export function deskWords(told: DeskTold): NoticeWords {
  switch (told.kind) {
    case 'lockLifted':
      return {
        subject: 'Kunci verifikasi dibuka',
        happened: `BKPSDM instansi Anda membuka kunci verifikasi akun Anda, sehingga kode dapat dicoba lagi. ${WHO}`,
        ifYou: ASKED,
      }
    case 'disabledByAgency':
      return {
        subject: 'Akun Anda dinonaktifkan',
        happened:
          'BKPSDM instansi Anda menonaktifkan akun Anda. Semua sesi sudah diakhiri. Bila ini keliru, hubungi BKPSDM instansi Anda.',
      }
    case 'enabledByAgency':
      return {
        subject: 'Akun Anda diaktifkan kembali',
        happened: `BKPSDM instansi Anda mencabut penonaktifan akun Anda. Password dan perangkat Anda tidak berubah. ${WHO}`,
        ifYou: ASKED,
      }
    case 'frozenByAgency':
      return {
        subject: 'Akun Anda ditahan',
        happened:
          'Akun Anda ditahan oleh BKPSDM instansi Anda karena laporan bahwa akun ini dipakai orang lain. Semua sesi sudah diakhiri.',
      }
    case 'deskNoted':
      return {
        subject: 'Catatan tentang akun Anda',
        happened: `BKPSDM instansi Anda menulis catatan tentang akun Anda. Akun Anda tidak berubah. Isi catatan dan siapa petugasnya terbaca di menu Akun, Siapa yang menyentuh akun saya.`,
        ifYou: ASKED,
      }
    case 'mailSentByAgency':
      return told.about === 'activation' ? INSTRUCTIONS : MAILBOX
    case 'deskLimitReached':
      return {
        subject: 'Batas harian meja layanan tercapai',
        happened: `Batas harian Anda sebagai petugas tercapai: ${limitText(told.limit)}. Admin instansi Anda diberi tahu.`,
      }
  }
}

/** No link to sign in with: nobody learns to follow one from a mail. */
const INSTRUCTIONS: NoticeWords = {
  subject: 'Petunjuk aktivasi ASN Digital',
  happened:
    'BKPSDM instansi Anda mengirim petunjuk ini. Pasang aplikasi autentikator di HP. Buka situs ASN Digital dengan mengetik alamatnya sendiri, pilih Masuk, lalu ketik NIP dan password MyASN lama Anda. Pindai QR yang tampil, ketik kode 6 angka, dan simpan kode cadangan. Lupa password? Pilih Reset Password di halaman Masuk.',
  ifYou: 'Jika akun Anda sudah aktif, abaikan surat ini.',
}

const MAILBOX: NoticeWords = {
  subject: 'Surat uji dari ASN Digital',
  happened:
    'BKPSDM instansi Anda mengirim surat ini untuk memastikan bahwa email Anda menerima surat. Akun Anda tidak berubah.',
  ifYou: 'Beri tahu petugas bahwa surat ini sudah sampai. Tidak ada lagi yang perlu dilakukan.',
}

export const ALARM_SUBJECT = 'Batas harian seorang petugas tercapai'

export function alarmText(told: DeskTold & { kind: 'deskLimitReached' }): string {
  return `Seorang petugas di instansi Anda mencapai batas harian: ${limitText(told.limit)}. Permintaan berikutnya ditolak sampai hari berganti.`
}

export const ALARM_NEXT =
  'Tanyakan kepada petugas itu apakah pekerjaannya memang sebanyak itu. Bila bukan dia yang melakukannya, tahan akunnya di meja layanan.'
