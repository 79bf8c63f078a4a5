import type { Zone } from '#domain/agency.ts'
import type { Remedy } from '#domain/archive/incident.ts'
import { dayText } from '../../parts/time-words.ts'

export const LOSS = {
  kept: 'Isian, riwayat, dan status berkas ini tidak hilang. Berkas ini sudah masuk daftar arsiparis instansi penyimpan untuk dipulihkan dari cadangan.',
  resend: 'Kirim lagi berkas ini',
  page: 'Gambar halaman ini sedang tidak dapat ditampilkan, karena tidak ada salinannya yang utuh.',
  pageNext: 'Bila berkas PDF-nya utuh, unduh PDF-nya untuk membaca halaman ini.',
} as const

/** Of pages whose picture is lost while the file is whole. */
export function picturesLostText(pages: string): string {
  return `Gambar ${pages} sedang tidak dapat ditampilkan. Berkas PDF-nya utuh: unduh untuk membacanya. Tidak ada yang perlu dikirim lagi.`
}

export function lossText(since: Date, zone: Zone): string {
  return `Berkas PDF ini sedang tidak dapat dibuka: sejak ${dayText(since, zone)} diketahui tidak ada salinannya yang utuh.`
}

/** `mayAdd`: whoever reads this can send it again. */
export function lossNextText(
  remedy: Remedy,
  { mayAdd, isOwn }: { mayAdd: boolean; isOwn: boolean },
): string {
  if (remedy === 'replaced') return REPLACED
  if (remedy !== 'sendAgain' || !mayAdd) return isOwn ? WAIT_OWN : WAIT
  return isOwn ? RESEND_OWN : RESEND
}

const REPLACED = 'Versi ini sudah digantikan, jadi tidak ada yang perlu dikirim lagi.'
const WAIT_OWN =
  'Tidak ada yang perlu Anda kirim. Bila Anda masih menyimpan berkasnya, simpan baik-baik dan beri tahu BKPSDM instansi Anda.'
const WAIT = 'Arsip ini tidak menerima versi baru. Pemulihannya hanya dari cadangan.'
const RESEND_OWN =
  'Bila Anda masih menyimpan berkasnya, kirim lagi sebagai versi baru, juga bila berkasnya sama persis. Bila tidak, Anda tidak perlu berbuat apa-apa: BKPSDM instansi Anda yang menindaklanjuti.'
const RESEND =
  'Bila pegawai atau unit masih menyimpan berkasnya, kirim lagi sebagai versi baru, juga bila berkasnya sama persis.'
