import type { CaptchaProblem } from '#domain/captcha/try.ts'
import { clockText } from '../parts/time-words.ts'

export const captchaWords = {
  title: 'Pemeriksaan keamanan',
  choose: 'Pilih salah satu cara di bawah ini.',
  busy: 'Memeriksa browser Anda…',
  done: 'Browser Anda sudah diperiksa. Silakan lanjutkan.',
  otherWays: 'Gambar, suara, atau tunggu 60 detik',
  picture: 'Gambar 6 huruf dan angka. Bila tidak terbaca, pakai suara atau tunggu 60 detik.',
  sound: 'Suara: empat kelompok bunyi',
  answer: 'Jawaban dari gambar atau suara',
  answerHint:
    'Gambar: ketik 6 huruf dan angka; huruf besar atau kecil sama saja. Suara: hitung bunyi pada tiap kelompok, misalnya 3-1-4-2.',
  wait: 'Tunggu 60 detik tanpa captcha',
}

/** The alert of a page whose form needs the check. */
export const CAPTCHA_DUE = 'Selesaikan pemeriksaan keamanan ini dahulu.'

/**
 * What there is to say besides CAPTCHA_DUE, if anything. Before sign-in nobody's agency is known,
 * so times are told in WIB.
 */
export function captchaProblemText(problem: CaptchaProblem): string | undefined {
  switch (problem.kind) {
    case 'unanswered':
      return undefined
    case 'gone':
      return 'Pemeriksaan keamanan tadi sudah dipakai atau sudah lewat 10 menit. Selesaikan yang baru ini.'
    case 'wrong':
      return `Jawaban pemeriksaan keamanan salah. Sisa ${problem.left} percobaan; atau pilih tunggu 60 detik.`
    case 'tooManyWrong':
      return 'Tiga jawaban salah. Selesaikan pemeriksaan keamanan yang baru ini, atau pilih tunggu 60 detik.'
    case 'waiting':
      return `Silakan tunggu sampai pukul ${secondText(problem.until)} (${problem.seconds} detik lagi), lalu kirim lagi formulir ini.`
    case 'anotherWaits':
      return `Orang lain di jaringan Anda sedang menunggu. Pilih lagi tunggu 60 detik setelah pukul ${secondText(problem.until)} (${problem.seconds} detik lagi), atau pakai gambar atau suara.`
  }
}

export function waitText(until: Date): string {
  return `Tanpa captcha: kirim formulir ini mulai pukul ${secondText(until)}.`
}

/** Rounded up: whoever comes at that second is not sent away. */
function secondText(moment: Date): string {
  return clockText(new Date(Math.ceil(moment.getTime() / 1000) * 1000), 'WIB')
}
