import type { HelpTopic } from './help-topics.ts'
import { paths } from './paths.ts'
import { STALE, slowedTold } from './sign-in/sign-in-words.ts'

/** What happened, what to do next, where to go, and the paragraph that tells more. */
export type Failure = {
  title: string
  text: string
  next: string
  way: { label: string; path: string }
  topic: HelpTopic
}

const TO_SIGN_IN = { label: 'Ke halaman Masuk', path: paths.signIn }
const TO_LANDING = { label: 'Ke halaman depan', path: paths.landing }

export const NOT_FOUND: Failure = {
  title: 'Halaman tidak ditemukan',
  text: 'Halaman ini tidak ada.',
  next: 'Periksa alamatnya, atau mulai dari halaman depan.',
  way: TO_LANDING,
  topic: 'halaman-tidak-ada',
}

export const STALE_PAGE: Failure = {
  title: 'Kirim sekali lagi',
  text: STALE.text,
  next: 'Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi. Bila tetap gagal, mulai dari halaman Masuk.',
  way: TO_SIGN_IN,
  topic: 'halaman-tidak-berlaku',
}

export const TOO_LARGE: Failure = {
  title: 'Kiriman terlalu besar',
  text: 'Isian yang dikirim terlalu besar.',
  next: 'Kembali ke halaman sebelumnya, kurangi isinya, lalu kirim lagi.',
  way: TO_LANDING,
  topic: 'halaman-tidak-berlaku',
}

export const UNPROCESSABLE: Failure = {
  title: 'Isian tidak dapat dibaca',
  text: 'Isian yang dikirim tidak lengkap atau tidak dapat dibaca.',
  next: 'Kembali ke halaman sebelumnya, muat ulang, lalu isi dan kirim lagi.',
  way: TO_SIGN_IN,
  topic: 'halaman-tidak-berlaku',
}

export const UNAVAILABLE: Failure = {
  title: 'Sedang tidak dapat dilayani',
  text: 'ASN Digital sedang tidak dapat melayani.',
  next: 'Silakan coba beberapa menit lagi. Data Anda aman.',
  way: TO_SIGN_IN,
  topic: 'server-sibuk',
}

export function tooMany(until: Date, seconds: number): Failure {
  return {
    title: 'Terlalu banyak percobaan',
    text: slowedTold(until, seconds).text,
    next: 'Akun Anda tidak dikunci; cukup tunggu sampai waktu itu.',
    way: TO_SIGN_IN,
    topic: 'terlalu-banyak-percobaan',
  }
}

/** `reference` finds the log line; whoever helps asks for it. */
export function broken(reference: string): Failure {
  return {
    title: 'Terjadi gangguan',
    text: 'Terjadi gangguan di pihak kami. Silakan coba beberapa menit lagi.',
    next: `Bila tetap terjadi, sampaikan nomor rujukan ${reference} kepada BKPSDM instansi Anda.`,
    way: TO_LANDING,
    topic: 'server-sibuk',
  }
}
