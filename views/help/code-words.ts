import { paths } from '../paths.ts'
import type { HelpText } from './help-text.ts'

export const WRONG_CODE: HelpText = {
  heading: 'Kode OTP salah, sudah dipakai, atau verifikasi dikunci',
  why: 'Kode berganti setiap 30 detik dan hanya berlaku satu kali. Paling sering: kode diketik terlambat, yang dibuka entri aplikasi lain, kode dari entri lama, atau jam HP meleset.',
  steps: [
    'Buka aplikasi autentikator dan cari entri ASN Digital dengan NIP Anda.',
    'Tunggu sampai angkanya berganti, lalu ketik keenam angka itu. Jangan memakai kode dari SMS, email, atau entri layanan lain.',
    'Salah lagi? Coba satu kali lagi dengan kode berikutnya. Dari dua kode yang berbeda kami dapat mengetahui berapa jauh jam HP Anda meleset.',
    {
      text: 'Pastikan waktu otomatis di HP menyala.',
      link: 'Cara menyalakannya',
      topic: 'jam-hp',
    },
    'Ada beberapa entri ASN Digital? Pakai yang terbaru, lalu hapus yang lama.',
    'Verifikasi dikunci? Tunggu sampai jam yang disebut halaman. Selama terkunci, kode yang benar pun ditolak, tetapi tidak hangus. Kode cadangan dihitung terpisah.',
    'Kode sudah dipakai? Mungkin tombol tertekan dua kali dan Anda sudah masuk: buka Beranda dahulu.',
    {
      text: 'Tetap gagal?',
      link: 'Pakai kode cadangan',
      topic: 'kode-cadangan',
    },
  ],
  lists: [],
  office:
    'Bila waktu otomatis sudah menyala, entrinya benar, kode tetap ditolak, dan kode cadangan tidak ada.',
}

export const PHONE_CLOCK: HelpText = {
  heading: 'Jam HP meleset: nyalakan waktu otomatis',
  why: 'Kode dihitung dari jam HP. Bila jam HP terlalu cepat atau terlalu lambat, kodenya milik waktu lain. Jangan menyetel jam dengan tangan: HP harus mengambil waktu sendiri dari jaringan, di daerah WIB, WITA, maupun WIT.',
  steps: [
    'Nyalakan waktu otomatis dan zona waktu otomatis seperti di bawah ini.',
    'Kembali ke aplikasi autentikator, tunggu kode berganti, lalu ketik kode yang baru.',
    'Sudah otomatis tetapi tetap meleset? Matikan, nyalakan lagi selagi ada sinyal atau internet, lalu mulai ulang HP.',
  ],
  lists: [
    {
      heading: 'Android',
      numbered: true,
      lines: [
        'Buka Setelan atau Pengaturan.',
        'Pilih Sistem, Manajemen umum, atau Setelan tambahan (namanya berbeda menurut merek).',
        'Pilih Tanggal & waktu.',
        'Nyalakan Tanggal dan waktu otomatis, dan Zona waktu otomatis.',
      ],
    },
    {
      heading: 'iPhone',
      numbered: true,
      lines: [
        'Buka Pengaturan.',
        'Pilih Umum, lalu Tanggal & Waktu.',
        'Nyalakan Atur Secara Otomatis.',
      ],
    },
  ],
  office:
    'Tidak perlu untuk jam HP. Bila HP rusak dan jamnya tidak dapat diperbaiki, pakai kode cadangan dahulu.',
}

export const OLD_QR: HelpText = {
  heading: 'QR lama, atau dua entri di aplikasi',
  why: 'Setiap QR baru membuat entri baru di aplikasi autentikator. Entri dari QR sebelumnya tetap menampilkan angka, tetapi angkanya tidak berlaku.',
  steps: [
    'Sedang aktivasi pertama kali? Hapus semua entri ASN Digital di aplikasi, muat ulang halaman aktivasi, lalu pindai QR yang tampil sekarang.',
    'Sudah pernah aktif? Jangan menghapus semuanya. Coba kode dari entri yang paling baru dahulu.',
    'Setelah berhasil, hapus entri yang lama.',
    'QR berlaku 15 menit dan hanya untuk browser tempat QR itu tampil.',
  ],
  lists: [],
  office: 'Bila entri yang berlaku sudah terhapus dan kode cadangan tidak ada.',
}

export const CHANGED_PHONE: HelpText = {
  heading: 'HP ganti, hilang, rusak, atau aplikasi terhapus',
  why: 'Kode OTP dibuat oleh aplikasi autentikator di HP yang Anda aktifkan. Kartu SIM dan nomor telepon tidak berpengaruh. Dengan Reset MFA Anda mengaktifkan perangkat baru; perangkat lama tetap berlaku sampai yang baru aktif.',
  steps: [
    {
      text: 'HP lama masih ada? Masuk dengan HP lama, buka Akun, Perangkat, lalu tekan Ganti dan pindai QR dengan HP baru. Jangan menghapus aplikasi lama sebelum selesai.',
      link: 'Buka Perangkat',
      href: paths.devices,
    },
    'Aplikasi terhapus? Pasang lagi aplikasi yang sama dan masuk dengan akun cadangan yang dahulu dipakai: entri mungkin kembali.',
    {
      text: 'HP lama tidak ada? Pilih Reset MFA, lalu buktikan diri dengan kode cadangan, atau dengan kode dari email yang terdaftar. Lalu pindai QR yang baru.',
      link: 'Reset MFA',
      href: paths.mfaResetDoor,
    },
    {
      text: 'Hanya perlu masuk satu kali? Di halaman Verifikasi tekan Pakai kode cadangan.',
      link: 'Cara memakai kode cadangan',
      topic: 'kode-cadangan',
    },
    'Halaman menyebut tanggal perangkat baru dapat diaktifkan? Datang lagi setelah itu, paling lambat 3 hari kemudian, dan pilih kode dari email sekali lagi.',
    'Ada permintaan Reset MFA yang bukan dari Anda? Tekan Batalkan di Beranda, lalu ganti password.',
    'HP dicuri? Aktifkan perangkat baru pada hari itu juga. Tanpa password Anda, pencuri belum dapat masuk.',
    { text: 'Password juga tidak ingat?', link: 'Lupa password', topic: 'lupa-password' },
    {
      text: 'Terkunci karena terlalu banyak mencoba?',
      link: 'Terlalu banyak percobaan',
      topic: 'terlalu-banyak-percobaan',
    },
    {
      text: 'Semua itu tidak ada? BKPSDM dapat menyerahkan kode aktivasi ulang.',
      link: 'Kode aktivasi ulang',
      topic: 'kode-bkpsdm',
    },
  ],
  lists: [],
  office:
    'Bila HP lama, kode cadangan, dan email tidak ada; bila Anda petugas atau admin tanpa kode cadangan; atau bila MFA sudah direset 3 kali dalam 30 hari.',
}

export const RECOVERY_CODES: HelpText = {
  heading: 'Kode cadangan',
  why: 'Sepuluh kode cadangan tampil setelah aktivasi. Satu kode menggantikan kode OTP untuk satu kali masuk, bila HP tidak ada di tangan. Kode yang sudah dipakai tidak berlaku lagi, dan setiap set baru membatalkan set sebelumnya.',
  steps: [
    'Masuk dengan NIP dan password; di halaman Verifikasi tekan Pakai kode cadangan.',
    'Ketik 16 huruf dan angka. Huruf besar atau kecil, spasi, dan tanda hubung tidak berpengaruh.',
    'Coret kode itu dari kertas Anda.',
    'Ditolak? Periksa huruf yang mirip, pastikan kertasnya yang terbaru, lalu coba kode lain. Setelah 10 kali salah dalam satu jam, tunggu sampai jam yang disebut halaman.',
    'Batas kode salah sudah habis? Kode cadangan membuka masuk; setelah berhasil, kode OTP dapat dipakai lagi.',
    {
      text: 'Kertasnya hilang, atau terlihat orang lain? Buat kode baru di Akun.',
      link: 'Buka Kode cadangan',
      href: paths.recoveryCodes,
    },
    'Belum sempat menyimpan, atau lupa menandainya? Pada masuk berikutnya Anda ditanya lagi.',
  ],
  lists: [
    {
      heading: 'Menyimpan dengan aman',
      numbered: false,
      lines: [
        'Cetak atau salin, lalu simpan terpisah dari HP, misalnya bersama ijazah.',
        'Jangan memotret atau mengirimnya lewat WhatsApp.',
        'Jangan memberikannya kepada siapa pun, termasuk petugas.',
      ],
    },
  ],
  office:
    'Bila HP tidak ada, semua kode cadangan hilang atau dibatalkan, dan email yang terdaftar tidak aktif.',
}
