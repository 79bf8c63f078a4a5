/** `device`: the one just activated, if that is what led here. */
export function savingText(device: string | undefined): string {
  const done = device === undefined ? '' : `MFA aktif di perangkat ${device}. `
  return `${done}Simpan 10 kode cadangan ini; kode hanya ditampilkan sekali.`
}

export const WHAT_FOR =
  'Bila HP hilang atau rusak, satu kode menggantikan Kode OTP. Setiap kode hanya dapat dipakai sekali. Simpan di tempat yang hanya Anda ketahui.'

export const PRINT_BY_MENU = 'Untuk mencetak, pakai menu Cetak (Ctrl+P) di browser.'

export const NEVER_SAVED =
  'Kode cadangan yang dibuat sebelumnya belum ditandai tersimpan dan tidak dapat ditampilkan lagi.'

export const NEW_SET_VOIDS_OLD =
  'Anda dapat membuat 10 kode cadangan baru. Kode yang lama tidak berlaku lagi sesudahnya.'

export function fewLeftText(left: number): string {
  return `Kode cadangan Anda tinggal ${left}.`
}
