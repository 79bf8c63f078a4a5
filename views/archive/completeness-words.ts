import type { Category, FoundSlot, Score } from '#domain/archive/completeness.ts'
import { countText } from '../parts/number-words.ts'
import { slotName } from './slot-words.ts'

const POINTS = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 })
/** More names than these make no sentence. */
const NAMED = 3

export const COMPLETENESS = 'Kelengkapan arsip'

export const NO_SCORE =
  'Untuk PPPK belum ada ketentuan skor; yang ditampilkan adalah berkas yang masih kurang.'

const NOTHING_LACKING = 'Semua berkas yang diminta sudah ada atau sedang diproses.'

export const UPLOAD = 'Unggah'
export const UPLOAD_AGAIN = 'Perbaiki dan unggah lagi'

export function categoryText(category: Category): string {
  switch (category) {
    case 'veryComplete':
      return 'Sangat Lengkap'
    case 'complete':
      return 'Lengkap'
    case 'fairlyComplete':
      return 'Cukup Lengkap'
    case 'poorlyComplete':
      return 'Kurang Lengkap'
  }
}

/** Hundredths of a point as 77,5. */
export function pointsText(hundredths: number): string {
  return POINTS.format(hundredths / 100)
}

export function scoreText({ total }: Pick<Score, 'total'>): string {
  return `${pointsText(total)} dari 100`
}

export function sharesText({ main, conditional }: Score): string {
  return `Arsip Utama ${pointsText(main)} dari 90, Arsip Kondisional ${pointsText(conditional)} dari 10. Berkas dihitung setelah terverifikasi; DRH dan riwayat yang masih kosong dihitung penuh.`
}

/** Kurang 2: SK PNS; DRH. Of many the first are named. */
export function lackingText(gaps: readonly FoundSlot[]): string {
  if (gaps.length === 0) return NOTHING_LACKING
  const named = gaps.slice(0, NAMED).map(slotName)
  const others = gaps.length - named.length
  const rest = others > 0 ? `; dan ${countText(others)} lainnya` : ''
  return `Kurang ${countText(gaps.length)}: ${named.join('; ')}${rest}.`
}
