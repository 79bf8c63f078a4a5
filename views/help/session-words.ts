import { paths } from '../paths.ts'
import type { HelpText } from './help-text.ts'

export const SESSION_OVER: HelpText = {
  heading: 'Sesi atau waktu verifikasi berakhir',
  why: 'Supaya orang lain tidak memakai komputer yang Anda tinggalkan, sesi berakhir setelah 30 menit tanpa kegiatan dan paling lama 12 jam (petugas: 15 menit dan 8 jam). Password diganti atau Akhiri ditekan di tempat lain? Sesi di sini juga berakhir. Antara password dan kode OTP tersedia 10 menit.',
  steps: [
    'Melihat peringatan 2 menit? Tekan Lanjutkan. Tanpa JavaScript: tekan Perpanjang sesi sebelum jam yang tertulis.',
    { text: 'Sudah berakhir? Masuk lagi.', link: 'Masuk', href: paths.signIn },
    'Selesai memakai komputer bersama? Tekan Keluar, jangan hanya menutup browser.',
  ],
  lists: [],
  office: 'Tidak perlu.',
}

export const STALE_PAGE: HelpText = {
  heading: 'Halaman sudah tidak berlaku, atau kiriman tidak terbaca',
  why: 'Halaman dibuka terlalu lama, dibuka dari tombol kembali, atau sesi sudah berganti di tab lain. Kiriman Anda tidak diproses, jadi tidak ada yang terkirim dua kali.',
  steps: [
    'Kirim sekali lagi dari halaman yang tampil. Password dan kode perlu diketik ulang.',
    'Tetap muncul? Izinkan cookie untuk alamat ini, dan periksa tanggal komputer.',
    { text: 'Muncul lagi? Mulai dari awal, di satu tab saja.', link: 'Masuk', href: paths.signIn },
  ],
  lists: [],
  office: 'Tidak perlu.',
}

export const NO_SUCH_PAGE: HelpText = {
  heading: 'Halaman tidak ada',
  why: 'Alamat salah ketik, tautannya sudah lama, atau halaman itu bukan untuk akun Anda.',
  steps: [
    'Periksa alamatnya. Ketik sendiri alamat ASN Digital; jangan mengikuti tautan dari pesan yang mencurigakan.',
    { text: 'Mulai dari depan.', link: 'Halaman depan', href: paths.landing },
    { text: 'Sudah masuk?', link: 'Beranda', href: paths.home },
  ],
  lists: [],
  office: 'Tidak perlu, kecuali tautannya Anda terima resmi dari instansi.',
}

export const BUSY_SERVER: HelpText = {
  heading: 'Server sibuk, gangguan, atau koneksi terputus',
  why: 'Terlalu banyak orang masuk bersamaan, atau ada gangguan di tempat kami. HP, password, dan kode Anda tidak bermasalah, dan percobaan ini tidak dihitung sebagai kesalahan Anda.',
  steps: [
    'Tunggu selama yang disebut halaman, lalu kirim sekali lagi.',
    'Koneksi terputus? Isian Anda masih ada di halaman. Periksa jaringan, lalu kirim lagi.',
    'Jangan menekan tombol berkali-kali: itu menambah antrean.',
    'Halaman menampilkan nomor rujukan? Catat nomor itu beserta jamnya.',
  ],
  lists: [],
  office: 'Bila gangguan berlangsung lebih dari satu jam. Sebutkan nomor rujukan dan jamnya.',
}
