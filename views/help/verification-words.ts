import type { HelpText } from './help-text.ts'

export const VERIFICATION: HelpText = {
  heading: 'Verifikasi berkas',
  why: 'Setiap berkas diperiksa satu verifikator yang bukan pengunggahnya dan bukan pemilik arsipnya. Berkas yang diambil dipegang 15 menit, supaya dua orang tidak mengerjakan berkas yang sama.',
  steps: [
    'Cocokkan dokumen dengan isian, perbaiki isian bila perlu, lalu tekan Terima. Berkas berikutnya terbuka sendiri.',
    'Tidak sesuai? Tandai alasannya, sebutkan halamannya, lalu tekan Kembalikan. Pemilik arsip membaca alasan dan catatan Anda.',
    'Waktu 15 menit lewat dan seorang rekan mengambilnya? Isian Anda masih ada di layar, tetapi keputusan rekan itulah yang berlaku.',
    'Salah menerima? Buka berkasnya dari Keputusan Anda yang terakhir, tekan Cabut verifikasi, lalu minta rekan verifikator menyetujuinya.',
    'Kode OTP diminta sekali setiap jam, dan setiap kali verifikasi dicabut.',
  ],
  lists: [],
  office: 'Bila berkas rahasia menunggu dan tidak ada verifikator yang ditunjuk membacanya.',
}
