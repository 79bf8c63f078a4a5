import type { HelpText } from './help-text.ts'

export const SERVICE_DESK: HelpText = {
  heading: 'Meja layanan, untuk petugas',
  why: 'Setiap tindakan memerlukan alasan dan Kode OTP Anda sendiri, dan dibaca oleh pegawai yang bersangkutan.',
  steps: [
    'Cari pegawai dengan NIP atau sebagian nama. Hanya pegawai dalam peran Anda yang tampak.',
    'Baca yang membantu sekarang; bila jam HP pegawai keliru, cukup betulkan jamnya.',
    'Tulis alasan sedikitnya 20 huruf. Jangan pernah meminta atau menulis password dan kode pegawai.',
    'HP hilang dan email mati? Perbaiki emailnya dahulu, lalu Reset MFA. Untuk perbaikan email, dan reset MFA pemegang peran, petugas lain atau admin instansi menyetujui di Persetujuan dalam 24 jam.',
    'Sebelum reset MFA pertama, Anda sendiri harus memiliki dua perangkat: tambahkan di Akun, Perangkat.',
    'Kode aktivasi ulang hilang, lewat 24 jam, atau salah lima kali? Lakukan Reset MFA lagi; kode yang lama tidak berlaku.',
    'Batas harian tercapai? Minta rekan Anda, atau lanjutkan besok.',
  ],
  lists: [],
  office: 'Bila pegawai tidak ditemukan, periksa instansinya di SIASN.',
}
