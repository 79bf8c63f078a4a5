import type { HelpText } from './help-text.ts'

export const SERVICE_DESK: HelpText = {
  heading: 'Meja layanan, untuk petugas',
  why: 'Setiap tindakan memerlukan alasan dan Kode OTP Anda sendiri, dan dibaca oleh pegawai yang bersangkutan.',
  steps: [
    'Cari pegawai dengan NIP atau sebagian nama. Hanya pegawai dalam peran Anda yang tampak.',
    'Baca yang membantu sekarang; bila jam HP pegawai keliru, cukup betulkan jamnya.',
    'Tulis alasan sedikitnya 20 huruf. Jangan pernah meminta atau menulis password dan kode pegawai.',
    'Batas harian tercapai? Minta rekan Anda, atau lanjutkan besok.',
  ],
  lists: [],
  office: 'Bila pegawai tidak ditemukan, periksa instansinya di SIASN.',
}
