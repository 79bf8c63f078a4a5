export const MARK = {
  qr: 'Kode QR verifikasi',
  code: 'Kode verifikasi',
} as const

/** In what order the lines stand is told, for nobody else does. */
export const CHECKPOINT = {
  title: 'Checkpoint log terbaru',
  hint: 'Asal, jumlah catatan, akar, dan tanda tangan log saat ini. Dengan menyimpannya, Anda ikut menjadi saksi: log yang kelak diubah tidak akan cocok lagi.',
} as const
