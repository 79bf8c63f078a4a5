import type { SoughtStatus } from '#domain/archive/find-records.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { civilDayText } from '../../parts/time-words.ts'

export const SEARCH = {
  title: 'Cari berkas',
  ofAgency: 'Cari arsip instansi',
  label: 'Nama dokumen, nomor, atau isian',
  hint: 'Misalnya: SK jabatan guru, atau 821/045. Isi dokumen tidak ikut dicari.',
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
