import type { Zone } from '#domain/agency.ts'
import {
  isFileLost,
  type LostPart,
  type Remedy,
  runsOf,
  TOLD_DAYS,
} from '#domain/archive/incident.ts'
import { countText } from '../../parts/number-words.ts'
import { dayText } from '../../parts/time-words.ts'

export const INCIDENTS = {
  title: 'Berkas tanpa salinan sehat',
  lead: 'Dari berkas berikut tidak ada salinan yang utuh di tempat penyimpanan mana pun. Data, riwayat, dan kuncinya tetap ada: begitu salinan yang utuh kembali, berkas dapat dibuka lagi.',
  none: 'Semua berkas memiliki salinan yang sehat, atau belum diketahui ada yang rusak.',
  caption: 'Berkas yang perlu dipulihkan, yang paling lama lebih dahulu',
  captionEnded: 'Berkas yang sudah pulih, yang terbaru lebih dahulu',
  ended: `Sudah pulih dalam ${TOLD_DAYS} hari terakhir`,
  noneEnded: `Tidak ada berkas yang pulih dalam ${TOLD_DAYS} hari terakhir.`,
  mended: 'Berkas yang sudah pulih',
  allEnded: 'Seluruh daftar yang sudah pulih',
  open: 'Berkas yang belum pulih',
  more: 'Berikutnya',
  first: 'Kembali ke awal daftar',
  board: 'Kembali ke Kesehatan arsip',
  held: 'Ditahan',
  own: 'Arsip Anda sendiri',
  paper: 'Dokumen pemusnahan',
  see: 'Lihat berkas mana dan langkah pemulihannya',
  ofAgencies:
    'Berkas mana yang dimaksud dilihat arsiparis instansi masing-masing, di halaman Kesehatan arsip.',
} as const

export const STEPS = {
  title: 'Cara memulihkan',
  backup:
    'Minta pengelola sistem mengembalikan berkas dari cadangan tempat penyimpanan. Portal menemukannya sendiri dalam satu jam, memeriksanya, dan membuat salinan keduanya.',
  resend:
    'Bila tidak ada cadangannya, minta pemilik atau petugas unggah mengirim berkas yang sama sekali lagi. Kiriman itu diverifikasi seperti biasa dan menjadi versi yang berlaku.',
} as const

export function sinceText(at: Date, zone: Zone): string {
  return `Sejak ${dayText(at, zone)}`
}

export function mendedText(at: Date, zone: Zone): string {
  return `Sudah pulih sejak ${dayText(at, zone)}`
}

export function remedyText(remedy: Remedy): string {
  return REMEDY[remedy]
}

const REMEDY: Record<Remedy, string> = {
  sendAgain: 'Pulihkan dari cadangan, atau minta pemiliknya mengirim lagi.',
  backup: 'Hanya dari cadangan: arsip ini tidak lagi menerima versi baru.',
  replaced: 'Hanya dari cadangan: sudah ada versi baru yang berlaku.',
  pictures: 'Pulihkan dari cadangan. PDF-nya sendiri utuh dan dapat diunduh.',
  none: 'Tidak perlu dipulihkan: berkas ini tidak diterima.',
}

export const PAPER_REMEDY = 'Hanya dari cadangan: dokumen ini tidak dapat dibuat ulang.'

/** Berkas PDF; gambar halaman 1 sampai 3, 7 */
export function partsText(parts: readonly LostPart[]): string {
  const pagesOf = (...kinds: LostPart['kind'][]) =>
    parts.filter(({ kind }) => kinds.includes(kind)).map(({ page }) => page)
  const [pictures, texts] = [pagesOf('preview', 'thumbnail'), pagesOf('text')]
  const told = [
    ...(isFileLost(parts) ? ['berkas PDF'] : []),
    ...(pictures.length > 0 ? [`gambar ${pagesText(pictures)}`] : []),
    ...(texts.length > 0 ? [`teks ${pagesText(texts)}`] : []),
  ].join('; ')
  return told.charAt(0).toUpperCase() + told.slice(1)
}

const RUNS = 6

/** halaman 1 sampai 3, 7; of many runs the first, and that there are more. */
export function pagesText(pages: readonly number[]): string {
  const runs = runsOf(pages)
  const texts = runs
    .slice(0, RUNS)
    .map(({ from, to }) =>
      from === to ? countText(from) : `${countText(from)} sampai ${countText(to)}`,
    )
  return `halaman ${texts.join(', ')}${runs.length > RUNS ? ', dan lainnya' : ''}`
}
