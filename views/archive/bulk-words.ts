import type { Zone } from '#domain/agency.ts'
import type { BulkListProblem } from '#domain/archive/bulk-list.ts'
import type { BulkProblem } from '#domain/archive/bulk-plan.ts'
import type { StartRefused } from '#domain/archive/start-upload.ts'
import { countText } from '../parts/number-words.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import { STALE } from '../sign-in/sign-in-words.ts'

export const LIST_FIELD = 'daftar'

export const BULK = {
  title: 'Unggah massal',
  intro:
    'Untuk banyak berkas sekaligus. Nama berkas menentukan dokumen dan pegawainya. Daftar diperiksa dahulu; belum ada yang dikirim sebelum Anda memulainya.',
  names:
    'Bentuk nama: jenis dokumen, untuk riwayat diikuti barisnya, lalu NIP, dipisah garis bawah. Isian dokumen dilengkapi verifikator.',
  list: 'Nama berkas, satu per baris',
  listHint: 'Salin nama-nama berkas ke sini. Paling banyak 500.',
  folder: 'Folder berkas',
  folderHint:
    'Daftar di bawah terisi sendiri. Hanya nama dan ukurannya yang dibaca; isinya belum dikirim.',
  check: 'Periksa daftar',
  send: 'Mulai kirim',
  files: 'Berkas PDF',
  filesHint:
    'Pilih semua berkas dari folder yang sama. Yang dikenali dikirim satu per satu; yang sudah terkirim dilewati.',
  done: 'Semua berkas yang dikenali sudah dikirim.',
} as const

export const EXAMPLES = [
  'SK_PNS_198501012010011001.pdf',
  'SK_KP_IIId_198501012010011001.pdf',
  'IJAZAH_S1_198501012010011001.pdf',
  'SKP_2024_198501012010011001.pdf',
] as const

export function bulkProblemText(problem: BulkProblem): string {
  return PROBLEMS[problem]
}

const PROBLEMS: Record<BulkProblem, string> = {
  notPdf: 'Bukan PDF',
  noNip: 'Tidak ada NIP di akhir nama, atau angkanya keliru',
  unknownType: 'Jenis dokumen tidak dikenal',
  noSuchPerson: 'NIP tidak ditemukan di instansi Anda',
  oneself: 'Arsip Anda sendiri: unggah lewat Unggahan saya, tanpa peran',
  noSuchSlot: 'Dokumen ini tidak diminta dari pegawai itu, atau barisnya tidak ada',
  tooLarge: 'Melebihi batas ukuran',
  empty: 'Berkas kosong',
  twice: 'Dokumen yang sama ada dua kali dalam daftar ini',
}

export function bulkRefusedText(refused: StartRefused['kind']): string {
  return REFUSED[refused]
}

const REFUSED: Record<StartRefused['kind'], string> = {
  noRight: 'Pegawai ini di luar jangkauan peran Anda sekarang',
  doesNotApply: 'Dokumen ini tidak lagi diminta dari pegawai itu',
  empty: 'Berkas kosong',
  recordClosed: 'Sedang dalam proses penyusutan',
  tooLarge: 'Melebihi batas ukuran',
  tooManyOpen:
    'Terlalu banyak unggahan terbuka; lanjutkan atau batalkan di Unggahan saya, lalu kirim lagi',
  tooManyToday: 'Terlalu banyak unggahan untuk arsip ini hari ini; kirim lagi besok',
  identicalTwin: 'Berkas yang sama sudah ada di arsip pegawai ini',
}

export const NOT_SENT = 'Belum dikirim'

export function bulkSumText({
  ready,
  wrong,
  sent,
}: {
  ready: number
  wrong: number
  sent: number
}): string {
  return `${countText(ready)} siap dikirim, ${countText(sent)} sudah dikirim, ${countText(wrong)} tidak dapat dikirim.`
}

export type BulkFormProblem = { kind: 'stale' } | BulkListProblem | ProofProblem

export function bulkTold(problem: BulkFormProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'stale':
      return STALE
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'listEmpty':
      return {
        text: 'Pilih folder, atau tulis nama berkas.',
        topic: 'unggah-berkas',
        field: LIST_FIELD,
      }
    case 'listLong':
      return {
        text: `Paling banyak ${countText(problem.most)} berkas sekaligus; daftar ini memuat ${countText(problem.files)}.`,
        topic: 'unggah-berkas',
        field: LIST_FIELD,
      }
  }
}
