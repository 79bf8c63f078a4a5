import type { Told } from '#domain/notice/notice.ts'
import { countText } from '../parts/number-words.ts'

export const LOG_LINK = 'Log transparansi'

/** To national admins and auditors; where each difference is stands on the page, not in a mail. */
export function logDiffersWords({ differences }: Told & { kind: 'logDiffers' }) {
  return {
    subject: 'Perbedaan antara log dan data',
    happened: `Pencocokan log menemukan ${countText(differences)} perbedaan antara log, tabel, dan berkas. Tidak ada yang diperbaiki dengan sendirinya.`,
    ifYou:
      'Buka halaman Log transparansi, lihat perbedaan yang disebut di sana, lalu tentukan bersama pengelola basis data apa yang benar.',
  }
}
