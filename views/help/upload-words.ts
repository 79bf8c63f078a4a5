import type { HelpText } from './help-text.ts'

export const UPLOADS: HelpText = {
  heading: 'Mengunggah berkas ke arsip',
  why: 'Setiap berkas diperiksa otomatis: harus PDF utuh tanpa sandi, skrip, atau lampiran, dan tidak berbahaya. Sesudah itu verifikator instansi mencocokkannya dengan isian Anda.',
  steps: [
    'Terputus? Buka Unggahan saya, pilih Lanjutkan, lalu pilih berkas yang sama. Yang sudah terkirim tidak dikirim lagi, juga dari perangkat lain, selama 7 hari.',
    'Ditolak pemeriksaan? Halaman unggahan menyebut sebab dan langkah perbaikannya. Perbaiki, lalu unggah lagi.',
    'Dikembalikan verifikator? Baca alasan dan halaman yang ditandai, lalu unggah berkas yang benar.',
    'Hanya ada kertas? Pilih Unggah foto, lalu ambil foto setiap halaman dengan terang dan lurus. Portal menggabungkannya menjadi satu PDF.',
    'Baris riwayat keliru ditambahkan? Buka unggah dokumennya, lalu pilih Baris riwayat ini keliru; bisa selama belum ada berkas yang menunggu atau pernah diverifikasi.',
    'Terlalu besar? Pindai ulang 150–200 dpi, hitam putih atau abu-abu.',
  ],
  lists: [],
  office:
    'Bila Anda tidak dapat mengunggah sendiri, petugas instansi dapat mengunggah atas nama Anda; hal itu tercatat dan dapat Anda lihat.',
}
