import { paths } from '../paths.ts'
import type { HelpText } from './help-text.ts'

export const PREPARATION: HelpText = {
  heading: 'Yang perlu disiapkan sebelum masuk pertama kali',
  why: 'ASN Digital meminta dua bukti: password Anda, dan kode 6 angka dari HP Anda. Akun Anda sudah dibuatkan; Anda hanya perlu mengaktifkannya. Dengan persiapan di bawah ini, aktivasi selesai dalam sekitar 10 menit.',
  steps: [
    {
      text: 'Nyalakan waktu otomatis di HP, supaya kode dari HP cocok.',
      link: 'Cara menyalakan di Android dan iPhone',
      topic: 'jam-hp',
    },
    { text: 'Sudah siap?', link: 'Ikuti panduan aktivasi', topic: 'aktivasi' },
  ],
  lists: [
    {
      heading: 'Siapkan',
      numbered: false,
      lines: [
        'NIP, atau NI PPPK bagi PPPK: 18 angka.',
        'Password lama yang Anda pakai di MyASN atau SSO BKN.',
        'HP dengan aplikasi autentikator. Pilih salah satu: Google Authenticator, Microsoft Authenticator, atau FreeOTP, dari Play Store atau App Store; semuanya gratis. Aplikasi ASN Digital sendiri tidak ada: cukup browser.',
        'Layar kedua, misalnya komputer: buka ASN Digital di sana, lalu pindai QR dengan HP. Tanpa layar kedua pun bisa: di HP yang sama, pakai tautan atau kunci teks di halaman aktivasi.',
        'Printer, atau kertas dan bolpoin, untuk menyimpan 10 kode cadangan.',
      ],
    },
  ],
  office: 'Bila Anda belum pernah menerima password MyASN atau SSO, atau nomor Anda belum terbit.',
}

export const ACTIVATION: HelpText = {
  heading: 'Panduan aktivasi: masuk pertama kali',
  why: 'Aktivasi menghubungkan akun Anda dengan HP Anda. Setelah itu orang yang mengetahui password Anda tetap tidak dapat masuk tanpa HP Anda.',
  steps: [
    {
      text: 'Periksa dahulu perlengkapannya.',
      link: 'Yang perlu disiapkan',
      topic: 'persiapan',
    },
    {
      text: 'Buka halaman Masuk. Ketik NIP atau NI PPPK dan password lama, lalu tekan Masuk. Kode OTP belum diminta.',
      link: 'Masuk',
      href: paths.signIn,
    },
    'Bila diminta, buat password baru. Ketentuannya tertulis di atas kolom.',
    'Halaman Aktivasi MFA menampilkan QR. Buka aplikasi autentikator di HP, tekan tanda tambah (+), pilih pindai kode QR, lalu arahkan kamera ke layar.',
    'Isi Nama perangkat dengan nama yang mudah Anda kenali, misalnya HP Samsung.',
    'Isi Kode OTP dengan 6 angka yang sedang tampil, lalu tekan Aktifkan.',
    'Simpan 10 kode cadangan: cetak, unduh, atau salin dengan tangan. Simpan terpisah dari HP. Centang Saya sudah menyimpan kode cadangan, lalu tekan Lanjutkan.',
    'Latihan satu kali dengan kode berikutnya. Bagian ini boleh dilewati.',
    'Beranda terbuka. Selanjutnya Anda masuk dengan NIP, password, dan kode OTP.',
  ],
  lists: [
    {
      heading: 'Bila terhenti di tengah jalan',
      numbered: false,
      lines: [
        'Listrik padam, browser tertutup, atau halaman tertinggal: masuk lagi dengan NIP dan password. Anda kembali ke langkah yang belum selesai.',
        'Di browser yang sama, QR yang sama tampil lagi selama 15 menit. Setelah itu, atau di browser lain, tampil QR baru: hapus entri lama di aplikasi, lalu pindai yang baru.',
        'QR baru paling banyak 5 kali dalam satu jam. Setelah itu, halaman menyebut jam Anda dapat mencoba lagi.',
      ],
    },
  ],
  office: 'Bila password lama tidak diketahui, atau data diri yang tampil bukan milik Anda.',
}

export const UNREADABLE_QR: HelpText = {
  heading: 'QR tidak muncul, tidak terbaca, atau Anda memakai HP yang sama',
  why: 'Layar redup, silau, atau retak, kamera lama, dan browser teks menyulitkan pemindaian. QR dan kunci teks di bawahnya berisi hal yang sama, jadi salah satu saja cukup.',
  steps: [
    'Terangkan layar, kurangi pantulan, perbesar halaman, dan jauhkan HP sekitar 20 sentimeter.',
    'Pindai dari dalam aplikasi autentikator, bukan dengan aplikasi kamera.',
    'Membuka halaman di HP itu sendiri? Tekan Buka di aplikasi autentikator.',
    'Tetap tidak bisa: di aplikasi autentikator tekan tanda tambah (+), pilih masukkan kunci penyiapan. Nama akun: NIP Anda. Kunci: 32 huruf dan angka yang tampil dalam kelompok empat; spasi boleh diabaikan. Jenis kunci: berdasarkan waktu.',
  ],
  lists: [],
  office: 'Bila tidak ada HP yang dapat memasang aplikasi autentikator.',
}

export const WITHOUT_JAVASCRIPT: HelpText = {
  heading: 'Browser lama, browser teks, atau JavaScript mati',
  why: 'Semua langkah di ASN Digital berjalan tanpa JavaScript dan di browser teks. JavaScript hanya membuatnya lebih cepat. Yang harus menyala: cookie untuk alamat ini.',
  steps: [
    'Izinkan cookie, lalu muat ulang halaman Masuk.',
    'Gambar QR tidak terlihat? Pakai kunci teks di halaman aktivasi.',
    'Jam berakhirnya sesi tertulis di halaman. Sebelum jam itu tekan Perpanjang sesi.',
    'Pemeriksaan keamanan tersedia sebagai gambar dan suara, atau pilih Tunggu 60 detik tanpa captcha.',
  ],
  lists: [],
  office:
    'Tidak perlu, kecuali komputer kantor memblokir cookie dan hanya petugas yang dapat mengubahnya.',
}
