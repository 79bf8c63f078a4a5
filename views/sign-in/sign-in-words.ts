import type { Zone } from '#domain/agency.ts'
import type { MfaLeft } from '#domain/reset/reset.ts'
import type { HelpTopic } from '../help-topics.ts'
import type { Told } from '../parts/problem.tsx'
import { clockText, spanText } from '../parts/time-words.ts'

export type SignInProblem =
  | { kind: 'notNipShaped' }
  | { kind: 'wrong' }
  | { kind: 'slowed'; until: Date; seconds: number }
  | { kind: 'captchaDue' }
  | { kind: 'closedToNewBrowsers' }
  | { kind: 'busy'; seconds: number }
  | { kind: 'disabled' }
  | { kind: 'frozen' }
  | { kind: 'stale' }

export type SignInNotice = 'tooLate' | 'signInOver' | MfaLeft

export const NIP_HINT = 'NIP, NI PPPK, atau nama pengguna MyASN.'

export const FORGOTTEN_HINT = 'Lupa password, atau tidak dapat masuk?'

/** Where those go on who cannot sign in yet, or no more. */
export const WAYS: readonly { topic: HelpTopic; text: string }[] = [
  { topic: 'persiapan', text: 'Baru pertama kali masuk? Lihat yang perlu disiapkan' },
  { topic: 'ganti-hp', text: 'Ganti HP, HP hilang, atau terkunci?' },
]

export const FIVE_WRONG = 'Lima kode salah. Demi keamanan, silakan masuk lagi dari awal.'

export const STALE: Told = {
  text: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
  topic: 'halaman-tidak-berlaku',
}

/** Before sign-in nobody's agency is known, so times are told in WIB (R-IN-01). */
export function signInTold(problem: SignInProblem): Told {
  switch (problem.kind) {
    case 'notNipShaped':
      return {
        text: 'NIP atau NI PPPK terdiri dari 18 angka. Periksa kembali.',
        topic: 'nip-atau-password-salah',
        field: 'username',
      }
    case 'wrong':
      return {
        text: 'NIP atau password salah. Periksa kembali, lalu coba lagi.',
        topic: 'nip-atau-password-salah',
        field: 'username',
        either: 'password',
      }
    case 'slowed':
      return slowedTold(problem.until, problem.seconds)
    case 'captchaDue':
      return {
        text: 'Selesaikan pemeriksaan keamanan ini dahulu.',
        topic: 'terlalu-banyak-percobaan',
      }
    case 'closedToNewBrowsers':
      return {
        text: 'Masuk dari browser baru sedang ditutup untuk NIP ini. Gunakan Reset Password (Lupa Password), atau browser yang biasa Anda pakai.',
        topic: 'terlalu-banyak-percobaan',
      }
    case 'busy':
      return busyTold(problem.seconds)
    case 'disabled':
      return {
        text: 'Akun Anda dinonaktifkan. Hubungi BKPSDM instansi Anda.',
        topic: 'akun-nonaktif',
      }
    case 'frozen':
      return {
        text: 'Akun Anda ditahan karena laporan Bukan saya. Buka kembali lewat Reset Password (Lupa Password), dengan kode dari perangkat lama atau BKPSDM.',
        topic: 'akun-ditahan',
      }
    case 'stale':
      return STALE
  }
}

export function slowedTold(until: Date, seconds: number, zone: Zone = 'WIB'): Told {
  const at = clockText(until, zone)
  return {
    text: `Terlalu banyak percobaan. Silakan coba lagi pukul ${at} (${spanText(seconds)} lagi).`,
    topic: 'terlalu-banyak-percobaan',
  }
}

export function busyTold(seconds: number): Told {
  return {
    text: `Server sedang sibuk. Silakan coba lagi dalam ${spanText(seconds)}.`,
    topic: 'server-sibuk',
  }
}

export function noticeText(notice: SignInNotice): string {
  switch (notice) {
    case 'tooLate':
      return 'Waktu verifikasi habis. Silakan masuk lagi.'
    case 'signInOver':
      return FIVE_WRONG
    case 'none':
    case 'reactivation':
    case 'kept':
      return `Password baru tersimpan dan semua sesi diakhiri. Silakan masuk; ${MFA_LEFT[notice]}`
  }
}

const MFA_LEFT: Record<MfaLeft, string> = {
  none: 'Anda akan diminta mengaktifkan MFA.',
  reactivation: 'Anda akan diminta mengaktifkan MFA lagi.',
  kept: 'kode dari perangkat Anda tetap berlaku.',
}
