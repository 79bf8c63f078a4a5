import { dayText } from '../parts/time-words.ts'
import { numberText } from './progress-words.ts'

/** Why files could not be read at all. */
export type ProblemProps =
  | { kind: 'noFile' | 'noKnownFiles' | 'mixedFiles' | 'unknownColumns'; path: string }
  | { kind: 'truncated' | 'notAnExport'; path: string }
  | { kind: 'columnTwice'; column: string }
  | { kind: 'badCsv' | 'tooLong'; line: number }
  | { kind: 'anotherIsRunning' }

export function importProblemText(problem: ProblemProps): string {
  switch (problem.kind) {
    case 'noFile':
      return `Berkas atau folder ${problem.path} tidak ada.`
    case 'noKnownFiles':
      return `Di ${problem.path} tidak ada berkas .csv, .ndjson, atau .json.`
    case 'mixedFiles':
      return `Berkas di ${problem.path} tidak sejenis. Pisahkan instansi, unit kerja, pegawai, riwayat, dan ekspor Keycloak.`
    case 'unknownColumns':
      return `Kolom di ${problem.path} tidak dikenal. Pegawai: nip, …; riwayat: nip, type, key, label, date; unit kerja: agency, code, name, parent_code; instansi: code, name, zone. Lihat docs/import.md.`
    case 'truncated':
      return `Berkas ${problem.path} terpotong. Tidak ada yang diimpor.`
    case 'notAnExport':
      return `Berkas ${problem.path} bukan ekspor Keycloak. Tidak ada yang diimpor.`
    case 'columnTwice':
      return `Kolom ${problem.column} ada dua kali.`
    case 'badCsv':
      return `CSV rusak di sekitar baris ${problem.line}: periksa tanda kutipnya. Tidak ada yang diimpor.`
    case 'tooLong':
      return `Baris ${problem.line} lebih dari 1 MB: mungkin tanda kutip tidak ditutup. Tidak ada yang diimpor.`
    case 'anotherIsRunning':
      return 'Impor lain sedang berjalan. Tunggu sampai selesai.'
  }
}

export const READING = 'Membaca  '
export const APPLYING = 'Menerapkan'

export function stagedText(report: string): string {
  return `Belum ada yang diubah. Laporan lengkap: ${report}\nTerapkan dengan perintah yang sama dan --apply.`
}

export const GOING_ON = 'Melanjutkan impor yang sudah dibaca dari berkas ini.'
export const DISCARDED = 'Data impor yang belum diterapkan sudah dihapus.'
export const NOTHING_STAGED = 'Tidak ada data impor yang menunggu.'

/** R-HA-05: what of the old SSO still waits for its owners. */
export function legacyText(lines: readonly { algorithm: string; count: number; oldest: Date }[]) {
  if (lines.length === 0) return 'Tidak ada hash lama yang belum dipakai.'
  const rows = lines.map(
    ({ algorithm, count, oldest }) =>
      `  ${numberText(count)}  ${algorithm}, tertua sejak ${dayText(oldest, 'WIB')}`,
  )
  return ['Hash lama yang belum dipakai (dihapus 180 hari sesudah diimpor):', ...rows].join('\n')
}

export const USAGE = `Pemakaian:
  npm run asn -- import BERKAS|FOLDER [--apply] [--with-otp] [--report BERKAS]
  npm run asn -- import --discard
  npm run asn -- first-admins NIP NIP
  npm run asn -- legacy-passwords
  npm run asn -- keys rotate|dump|check
  npm run asn -- keys load BERKAS
  npm run asn -- archive check
  npm run asn -- archive lost main|copy
  npm run asn -- archive reopen NIP NIP
  npm run asn -- log key NAMA
  npm run asn -- log verify [--full] [--files]
  npm run asn -- log recover NIP NIP
  npm run asn -- synthetic --people N [--seed S] [--out FOLDER]`
