import type { RenewalReason } from '#domain/mfa/recovery-code.ts'

/** `wanted`: the set is a good one, but its owner asks for another. */
export type OfferReason = RenewalReason | 'wanted'

/** `device`: the one just activated, if that is what led here. */
export function savingText(device: string | undefined): string {
  const done = device === undefined ? '' : `MFA aktif di perangkat ${device}. `
  return `${done}Simpan 10 kode cadangan ini; kode hanya ditampilkan sekali.`
}

/** Where nobody has just activated: what the new set does to the old one. */
export const NEW_SET = '10 kode cadangan baru. Kode yang lama tidak berlaku lagi.'

export const WHAT_FOR =
  'Bila HP hilang atau rusak, satu kode cadangan menggantikan Kode OTP. Setiap kode hanya sekali pakai. Tulis atau cetak, lalu simpan terpisah dari HP ini; unduhan di HP ini ikut hilang bila HP hilang.'

export const HOW_TO_USE = 'Cara memakai: di halaman Verifikasi tekan Pakai kode cadangan.'

export const SHARED_COMPUTER = 'Di komputer bersama jangan mengunduh, atau hapus berkasnya.'

export const PRINT_BY_MENU = 'Untuk mencetak, pakai menu Cetak (Ctrl+P) di browser.'

/** Codes that do not exist cannot become void. */
export function newSetText(reason: OfferReason): string {
  return reason === 'none'
    ? 'Anda dapat membuat 10 kode cadangan. Bila HP hilang atau rusak, satu kode menggantikan Kode OTP.'
    : 'Anda dapat membuat 10 kode cadangan baru. Kode yang lama tidak berlaku lagi setelah itu.'
}

/** Why a new set is offered. */
export function reasonText(reason: OfferReason, left: number): string {
  switch (reason) {
    case 'none':
      return 'Anda belum memiliki kode cadangan yang berlaku.'
    case 'unsaved':
      return 'Kode cadangan yang dibuat sebelumnya belum ditandai tersimpan dan tidak dapat ditampilkan lagi.'
    case 'few':
      return `Kode cadangan Anda tinggal ${left}.`
    case 'wanted':
      return `Kode cadangan Anda masih ${left} dan tidak dapat ditampilkan lagi. Hilang, atau terlihat orang lain?`
  }
}
