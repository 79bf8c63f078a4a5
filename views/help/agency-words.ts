import { paths } from '../paths.ts'
import type { HelpText } from './help-text.ts'

export const AGENCY_CODE: HelpText = {
  heading: 'Kode aktivasi ulang dari BKPSDM',
  why: 'Bila HP, kode cadangan, dan email tidak ada, petugas BKPSDM instansi Anda memastikan diri Anda, lalu menyerahkan kode: 12 huruf dan angka, berlaku 24 jam, sekali pakai. Kode itu tidak berguna tanpa password Anda.',
  steps: [
    'Datanglah ke BKPSDM, atau minta panggilan video. Bawa NIP, kartu identitas, dan HP yang akan diaktifkan. Alasannya dicatat dan dapat Anda baca di Akun.',
    'Untuk petugas dan admin, dan di sebagian instansi untuk semua pegawai, petugas kedua harus menyetujui lebih dahulu.',
    {
      text: 'Ingat password? Masuk seperti biasa, lalu di halaman Verifikasi tekan Saya punya kode dari BKPSDM.',
      link: 'Masuk',
      href: paths.signIn,
    },
    {
      text: 'Tidak ingat password, atau akun ditahan? Mulai dari Lupa Password; setelah kode dari email, tekan Saya punya kode dari BKPSDM.',
      link: 'Reset Password (Lupa Password)',
      href: paths.resetStart,
    },
    'Aktifkan perangkat baru dan simpan kode cadangan. Perangkat lama lalu berhenti berlaku.',
  ],
  lists: [],
  office: 'Bila kode lewat 24 jam, lima kali salah, atau hilang: minta kode baru.',
}
