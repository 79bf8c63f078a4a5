import type { Zone } from '#domain/agency.ts'
import type { CodeReason, ResetWay } from '#domain/boards/counts.ts'
import type { Day } from '#domain/boards/day.ts'
import type { Period } from '#domain/boards/period.ts'
import type { Queue } from '#domain/boards/queue.ts'
import type { Order } from '#domain/boards/ranking.ts'
import { secondsBetween } from '#domain/instant.ts'
import { countText } from '../parts/number-words.ts'
import { momentText, spanText } from '../parts/time-words.ts'

const NOTHING_YET = 'Belum ada angka untuk instansi ini. Angka pertama muncul dalam beberapa menit.'

export const ABOUT_TOTAL = 'Akun yang dinonaktifkan tidak ikut dihitung.'

export const NO_FAILED_CODES = 'Tidak ada kode yang gagal dalam kurun waktu ini.'

export const EMPTY_QUEUES = 'Tidak ada yang menunggu.'

export const NO_AGENCIES = 'Belum ada angka dari instansi mana pun.'

export const WITHOUT_UNIT = 'Tanpa unit'

export function countedText(at: Date | undefined, zone: Zone): string {
  return at ? `Angka per ${momentText(at, zone)}.` : NOTHING_YET
}

export function periodText(period: Period): string {
  switch (period) {
    case 'week':
      return '7 hari'
    case 'month':
      return '30 hari'
    case 'quarter':
      return '90 hari'
    case 'all':
      return 'Sejak awal'
  }
}

/** Of which the numbers of a row are. */
export function spanName(period: Period): 'Hari' | 'Bulan' {
  return period === 'all' ? 'Bulan' : 'Hari'
}

const DAY = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('id-ID', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** 17 Agu, or Agu 2026 */
export function startText(starts: Day, period: Period): string {
  return (period === 'all' ? MONTH : DAY).format(new Date(starts))
}

export function clockShareText(clock: number, failed: number, people: number | undefined): string {
  const whose = !people ? '' : ` (${countText(people)} orang)`
  return `${countText(clock)} dari ${countText(failed)} kode gagal karena jam HP tidak tepat${whose}.`
}

export const CLOCK_ADVICE =
  'Ingatkan pegawai untuk menyalakan waktu dan zona waktu otomatis di HP, bukan menyetel jam sendiri.'

export function reasonText(reason: CodeReason): string {
  switch (reason) {
    case 'codesLate':
      return 'Jam HP: kode sudah lewat'
    case 'codesClock':
      return 'Jam HP: terlalu cepat atau lambat'
    case 'codesZone':
      return 'Jam HP: zona waktu keliru'
    case 'codesUsed':
      return 'Kode sudah dipakai'
    case 'codesOldQr':
      return 'Kode dari QR lama'
    case 'codesWrong':
      return 'Kode salah'
  }
}

export function wayText(way: ResetWay): string {
  switch (way) {
    case 'resetsPassword':
      return 'Reset Password (Lupa Password)'
    case 'resetsRecovery':
      return 'Reset MFA dengan kode cadangan'
    case 'resetsEmail':
      return 'Reset MFA dengan email'
    case 'resetsOfficer':
      return 'Reset MFA oleh BKPSDM'
  }
}

export function queueText(queue: Queue['queue']): string {
  switch (queue) {
    case 'approvals':
      return 'Persetujuan dua orang'
    case 'urgentMails':
      return 'Email penting yang belum terkirim'
    case 'mails':
      return 'Email lain yang belum terkirim'
  }
}

export function ageText(oldest: Date, now: Date): string {
  const minutes = Math.max(Math.floor(secondsBetween(oldest, now) / 60), 0)
  return minutes === 0 ? 'kurang dari 1 menit' : spanText(minutes * 60)
}

export function restText(units: number): string {
  return `${countText(units)} unit yang lain`
}

export function orderText(order: Order): string {
  switch (order) {
    case 'percent':
      return 'Persen aktif'
    case 'total':
      return 'Akun'
    case 'activations':
      return 'Aktivasi'
    case 'lockOuts':
      return 'Terkunci'
    case 'clock':
      return 'Gagal karena jam'
    case 'name':
      return 'Nama'
  }
}

export function lineText(first: number, last: number, total: number): string {
  return `Dari ${countText(first)} menjadi ${countText(last)} akun aktif, dari ${countText(total)} akun.`
}

export function barsText(sum: number, greatest: number): string {
  return `Seluruhnya ${countText(sum)}, paling banyak ${countText(greatest)} dalam satu batang.`
}

export const BY_UNIT_CAPTION = 'Yang paling sedikit aktif lebih dahulu'

export const OVER_TIME_CAPTION = 'Angka di balik grafik, yang terbaru paling atas'
