/** R-SE-06 */
export const STEP_UP =
  'Sebelum mengubah akun Anda, ketik kode ASN Digital dari HP Anda sekali lagi. Setelah itu Anda tidak ditanya lagi selama 10 menit.'

export const STEP_UP_BY_RECOVERY_CODE =
  'Sebelum mengubah akun Anda, ketik satu kode cadangan. Setelah itu kode tersebut tidak dapat dipakai lagi, dan Anda tidak ditanya lagi selama 10 menit.'
