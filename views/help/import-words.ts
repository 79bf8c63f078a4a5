import type { HelpText } from './help-text.ts'

export const NATIONAL_IMPORT: HelpText = {
  heading: 'Impor data kepegawaian, untuk admin nasional',
  why: 'Berkas dibaca dahulu dan dilaporkan, lalu diterapkan. Hanya satu impor berjalan pada satu waktu, supaya laporan tetap benar sampai diterapkan.',
  steps: [
    'Kirim berkas .csv, .ndjson, atau .json ekspor Keycloak. Baris pertama CSV memuat nama kolom; urutannya bebas.',
    'Baca laporannya. Baris yang ditolak tidak diterapkan: perbaiki di sumbernya, lalu kirim berkas baru; yang sudah benar dihitung tetap.',
    'Pilih Terapkan. Halaman boleh ditutup; pekerjaan berjalan terus, juga setelah server dihidupkan ulang.',
    'Berkas lain masih menunggu? Terapkan atau batalkan lebih dahulu.',
  ],
  lists: [],
  office:
    'Bila satu instansi banyak ditolak, minta BKPSDM instansi itu memeriksa datanya di SIASN.',
}
