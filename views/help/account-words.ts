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
    'Halaman menyebut jam Anda dapat mencoba lagi. Tunggu sampai jam itu; percobaan sebelum itu tidak diperiksa.',
    'Sementara menunggu, pastikan NIP, password, dan jam HP Anda benar.',
    'Diminta pemeriksaan keamanan? Jawab gambar atau suaranya, atau pilih Tunggu 60 detik tanpa captcha.',
    'Masuk dari browser baru ditutup? Yang dapat dipakai sekarang hanya komputer dan browser yang biasa Anda pakai masuk ke sini; bila masuk berhasil, penutupan itu selesai. Reset Password (Lupa Password), yang disebut halaman, belum dibuka.',
    { text: 'Password tidak ingat?', link: 'Lupa password', topic: 'lupa-password' },
    {
      text: 'Kode OTP tidak ada karena HP hilang atau ganti?',
      link: 'Ganti HP',
      topic: 'ganti-hp',
    },
  ],
  lists: [],
  office: 'Bila masuk dari browser baru ditutup dan browser yang biasa Anda pakai tidak ada lagi.',
}

export const DISABLED_ACCOUNT: HelpText = {
  heading: 'Akun dinonaktifkan',
  why: 'Akun dinonaktifkan oleh instansi atau BKN, misalnya setelah pensiun, pindah, atau berhenti. Password Anda benar; mencoba lagi tidak membuka akun.',
  steps: [
    'Siapkan NIP dan surat keputusan terakhir Anda.',
    'Hubungi BKPSDM instansi Anda dan tanyakan status kepegawaian Anda.',
    'Setelah diaktifkan kembali, masuklah seperti biasa.',
  ],
  lists: [],
  office: 'Sekarang. Hanya instansi yang dapat mengaktifkan akun kembali.',
}

export const HELD_ACCOUNT: HelpText = {
  heading: 'Akun ditahan, atau Anda curiga orang lain memakainya',
  why: 'Akun ditahan setelah ada laporan Bukan saya, supaya tidak ada yang dapat masuk. Berbeda dari itu: setelah aktivasi, berbagi, ekspor, dan perubahan email ditunda 24 jam, sedangkan masuk tetap bisa.',
  steps: [
    'Tulisan di Beranda menyebut tanggal dan jam? Cukup tunggu; tidak ada yang perlu dilakukan.',
    'Akun ditahan? Hubungi BKPSDM instansi Anda: itu satu-satunya jalan sekarang. Reset Password (Lupa Password), yang disebut halaman, belum dibuka, jadi kode dari perangkat lama pun belum dapat dipakai.',
    'Ada yang meminta password, kode OTP, atau kode cadangan? Jangan berikan. Petugas tidak pernah memintanya, lewat telepon, WhatsApp, maupun email.',
    'Sudah terlanjur memberikan? Segera hubungi BKPSDM dan minta akun diamankan.',
  ],
  lists: [],
  office: 'Bila akun ditahan, atau password dan kode Anda diketahui orang lain.',
}

export const NEW_PASSWORD: HelpText = {
  heading: 'Membuat password baru',
  why: 'Password lama dari MyASN atau SSO sering lebih pendek daripada ketentuan sekarang, atau mudah ditebak. Anda cukup menggantinya satu kali; tidak ada batas waktu ganti berkala.',
  steps: [
    'Baca ketentuan di atas kolom. Umumnya: minimal 12 karakter dengan huruf besar, huruf kecil, angka, dan simbol. Spasi dihitung sebagai simbol.',
    'Cara mudah: susun empat kata yang tidak berhubungan, beri spasi, huruf besar, dan angka. Jangan memakai contoh dari orang lain.',
    'Jangan memakai NIP, tanggal lahir, nama Anda, nama instansi, atau kata yang umum.',
    'Ketik dua kali dengan sama persis. Menempel dari pengelola password boleh.',
    'Password yang sama dengan yang lama ditolak.',
  ],
  lists: [],
  office: 'Tidak perlu. Petugas tidak dapat melihat atau membuatkan password Anda.',
}

export const FORGOTTEN_PASSWORD: HelpText = {
  heading: 'Lupa password, atau belum pernah punya',
  why: 'Password tidak tersimpan dalam bentuk yang dapat dibaca, jadi tidak ada yang dapat memberitahukannya kepada Anda. Menu reset di halaman ini belum dibuka.',
  steps: [
    'Cari password yang tersimpan: di browser komputer, di HP (pengelola password Google atau iCloud), atau di catatan Anda.',
    'Belum pernah aktivasi di sini? Passwordnya sama dengan MyASN atau SSO yang terakhir Anda pakai.',
    {
      text: 'Jangan menebak berulang-ulang: setelah beberapa kali gagal, percobaan diperlambat.',
      link: 'Terlalu banyak percobaan',
      topic: 'terlalu-banyak-percobaan',
    },
    'Tidak ditemukan? Hubungi BKPSDM instansi Anda. Kode cadangan tidak menggantikan password.',
    { text: 'Password ingat, tetapi HP tidak ada?', link: 'Ganti HP', topic: 'ganti-hp' },
  ],
  lists: [],
  office: 'Bila password tidak ditemukan, atau Anda PPPK yang belum pernah menerima password.',
}

export const DEAD_EMAIL: HelpText = {
  heading: 'Email yang terdaftar sudah tidak aktif',
  why: 'Email Anda berasal dari data SIASN. Anda tidak dapat menggantinya sendiri, supaya pencuri password juga tidak dapat.',
  steps: [
    'Untuk masuk dan aktivasi email tidak dipakai: lanjutkan saja.',
    'Siapkan alamat email baru yang aktif dan hanya Anda yang membukanya.',
    'Minta BKPSDM instansi Anda memperbaiki email di SIASN.',
  ],
  lists: [],
  office:
    'Bila email salah, tidak aktif, atau dibuka orang lain. Perbaikan email hanya lewat instansi.',
}
