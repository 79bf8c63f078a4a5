import type { Share, ShareStanding } from '#domain/archive/share/share.ts'
import type { Scan } from '#domain/archive/version.ts'
import type { Told } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import { STALE } from '../../sign-in/sign-in-words.ts'

/** For whoever got a link; nobody's agency is known of them, so times are told in WIB (R-IN-01). */
export const SHARED = {
  title: 'Berkas yang dibagikan kepada Anda',
  lead: 'Seorang ASN membagikan satu berkas arsipnya kepada Anda lewat tautan.',
  token: 'Tautan',
  tokenHint:
    'Sudah terisi bila Anda membuka tautannya. Bila kosong, tempel seluruh tautan di sini.',
  pin: 'PIN',
  pinHint: 'Kosongkan bila pengirim tidak memberi PIN.',
  logged: 'Pemilik berkas melihat kapan berkas dibuka dan diunduh.',
  button: 'Buka berkas',
  owner: 'Pemilik',
  agency: 'Instansi',
  recipient: 'Dibagikan kepada',
  purpose: 'Untuk',
  verifiedAt: 'Terverifikasi',
  until: 'Tautan berlaku sampai',
  superseded:
    'Perhatian: berkas ini sudah digantikan versi yang lebih baru. Minta pemiliknya membagikan versi itu.',
  download: 'Unduh PDF',
  pages: 'Halaman',
  check: 'Keaslian berkas',
  checkText:
    'Unduhan dapat diperiksa keasliannya kapan saja, juga sesudah tautan ini berakhir: pindai QR ini, atau ketik kodenya di halaman',
  checkLink: 'Verifikasi keaslian dokumen',
  onlyThis:
    'Gunakan berkas ini hanya untuk keperluan di atas. Data pribadi di dalamnya dilindungi UU 27/2022.',
  noMore: 'Berkas ini tidak terbuka lagi di sini',
  openAgain: 'Buka dengan tautan',
} as const

/** Why something is read no further where it was open. */
export const NO_MORE = {
  over: 'Buka lagi lewat tautan yang Anda terima. Bila tautan itu sudah berakhir, hubungi pengirimnya.',
  tooManyDownloads:
    'Berkas ini sudah diunduh sepuluh kali di sini. Pakai unduhan yang sudah ada, atau buka lagi lewat tautannya sejam sesudah dibuka.',
} as const

export const SHARED_FIELDS = { token: 'tautan', pin: 'pin' } as const

export type SharedProblem =
  | Exclude<ShareStanding, { kind: 'open' }>
  | { kind: 'tokenMissing' }
  | { kind: 'unknownLink' }
  | { kind: 'pinMissing' }
  | { kind: 'pinWrong'; left: number }
  | { kind: 'stale' }

export function sharedTold(problem: SharedProblem): Told {
  const topic = 'tautan-berbagi' as const
  switch (problem.kind) {
    case 'tokenMissing':
      return {
        text: 'Tempel tautan yang Anda terima, seluruhnya.',
        topic,
        field: SHARED_FIELDS.token,
      }
    case 'unknownLink':
      return {
        text: 'Tautan ini tidak dikenal. Periksa apakah tersalin seluruhnya.',
        topic,
        field: SHARED_FIELDS.token,
      }
    case 'pinMissing':
      return {
        text: 'Tautan ini dilindungi PIN. Ketik 6 angka yang diberikan pengirim.',
        topic,
        field: SHARED_FIELDS.pin,
      }
    case 'pinWrong':
      return {
        text: `PIN salah. Sisa ${problem.left} percobaan, sesudah itu tautan ditutup.`,
        topic,
        field: SHARED_FIELDS.pin,
      }
    case 'expired':
      return {
        text: `Tautan ini berakhir pada ${momentText(problem.at, 'WIB')}. Minta tautan baru kepada pengirimnya.`,
        topic,
      }
    case 'usedUp':
      return {
        text: 'Tautan ini sudah dibuka sebanyak yang diizinkan. Minta tautan baru kepada pengirimnya.',
        topic,
      }
    case 'ended':
      return { text: endedText(problem.because), topic }
    case 'stale':
      return STALE
  }
}

/** What concerns its owner alone is not told to others. */
function endedText(because: Extract<Share, { state: 'ended' }>['because']): string {
  switch (because) {
    case 'wrongPins':
      return 'PIN salah lima kali, jadi tautan ini ditutup. Minta tautan baru kepada pengirimnya.'
    case 'revoked':
      return 'Verifikasi berkas ini dicabut, jadi tautannya tidak dapat dibuka lagi. Hubungi pengirimnya.'
    case 'person':
    case 'account':
    case 'destruction':
    case 'restore':
      return 'Tautan ini sudah diakhiri dan tidak dapat dibuka lagi. Bila perlu, hubungi pengirimnya.'
  }
}

/** I6: what nobody scanned is never called clean, by whatever way it leaves. */
export function scanText(scan: Scan): string | undefined {
  return scan === 'notScanned'
    ? 'Berkas ini belum dipindai dari perangkat lunak berbahaya. Buka dengan program PDF yang mutakhir.'
    : undefined
}

export function pageText(page: number, pages: number): string {
  return `Halaman ${page} dari ${pages}`
}
