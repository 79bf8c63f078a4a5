import type { Zone } from '#domain/agency.ts'
import { percentOf } from '#domain/boards/standing.ts'
import type { ToldCount } from '#domain/embed/progress.ts'
import { FEWEST_TOLD } from '#domain/embed/progress.ts'
import { countText, percentText } from '../parts/number-words.ts'
import { momentText } from '../parts/time-words.ts'

export const NEW_TAB = 'Tautan terbuka di tab baru.'

export const SIGN_IN_BOX = {
  title: 'Masuk ke ASN Digital',
  lead: 'Satu pintu layanan kepegawaian bagi PNS, CPNS, dan PPPK.',
  button: 'Masuk',
}

export const VERIFICATION_BOX = {
  lead: 'Periksa apakah sebuah dokumen kepegawaian asli dan masih berlaku.',
  open: 'Buka halaman verifikasi',
}

export const HELP_BOX = { all: 'Bantuan lainnya' }

export const ACTIVATION_BOX = {
  title: 'Aktivasi akun ASN Digital',
  table: 'Aktivasi akun',
  state: 'Keadaan',
  accounts: 'Akun',
  share: 'Persen',
  activated: 'Sudah aktif',
  left: 'Belum aktif',
  all: 'Seluruh akun',
  notCounted: 'Belum ada angka untuk instansi ini.',
  tooFew: `Angka tidak ditampilkan karena menyangkut kurang dari ${FEWEST_TOLD} orang.`,
  small: `Jumlah di bawah ${FEWEST_TOLD} orang tidak ditampilkan, supaya tidak seorang pun dapat dikenali.`,
}

export function countedText(at: Date, zone: Zone): string {
  return `Angka per ${momentText(at, zone)}.`
}

/** Phishing lives on pages that look like ours: the address is what tells them apart. */
export function onlyHereText(origin: string): string {
  return `Halaman masuk terbuka di tab baru. Ketik password dan kode OTP hanya bila alamatnya diawali ${origin}/.`
}

export function toldText({ kind, count }: ToldCount): string {
  return sized(kind, countText(count))
}

export function toldShareText({ kind, count }: ToldCount, total: number): string {
  return sized(kind, percentText(percentOf(count, total)))
}

/** What the bar says to whoever cannot see it. */
export function barText(activated: ToldCount, total: number): string {
  return `Sudah aktif ${toldShareText(activated, total)}`
}

function sized(kind: ToldCount['kind'], text: string): string {
  switch (kind) {
    case 'exactly':
      return text
    case 'under':
      return `kurang dari ${text}`
    case 'over':
      return `lebih dari ${text}`
  }
}
