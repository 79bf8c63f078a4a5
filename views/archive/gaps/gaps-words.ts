import type { Zone } from '#domain/agency.ts'
import type { Rank } from '#domain/archive/completeness.ts'
import { countText } from '../../parts/number-words.ts'
import { momentText } from '../../parts/time-words.ts'
import { categoryText, pointsText } from '../completeness-words.ts'

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
  nobodyInUnit:
    'Tidak ada pegawai yang arsipnya kurang di unit kerja ini. Pilih unit lain, atau semua unit kerja.',
  nobodyMore: 'Tidak ada pegawai lain yang arsipnya kurang.',
  next: 'Berikutnya',
  first: 'Dari awal',
  file: 'Unduh sebagai CSV',
  print: 'Cetak halaman ini',
  part: 'Ini hanya sebagian daftar; seluruhnya ada dalam unduhan CSV.',
  fileTitle: 'Unduh laporan kekurangan berkas',
  fileText:
    'Berkas CSV untuk Excel berisi NIP, nama, jenis ASN, unit kerja, skor, jumlah kekurangan, dan dokumen yang kurang atau dikembalikan.',
  ranks: 'Kelengkapan arsip pegawai',
  ranksTitle: 'Jumlah pegawai menurut kelengkapan arsipnya',
  toRanks: 'Lihat jumlah pegawai menurut kelengkapan',
  rank: 'Kelengkapan',
  people: 'Pegawai',
  noScore: 'tanpa skor',
  noUnit: 'tanpa unit',
} as const

/** On paper the choice of the unit is not seen, and a list is of its moment. */
export function printedText(unit: string | undefined, now: Date, zone: Zone): string {
  return `${unit ?? GAPS.allUnits}, dicetak ${momentText(now, zone)}.`
}

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

/** In the order in which they are shown. */
export const RANKS = [
  'veryComplete',
  'complete',
  'fairlyComplete',
  'poorlyComplete',
  'noScore',
  'uncounted',
] as const satisfies readonly Rank[]

const SHORT: Record<Rank, string> = {
  veryComplete: 'Sangat',
  complete: 'Lengkap',
  fairlyComplete: 'Cukup',
  poorlyComplete: 'Kurang',
  noScore: 'PPPK',
  uncounted: 'Belum',
}

export function rankText(rank: Rank): { name: string; short: string } {
  const short = SHORT[rank]
  if (rank === 'noScore') return { name: 'PPPK, tanpa skor', short }
  if (rank === 'uncounted') return { name: 'Belum dihitung', short }
  return { name: categoryText(rank), short }
}

/** The list is of this moment, what is drawn is not. */
export function countedOnText(at: Date | undefined, zone: Zone): string {
  return at
    ? `Dihitung ${momentText(at, zone)}, setiap jam sekali.`
    : 'Belum dihitung. Angka pertama muncul dalam beberapa menit.'
}
