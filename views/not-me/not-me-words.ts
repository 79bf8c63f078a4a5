import type { NotMePlace } from './not-me-page.tsx'

export const QUESTION = {
  title: 'Bukan saya',
  lead: 'Anda datang dari surat yang menceritakan kegiatan di akun ASN Digital Anda. Bila kegiatan itu bukan dari Anda, tekan tombol di bawah ini.',
  outcome: 'Yang terjadi setelah itu:',
  consequences: [
    'Semua sesi Anda diakhiri, di semua perangkat dan browser.',
    'Reset dan perubahan yang masih menunggu dihentikan.',
    'Akun Anda ditahan: tidak ada yang dapat masuk, juga Anda, sampai Anda membukanya kembali dengan kode dari perangkat lama atau BKPSDM.',
    'Petugas BKPSDM instansi Anda diberi tahu.',
  ],
  button: 'Ya, ini bukan saya',
  otherwise: 'Kegiatan itu dari Anda? Tutup saja halaman ini; tidak ada yang berubah.',
} as const

/** Word for word as identity.md 2.8 and 2.1 print them. */
export function placeText(place: Exclude<NotMePlace, 'asked'>): string {
  switch (place) {
    case 'frozen':
      return 'Terima kasih. Semua sesi sudah diakhiri dan akun Anda ditahan.'
    case 'disabled':
      return 'Akun Anda dinonaktifkan. Hubungi BKPSDM instansi Anda.'
    case 'late':
      return 'Tautan ini sudah tidak berlaku. Bila perlu, hubungi BKPSDM.'
  }
}

export const NEXT =
  'Buka kembali lewat Reset Password (Lupa Password), dengan kode dari perangkat lama atau BKPSDM.'
