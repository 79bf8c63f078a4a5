import { secondsBetween } from '#domain/instant.ts'
import type { SessionClock } from '../page.tsx'
import { timeText, waitText } from '../parts/time-words.ts'

export const SESSION_OVER = 'Sesi Anda sudah berakhir. Silakan masuk lagi.'

export const SESSION_OVER_WHY =
  'Demi keamanan, sesi ditutup setelah beberapa waktu tanpa kegiatan, atau diakhiri dari tempat lain, misalnya karena password diganti. Isian yang belum dikirim tidak tersimpan.'

/** Nobody can put off the end of the twelve hours, so nothing is said of being idle then. */
export function runningText({ endsAt, zone, canExtend, extended }: SessionClock): string {
  if (canExtend && extended) return `Sesi diperpanjang sampai pukul ${timeText(endsAt, zone)}.`
  const end = `Sesi berakhir pukul ${timeText(endsAt, zone)}`
  return canExtend ? `${end} bila tidak ada kegiatan.` : `${end}.`
}

/** "Sesi Anda berakhir dalam 2 menit.", and what is true when less is left. */
export function warningText({ now, endsAt }: SessionClock): string {
  const isLastMinute = secondsBetween(now, endsAt) < 60
  return `Sesi Anda berakhir dalam ${isLastMinute ? 'kurang dari 1 menit' : waitText(now, endsAt)}.`
}

export const LAST_MINUTES = 'Simpan pekerjaan Anda; setelah itu silakan masuk lagi.'
