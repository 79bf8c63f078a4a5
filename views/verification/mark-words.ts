export const MARK = {
  qr: 'Kode QR verifikasi',
  code: 'Kode verifikasi',
} as const
