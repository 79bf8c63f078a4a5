import type { HelpText } from './help-text.ts'

export const CHECKING: HelpText = {
  heading: 'Memeriksa keaslian dokumen',
  why: 'Setiap dokumen yang diverifikasi meninggalkan satu catatan di log bertanda tangan yang tidak dapat diubah. Halaman Verifikasi mencocokkan sidik berkas (SHA-256) dengan catatan itu, di perangkat Anda sendiri.',
  steps: [
    'Pindai QR di lembar verifikasi dengan kamera HP, atau salin kode di bawahnya, lalu pilih berkasnya.',
    'Berubah? Pastikan berkasnya yang diterima dari pemiliknya, bukan hasil pindai atau simpan ulang, dan kodenya benar seluruhnya.',
    'Diganti, dicabut, atau dimusnahkan? Berkasnya asli, tetapi bukan lagi yang berlaku: minta versi terbaru kepada pemiliknya, atau tanyakan kepada instansi penerbitnya.',
    'Tidak dikenal? Kode atau berkas itu tidak pernah dicatat di sini. Tanyakan kepada pemiliknya.',
    'Belum dapat diperiksa? Itu bukan penilaian atas berkasnya. Periksa sambungan internet, lalu coba lagi.',
    'Tanpa JavaScript? Hitung SHA-256 dengan perintah yang tertulis di halaman itu, lalu ketik hasilnya; di HP kirim berkasnya dari sana.',
  ],
  lists: [],
  office:
    'BKPSDM tidak diperlukan untuk memeriksa; pemilik dokumen mencetak lembar verifikasinya sendiri.',
}
