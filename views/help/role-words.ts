import type { HelpText } from './help-text.ts'

export const ROLES: HelpText = {
  heading: 'Peran: bertindak atas nama instansi',
  why: 'Peran diberikan kepada seorang pegawai untuk satu instansi dan satu jangka waktu, selalu oleh dua orang. Memiliki peran saja belum cukup: peran dipakai lebih dahulu di halaman Peran, dan setiap tindakan dicatat dengan peran itu.',
  steps: [
    'Baru diberi peran? Semua sesi Anda diakhiri. Masuk lagi, buka Peran, lalu tekan Pakai peran ini.',
    'Peran Anda berakhir, diakhiri, atau Anda letakkan? Halamannya tertutup saat itu juga; tindakan yang sedang diketik tidak disimpan.',
    'Pegawai tidak dapat diberi peran? Akunnya harus aktif, MFA aktif, dan ia sedang bertugas di instansi itu.',
    'Usulan yang tidak disetujui dalam 24 jam berakhir. Ajukan lagi bila masih diperlukan.',
  ],
  lists: [],
  office: 'Bila Anda memerlukan peran, atau memegang peran yang tidak Anda ketahui.',
}
