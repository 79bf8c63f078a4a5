import type { Zone } from '#domain/agency.ts'
import type {
  Upload,
  UploadCounts,
  UploadProblem,
  UploadProgress,
  UploadRefused,
} from '#domain/import/upload.ts'
import { numberText } from '../import/progress-words.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import { STALE } from '../sign-in/sign-in-words.ts'

export const IMPORTS =
  'Data instansi, unit kerja, pegawai, riwayat pegawai, dan ekspor SSO lama (Keycloak) dimuat dari berkas. Berkas dibaca dahulu dan dilaporkan; data baru berubah setelah Anda memilih Terapkan.'

export const FILE_HINT =
  'CSV, NDJSON, atau JSON ekspor Keycloak. Jenisnya dikenali dari kolomnya; urutan kolom bebas. Berkas dihapus setelah diterapkan, dibatalkan, atau paling lama 24 jam.'

export const NOT_HERE =
  'Di sini impor tidak dijalankan dari halaman ini. Jalankan dari baris perintah di mesin yang mencapai basis data sebagai pemilik tabel:'

export const COMMANDS = `npm run asn -- import BERKAS
npm run asn -- import BERKAS --apply`

export const ONE_AT_A_TIME =
  'Satu impor pada satu waktu. Terapkan atau batalkan yang sedang berjalan lebih dahulu.'

export const NO_IMPORTS = 'Belum ada berkas yang dikirim lewat halaman ini.'
export const NO_FINDINGS = 'Tidak ada baris yang ditolak atau dilewati.'
export const FINDINGS =
  'Baris yang ditolak tidak diterapkan; orangnya tetap seperti semula. Dari baris yang dilewati hanya bagian yang disebut yang tidak dipakai.'
export const PERSONAL = 'Laporan memuat NIP. Simpan seperti Anda menyimpan data pegawai lainnya.'

/** What became of a file, in a word or two. */
export function uploadStateText({ state }: Pick<Upload, 'state'>): string {
  return STATES[state]
}

const STATES: Record<Upload['state'], string> = {
  waiting: 'Menunggu dibaca',
  reading: 'Sedang dibaca',
  unreadable: 'Tidak dapat dibaca',
  read: 'Sudah dibaca, belum diterapkan',
  due: 'Menunggu diterapkan',
  applying: 'Sedang diterapkan',
  applied: 'Sudah diterapkan',
  discarded: 'Dibatalkan',
}

export type ImportProblem =
  | { kind: 'stale' }
  | { kind: 'noFile' | 'kind' | 'anotherWaits' }
  | { kind: 'order'; refused: UploadRefused }
  | ProofProblem

export function importTold(problem: ImportProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'stale':
      return STALE
    case 'noFile':
      return {
        text: 'Pilih berkas yang akan diimpor.',
        topic: 'impor-nasional',
        field: 'berkas',
      }
    case 'kind':
      return {
        text: 'Berkas harus berakhiran .csv, .ndjson, atau .json.',
        topic: 'impor-nasional',
        field: 'berkas',
      }
    case 'anotherWaits':
      return { text: ONE_AT_A_TIME, topic: 'impor-nasional' }
    case 'order':
      return { text: REFUSED[problem.refused], topic: 'impor-nasional' }
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
  }
}

const REFUSED: Record<UploadRefused, string> = {
  notRead: 'Berkas ini belum selesai dibaca. Tunggu laporannya lebih dahulu.',
  notApplying: 'Penerapan sudah selesai atau sudah dihentikan.',
  applyingNow: 'Berkas ini sedang diterapkan. Hentikan lebih dahulu.',
  over: 'Impor ini sudah selesai.',
}

/** Why nothing of the file was taken. */
export function unreadableText(problem: UploadProblem): string {
  switch (problem.kind) {
    case 'unknownColumns':
      return 'Kolomnya tidak dikenal. Baris pertama memuat nama kolom. Pegawai: nip, name, agency, dan lainnya; riwayat: nip, type, key, label, date; unit kerja: agency, code, name, parent_code; instansi: code, name, zone.'
    case 'truncated':
      return 'Berkas terpotong. Kirim sekali lagi berkas yang utuh.'
    case 'notAnExport':
      return 'Berkas ini bukan ekspor Keycloak.'
    case 'noFile':
      return 'Berkas sudah tidak ada di server. Kirim sekali lagi.'
    case 'failed':
      return 'Terjadi gangguan saat berkas dibaca. Pengelola sistem sudah diberi tahu lewat catatan server.'
    case 'columnTwice':
      return `Kolom ${problem.column} ada dua kali.`
    case 'badCsv':
      return `CSV rusak di sekitar baris ${numberText(problem.line)}: periksa tanda kutipnya.`
    case 'tooLong':
      return `Baris ${numberText(problem.line)} lebih dari 1 MB: mungkin tanda kutip tidak ditutup.`
  }
}

export function sumText({ new: added, changed, unchanged, refused }: UploadCounts): string {
  return `${numberText(added)} baru, ${numberText(changed)} berubah, ${numberText(unchanged)} tetap, ${numberText(refused)} ditolak`
}

/** What was refused while it was read stands in the report alone, so nothing is said of it twice. */
export function takenText({ new: added, changed, unchanged }: UploadCounts): string {
  return `Selesai: ${numberText(added)} baru, ${numberText(changed)} berubah, ${numberText(unchanged)} tetap.`
}

export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [size, unit] = bytes < 1e6 ? [bytes / 1000, 'kB'] : [bytes / 1e6, 'MB']
  return `${size.toLocaleString('id-ID', { maximumFractionDigits: 1 })} ${unit}`
}

export function progressText(
  state: 'reading' | 'due' | 'applying',
  { done, total }: UploadProgress,
): string {
  const share = total === 0 ? 0 : Math.min(Math.floor((done / total) * 100), 100)
  if (state === 'reading') return `${share} %: ${sizeText(done)} dari ${sizeText(total)}`
  return `${share} %: ${numberText(done)} dari ${numberText(total)} baris`
}

export const SOURCES = {
  agencies: 'instansi',
  units: 'unit kerja',
  people: 'pegawai',
  keycloak: 'ekspor SSO lama (Keycloak)',
  history: 'riwayat pegawai',
} as const

export const NOTHING_CHANGED = 'Belum ada yang diubah oleh laporan ini.'
