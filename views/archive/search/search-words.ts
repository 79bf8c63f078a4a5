import type { SoughtStatus } from '#domain/archive/find-records.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { countText } from '../../parts/number-words.ts'
import { civilDayText } from '../../parts/time-words.ts'

export const SEARCH = {
  title: 'Cari berkas',
  ofAgency: 'Cari arsip instansi',
  label: 'Nama dokumen, nomor, atau isian',
  hint: 'Misalnya: SK jabatan guru, atau 821/045. Isi dokumen tidak ikut dicari.',
  ownHint: 'Misalnya: SK jabatan guru, atau 821/045.',
  contents: 'Cari juga dalam isi dokumen',
  contentsHint:
    'Lebih lambat. Semua kata harus ada di satu halaman, boleh dengan imbuhan lain; kata terakhir boleh awalnya saja. Isi dibuka sebentar untuk dicari, tidak disimpan, dan dicatat di Siapa melihat berkas saya sebagai bacaan Anda sendiri.',
  goOn: 'Lanjutkan mencari',
  noneHere: 'Tidak ada yang cocok di antara dokumen yang sudah dibaca.',
  allRead: 'Tidak ada dokumen lain yang perlu dibaca.',
  type: 'Jenis dokumen',
  anyType: 'Semua jenis',
  year: 'Tahun dokumen',
  status: 'Keadaan',
  anyStatus: 'Berlaku atau dalam proses',
  button: 'Cari',
  nothing: 'Tidak ada berkas yang cocok.',
  nothingMore: 'Tidak ada berkas lain yang cocok.',
  on: 'Berlaku pada tanggal',
  nothingAsked: 'Ketik kata, atau pilih jenis, tahun, atau keadaan.',
  older: 'Yang lebih lama',
  first: 'Dari awal',
  found: 'Berkas yang cocok, yang terbaru lebih dahulu',
  caption: 'Berkas yang cocok dan disimpan instansi Anda, yang terbaru lebih dahulu',
  document: 'Dokumen',
  owner: 'Pegawai',
} as const

/** How a status is called in the address of a search. */
export const STATUS_NAMES: Record<SoughtStatus, string> = {
  verified: 'terverifikasi',
  awaitingVerification: 'menunggu',
  returned: 'dikembalikan',
  superseded: 'digantikan',
}

/** Above what was in force at the end of a day. */
export function onDayText(day: CivilDate): string {
  return `Berkas yang sudah terverifikasi dan belum digantikan pada ${civilDayText(day)}:`
}

/** How far the contents were read; `stopped`: before that page of that document. */
export type ReadInside = {
  read: number
  unread: number
  textless: number
  stopped: { called: string; page: number } | undefined
}

export function readInsideText({ read, unread, textless, stopped }: ReadInside, isMore: boolean) {
  return [
    read > 0
      ? `Isi ${countText(read)} dokumen sudah dibaca.`
      : 'Belum ada dokumen yang selesai dibaca.',
    stopped &&
      `Supaya tidak terlalu lama, pencarian berhenti sebelum halaman ${stopped.page} dari ${stopped.called}.`,
    isMore ? `Pilih “${SEARCH.goOn}” untuk meneruskan dari sini.` : SEARCH.allRead,
    unread > 0 && `Isi ${countText(unread)} dokumen lain tidak dapat dibaca saat ini.`,
    textless > 0 &&
      `${countText(textless)} dokumen punya halaman tanpa teks, misalnya hasil pindai; isi halaman itu tidak dapat dicari.`,
  ]
    .filter(Boolean)
    .join(' ')
}

export function standsOnText(page: number): string {
  return `Ada di halaman ${page}`
}
