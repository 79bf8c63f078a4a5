export const SHEET = {
  title: 'Lembar verifikasi',
  lead: 'Serahkan lembar ini bersama berkas PDF-nya. Siapa pun dapat memeriksa keaslian berkas itu tanpa akun, dan berkasnya tidak dikirim ke mana pun.',
  document: 'Dokumen',
  version: 'Versi',
  status: 'Keadaan saat dicetak',
  verified: 'Terverifikasi',
  sha256: 'SHA-256 berkas',
  leaf: 'Nomor catatan di log',
  notYet:
    'Belum tercatat. Verifikasi berkas ini menunggu giliran di log; QR dan kodenya tampil beberapa menit lagi. Muat ulang halaman ini.',
  link: 'Lembar verifikasi untuk dicetak',
} as const

export function howText(place: string): string {
  return `Cara memeriksa: pindai QR ini dengan kamera HP, atau buka ${place} dan ketik kodenya, lalu pilih berkas PDF yang diperiksa.`
}
