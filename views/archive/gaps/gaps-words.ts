import { countText } from '../../parts/number-words.ts'
import { pointsText } from '../completeness-words.ts'

export const GAPS = {
  title: 'Laporan kekurangan berkas',
  lead: 'Pegawai yang arsipnya kurang, yang paling banyak kekurangannya lebih dahulu. Dokumen rahasia tidak ikut dihitung.',
  unit: 'Unit kerja',
  allUnits: 'Semua unit kerja',
  show: 'Tampilkan',
  caption: 'Pegawai yang arsipnya kurang',
  person: 'Pegawai',
  lacking: 'Kekurangan',
  nobody: 'Tidak ada pegawai yang arsipnya kurang.',
  nobodyMore: 'Tidak ada pegawai lain yang arsipnya kurang.',
  next: 'Berikutnya',
  first: 'Dari awal',
  file: 'Unduh sebagai CSV',
  fileTitle: 'Unduh laporan kekurangan berkas',
  fileText:
    'Berkas CSV untuk Excel berisi NIP, nama, jenis ASN, unit kerja, skor, jumlah kekurangan, dan dokumen yang kurang atau dikembalikan.',
  noScore: 'tanpa skor',
  noUnit: 'tanpa unit',
} as const

/** Kurang 12, dikembalikan 1, dalam proses 2 */
export function countsText(found: { missing: number; returned: number; waiting: number }): string {
  const parts = [
    found.missing > 0 && `kurang ${countText(found.missing)}`,
    found.returned > 0 && `dikembalikan ${countText(found.returned)}`,
    found.waiting > 0 && `dalam proses ${countText(found.waiting)}`,
  ].filter(Boolean)
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function gapScoreText(score: number | undefined): string {
  return score === undefined ? GAPS.noScore : `skor ${pointsText(score)}`
}
