import { paths } from '../paths.ts'
import type { HelpText } from './help-text.ts'

export const WRONG_PASSWORD: HelpText = {
  heading: 'NIP atau password salah',
  why: 'Nomor atau password yang diketik tidak cocok dengan data kami. Demi keamanan, halaman tidak menyebut mana yang salah.',
  steps: [
    'Hitung angka NIP atau NI PPPK: harus 18. Spasi, titik, dan tanda hubung boleh ada. Nama pengguna MyASN juga diterima.',
    'Pegawai PPPK memakai NI PPPK, bukan NIK.',
    'Matikan Caps Lock, lalu tekan Tampilkan di kolom password untuk memeriksa ketikan. Perhatikan spasi di depan dan di belakang.',
    'Sudah aktivasi? Pakai password yang Anda buat di sini. Belum? Pakai password MyASN atau SSO yang terakhir.',
    'Password yang diisi otomatis oleh browser mungkin yang lama: hapus, lalu ketik sendiri.',
    { text: 'Coba lagi.', link: 'Masuk', href: paths.signIn },
    {
      text: 'Tetap tidak ingat?',
      link: 'Lupa password',
      topic: 'lupa-password',
    },
  ],
  lists: [],
  office: 'Bila NIP Anda baru terbit atau baru berubah, dan belum pernah berhasil dipakai masuk.',
}

export const TOO_MANY_TRIES: HelpText = {
  heading: 'Terlalu banyak percobaan, atau pemeriksaan keamanan',
  why: 'Setelah beberapa percobaan gagal, kami memperlambat percobaan berikutnya supaya orang lain tidak dapat menebak. Percobaan gagal dari tempat lain tidak mengunci password Anda di browser yang biasa Anda pakai.',
  steps: [
    'Tunggu sampai jam yang disebut halaman; percobaan sebelum itu tidak diperiksa.',
    'Diminta pemeriksaan keamanan? Jawab gambar atau suaranya, atau pilih Tunggu 60 detik tanpa captcha.',
    {
      text: 'Masuk dari browser baru ditutup? Pakai komputer dan browser yang biasa Anda pakai masuk ke sini, atau buat password baru; setelah salah satunya berhasil, penutupan itu selesai.',
      link: 'Reset Password (Lupa Password)',
      href: paths.resetStart,
    },
    { text: 'Password tidak ingat?', link: 'Lupa password', topic: 'lupa-password' },
    {
      text: 'Kode OTP tidak ada karena HP hilang atau ganti?',
      link: 'Ganti HP',
      topic: 'ganti-hp',
    },
  ],
  lists: [],
  office:
    'Bila masuk dari browser baru ditutup, browser yang biasa Anda pakai tidak ada lagi, dan email yang terdaftar tidak aktif.',
}

export const DISABLED_ACCOUNT: HelpText = {
  heading: 'Akun dinonaktifkan',
  why: 'Akun dinonaktifkan oleh instansi atau BKN, misalnya setelah pensiun, pindah, atau berhenti. Password Anda benar; mencoba lagi tidak membuka akun.',
  steps: [
    'Siapkan NIP dan surat keputusan terakhir Anda.',
    'Hubungi BKPSDM instansi Anda dan tanyakan status kepegawaian Anda.',
  ],
  lists: [],
  office: 'Sekarang. Hanya instansi yang dapat mengaktifkan akun kembali.',
}

export const HELD_ACCOUNT: HelpText = {
  heading: 'Akun ditahan, atau Anda curiga orang lain memakainya',
  why: 'Akun ditahan setelah ada laporan Bukan saya, supaya tidak ada yang dapat masuk. Berbeda dari itu: setelah aktivasi, berbagi, ekspor, dan perubahan email ditunda 24 jam, sedangkan masuk tetap bisa.',
  steps: [
    'Tertulis berbagi, ekspor, atau unduhan data dibuka kembali nanti? Cukup tunggu.',
    {
      text: 'Akun ditahan? Buka kembali dengan membuat password baru. Siapkan email yang terdaftar dan perangkat lama, yaitu perangkat yang sudah aktif lebih dari 2 hari sebelum laporan itu. Bila orang lain mengganti perangkat Anda, perangkat lama masih dapat dipakai selama 7 hari.',
      link: 'Reset Password (Lupa Password)',
      href: paths.resetStart,
    },
    {
      text: 'Perangkat lama tidak ada? Minta kode aktivasi ulang kepada BKPSDM.',
      link: 'Kode aktivasi ulang',
      topic: 'kode-bkpsdm',
    },
    'Setelah dibuka, perangkat lama berlaku lagi, perangkat yang baru ditambahkan berhenti berlaku, dan Anda perlu membuat kode cadangan baru.',
    'Ada yang meminta password, kode OTP, kode dari email, atau kode cadangan? Jangan berikan. Petugas tidak pernah memintanya, lewat telepon, WhatsApp, maupun email.',
    'Sudah terlanjur memberikan? Tekan Bukan saya di email pemberitahuan, atau segera hubungi BKPSDM dan minta akun diamankan.',
  ],
  lists: [],
  office:
    'Bila akun ditahan dan perangkat lama atau email tidak ada, atau password dan kode Anda diketahui orang lain.',
}

export const NEW_PASSWORD: HelpText = {
  heading: 'Membuat password baru',
  why: 'Password lama dari MyASN atau SSO sering lebih pendek daripada ketentuan sekarang, atau mudah ditebak. Anda cukup menggantinya satu kali; tidak ada batas waktu ganti berkala.',
  steps: [
    'Baca ketentuan di atas kolom. Umumnya: minimal 12 karakter dengan huruf besar, huruf kecil, angka, dan simbol. Spasi dihitung sebagai simbol.',
    'Cara mudah: susun empat kata yang tidak berhubungan, beri spasi, huruf besar, dan angka. Jangan memakai contoh dari orang lain.',
    'Jangan memakai NIP, tanggal lahir, nama Anda, nama instansi, atau kata yang umum.',
    'Ketik dua kali dengan sama persis. Menempel dari pengelola password boleh.',
    {
      text: 'Sudah masuk? Gantilah di Akun. Password sekarang tidak ingat? Keluar dahulu, lalu buka Lupa password.',
      link: 'Ganti password',
      href: paths.password,
    },
    {
      text: 'Ingin menggantinya sekarang, selagi ingat password lama? MFA Anda tetap.',
      link: 'Reset Password Lemah',
      href: paths.weakPassword,
    },
  ],
  lists: [],
  office: 'Tidak perlu. Petugas tidak dapat melihat atau membuatkan password Anda.',
}

export const FORGOTTEN_PASSWORD: HelpText = {
  heading: 'Lupa password, atau belum pernah punya',
  why: 'Password tidak tersimpan dalam bentuk yang dapat dibaca, jadi tidak ada yang dapat memberitahukannya kepada Anda. Buat password baru dengan email yang terdaftar di SIASN.',
  steps: [
    {
      text: 'Buka Reset, lalu pilih Reset Password (Lupa Password). Ketik NIP, selesaikan pemeriksaan keamanan, lalu tekan Check.',
      link: 'Reset Password (Lupa Password)',
      href: paths.resetStart,
    },
    'Ketik email yang terdaftar di SIASN, lalu tekan Kirim.',
    {
      text: 'Ketik kode 8 angka dari email itu. Kode berlaku 10 menit, hanya di browser yang memintanya.',
      link: 'Kode tidak datang atau salah',
      topic: 'kode-email',
    },
    'Diminta kode dari perangkat? MFA akun itu dipertahankan, misalnya milik petugas, admin, atau yang ditahan. Pakai aplikasi autentikator Anda, kode cadangan bila ditawarkan, atau kode aktivasi ulang dari BKPSDM.',
    'Ketik password baru dua kali, lalu tekan Reset Password. Semua sesi diakhiri; silakan masuk. Setelah itu MFA diaktifkan lagi, kecuali halaman menyebut kode dari perangkat Anda tetap berlaku.',
    {
      text: 'Jangan menebak berulang-ulang: setelah beberapa kali gagal, percobaan diperlambat.',
      link: 'Terlalu banyak percobaan',
      topic: 'terlalu-banyak-percobaan',
    },
    { text: 'Password ingat, tetapi HP tidak ada?', link: 'Ganti HP', topic: 'ganti-hp' },
  ],
  lists: [],
  office: 'Bila email yang terdaftar salah atau tidak aktif.',
}

export const EMAIL_CODE: HelpText = {
  heading: 'Kode dari email tidak datang, salah, atau tidak berlaku',
  why: 'Halaman selalu menampilkan tulisan yang sama, supaya orang lain tidak dapat mengetahui email Anda. Kode hanya dikirim bila NIP dan email cocok, paling banyak 3 kali per jam, dan kode terbaru saja yang berlaku.',
  steps: [
    'Tunggu satu menit, lalu periksa kotak masuk dan folder spam.',
    'Tetap tidak ada? Periksa ejaan email dan NIP. Email yang baru diganti baru dapat dipakai setelah 3 hari.',
    'Ketik kode dari email yang paling baru, di browser yang sama.',
    'Kode berlaku 10 menit. Sudah lewat? Tekan Minta kode baru.',
    'Anda tidak meminta kode? Abaikan email itu, dan jangan memberikan kodenya kepada siapa pun.',
    { text: 'Email sudah tidak aktif?', link: 'Email tidak aktif', topic: 'email-tidak-aktif' },
    { text: 'Salah lima kali? Mulai dari awal.', link: 'Reset', href: paths.reset },
  ],
  lists: [],
  office: 'Bila kode tidak pernah datang: mungkin email di SIASN berbeda dari yang Anda ketik.',
}

export const DEAD_EMAIL: HelpText = {
  heading: 'Email yang terdaftar sudah tidak aktif',
  why: 'Email Anda berasal dari data SIASN. Anda tidak dapat menggantinya sendiri, supaya pencuri password juga tidak dapat. Lupa password dan Reset MFA memerlukan email itu.',
  steps: [
    'Untuk masuk dan aktivasi email tidak dipakai: lanjutkan saja.',
    {
      text: 'Password ingat dan kode cadangan ada? Reset MFA tidak memerlukan email.',
      link: 'Reset MFA',
      href: paths.mfaResetDoor,
    },
    'Siapkan alamat email baru yang aktif dan hanya Anda yang membukanya.',
    'Datanglah ke BKPSDM instansi Anda dengan NIP, kartu identitas, dan HP yang dapat membuka email baru itu. Dua petugas memeriksa perbaikannya.',
    {
      text: 'Setelah keduanya setuju, kode 8 angka dikirim ke email baru. Ketik kode itu di HP Anda sendiri.',
      link: 'Kode untuk email baru',
      href: paths.newEmail,
    },
    'Demi keamanan, email baru dapat dipakai untuk reset setelah 3 hari. Perubahan email ditutup 24 jam setelah MFA diaktifkan.',
  ],
  lists: [],
  office:
    'Bila email salah, tidak aktif, atau dibuka orang lain. Perbaikan email hanya lewat instansi.',
}
