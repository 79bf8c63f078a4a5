import type { HelpText } from './help-text.ts'

export const EMBED_SITES: HelpText = {
  heading: 'Situs penyemat: mendaftarkan situs instansi',
  why: 'Kotak ASN Digital hanya tampil di situs yang terdaftar, agar tidak dipakai situs tiruan. Karena itu setiap situs memerlukan dua admin nasional, dan setiap alamatnya ditulis lengkap.',
  steps: [
    'Instansi meminta pendaftaran kepada BKN lewat surat, dengan alamat situsnya.',
    'Admin nasional membuka Situs penyemat, mengisi kode instansi, nama, dan 1 sampai 5 alamat https, lalu mengusulkannya.',
    'Admin nasional lain mencocokkan alamat dengan surat, lalu menyetujui atau menolaknya. Usulan sendiri hanya dapat ditarik kembali.',
    'Sesudah disetujui, buka situs itu di daftar: kuncinya disampaikan kepada instansi, untuk potongan yang dipasangnya. Pengakhiran berlaku di mana-mana dalam satu menit.',
  ],
  lists: [],
  office: 'Instansi menghubungi BKN; BKPSDM tidak mendaftarkan situs sendiri.',
}
