import type { HelpTopic } from '../help-topics.ts'
import type { Symptom, SymptomGroup } from './help-text.ts'

export const GROUPS: Record<SymptomGroup, { id: string; heading: string }> = {
  often: { id: 'paling-sering', heading: 'Paling sering' },
  before: { id: 'sebelum-mulai', heading: 'Sebelum mulai' },
  signIn: { id: 'masuk', heading: 'Masuk: NIP dan password' },
  reset: { id: 'reset', heading: 'Reset: password dan MFA' },
  code: { id: 'kode', heading: 'Kode OTP dan kode cadangan' },
  activation: { id: 'langkah-aktivasi', heading: 'Aktivasi' },
  session: { id: 'sesi', heading: 'Sesi' },
  archive: { id: 'arsip', heading: 'Arsip' },
  office: { id: 'petugas', heading: 'Petugas dan peran lain' },
  other: { id: 'lain-lain', heading: 'Lain-lain' },
}

/** Sentences stand as they are on the screen; numbers, times and names in them are examples. */
export const SYMPTOMS: Record<SymptomGroup, readonly Symptom[]> = {
  often: [
    said('HP saya hilang, rusak, atau ganti.', 'ganti-hp'),
    said('Saya hanya punya satu HP, tanpa layar kedua untuk memindai QR.', 'qr-tidak-terbaca'),
    said('Saya lupa password, atau belum pernah punya.', 'lupa-password'),
    said('Kode OTP selalu salah.', 'kode-salah'),
    said('QR tidak muncul, atau kamera tidak dapat memindainya.', 'qr-tidak-terbaca'),
  ],
  before: [
    said('Saya baru pertama kali masuk. Apa yang perlu disiapkan?', 'persiapan'),
    said('Bagaimana langkah aktivasi dari awal sampai selesai?', 'aktivasi'),
    said('Saya mencari aplikasi ASN Digital untuk dipasang di HP.', 'persiapan'),
    said('Browser atau HP saya lama, atau JavaScript dimatikan.', 'tanpa-javascript'),
  ],
  signIn: [
    ...shown('nip-atau-password-salah', [
      'NIP atau NI PPPK terdiri dari 18 angka. Periksa kembali.',
      'NIP atau password salah. Periksa kembali, lalu coba lagi.',
    ]),
    said('Saya lupa password, atau belum pernah punya.', 'lupa-password'),
    ...shown('terlalu-banyak-percobaan', [
      'Terlalu banyak percobaan. Silakan coba lagi pukul 10.42.15 WIB (30 detik lagi).',
      'Terlalu banyak percobaan. Silakan coba lagi pukul 10.42.15 WIB, atau mulai dari awal.',
      'Selesaikan pemeriksaan keamanan ini dahulu.',
      'Jawaban pemeriksaan keamanan salah. Sisa 2 percobaan; atau pilih tunggu 60 detik.',
      'Tiga jawaban salah. Selesaikan pemeriksaan keamanan yang baru ini, atau pilih tunggu 60 detik.',
      'Pemeriksaan keamanan tadi sudah dipakai atau sudah lewat 10 menit. Selesaikan yang baru ini.',
      'Silakan tunggu sampai pukul 10.42.15 WIB (60 detik lagi), lalu kirim lagi formulir ini.',
      'Orang lain di jaringan Anda sedang menunggu. Pilih lagi tunggu 60 detik setelah pukul 10.42.15 WIB (60 detik lagi), atau pakai gambar atau suara.',
      'Masuk dari browser baru sedang ditutup untuk NIP ini. Gunakan Reset Password (Lupa Password), atau browser yang biasa Anda pakai.',
      'Ada 43 percobaan masuk yang gagal dari tempat lain. Anda tetap dapat masuk.',
    ]),
    ...shown('akun-nonaktif', ['Akun Anda dinonaktifkan. Hubungi BKPSDM instansi Anda.']),
    ...shown('akun-ditahan', [
      'Akun Anda ditahan karena laporan Bukan saya. Buka kembali lewat Reset Password (Lupa Password), dengan kode dari perangkat lama atau BKPSDM.',
      'Terima kasih. Semua sesi sudah diakhiri dan akun Anda ditahan.',
      'Demi keamanan, berbagi, ekspor, dan perubahan email dibuka kembali pada 18 Agustus 2026 pukul 09.30 WIB karena MFA baru diaktifkan ulang.',
    ]),
    ...shown('password-baru', [
      'Password Anda belum memenuhi ketentuan. Silakan buat password baru.',
      'Ketik password baru.',
      'Password minimal 12 karakter; Anda mengetik 9.',
      'Password paling banyak 256 karakter.',
      'Password memuat karakter yang tidak dapat dipakai. Ketik ulang dengan huruf, angka, dan simbol biasa.',
      'Password harus memuat huruf besar, huruf kecil, angka, dan simbol. Belum ada: simbol.',
      'Password tidak boleh memuat NIP atau tanggal lahir.',
      'Password tidak boleh memuat nama Anda.',
      'Password tidak boleh memuat nama instansi atau layanan.',
      'Password ini terlalu umum dan mudah ditebak. Pilih yang lain.',
      'Password baru harus berbeda dari yang lama.',
      'Konfirmasi password tidak sama.',
      'Ketik password Anda sekarang.',
      'Password sekarang salah. Periksa kembali, lalu coba lagi.',
    ]),
    ...shown('lupa-password', [
      'Terlalu banyak password salah. Gunakan Reset Password (Lupa Password).',
    ]),
  ],
  reset: [
    said('Email saya yang terdaftar sudah tidak aktif.', 'email-tidak-aktif'),
    ...shown('email-tidak-aktif', [
      'Kode salah atau sudah tidak berlaku. Periksa NIP dan kode, lalu coba lagi. Setelah lima kali salah, minta BKPSDM mengajukannya kembali.',
      'Ketik 8 angka dari email.',
      'Kode terdiri dari 8 angka; Anda mengetik 5.',
      'Kode hanya berisi angka.',
      'Perubahan email dibuka kembali pada 18 Agustus 2026 pukul 09.30 WIB karena MFA baru diaktifkan. Ketik kode ini lagi setelah itu, selama masih berlaku.',
      'Email Anda sudah berubah sejak perbaikan ini diajukan. Minta BKPSDM mengajukannya kembali.',
      'Email baru Anda sudah tersimpan. Demi keamanan, email itu dapat dipakai untuk reset setelah 3 hari.',
    ]),
    said('Kode dari email tidak datang.', 'kode-email'),
    ...shown('lupa-password', [
      'Ketik NIP atau NI PPPK Anda.',
      'Ketik email yang terdaftar di SIASN.',
      'Email tidak lengkap. Contoh: nama@instansi.go.id.',
      'Waktu reset habis atau reset dihentikan. Silakan mulai dari awal.',
      'Password baru tersimpan dan semua sesi diakhiri. Silakan masuk; Anda akan diminta mengaktifkan MFA.',
      'Password baru tersimpan dan semua sesi diakhiri. Silakan masuk; Anda akan diminta mengaktifkan MFA lagi.',
      'Password baru tersimpan dan semua sesi diakhiri. Silakan masuk; kode dari perangkat Anda tetap berlaku.',
    ]),
    ...shown('kode-email', [
      'Jika NIP dan email cocok, kode 8 angka sudah dikirim dan berlaku sampai pukul 10.52 WIB. Periksa juga folder spam. Paling banyak 3 kode per jam. Email sudah tidak aktif? Hubungi BKPSDM.',
      'Ketik 8 angka dari email.',
      'Kode terdiri dari 8 angka; Anda mengetik 5.',
      'Kode hanya berisi angka.',
      'Kode salah. Sisa 4 percobaan.',
      'Kode salah lima kali. Silakan mulai dari awal.',
      'Kode sudah tidak berlaku. Silakan minta kode baru.',
    ]),
    ...shown('kode-salah', ['Kode salah lima kali. Silakan mulai dari awal.']),
    ...shown('ganti-hp', [
      'Permintaan diterima. Perangkat baru dapat diaktifkan mulai 18 Agustus 2026 pukul 09.30 WIB. Sampai saat itu perangkat lama tetap berlaku dan permintaan dapat dibatalkan.',
      'Waktu tunggu permintaan Anda sudah selesai. Pilih kode email sekali lagi untuk mengaktifkan perangkat baru.',
      'Perangkat baru dapat diaktifkan sampai 21 Agustus 2026 pukul 09.30 WIB. Sampai perangkat baru aktif, perangkat lama tetap berlaku dan permintaan dapat dibatalkan.',
      'Reset MFA sedang berlangsung di browser lain. Perangkat lama tetap berlaku sampai perangkat baru aktif.',
      'Permintaan Reset MFA dibatalkan. Perangkat lama tetap berlaku.',
      'Tidak ada permintaan Reset MFA yang menunggu.',
      'MFA sudah direset 3 kali dalam 30 hari. Silakan coba lagi mulai 18 Agustus 2026, atau hubungi BKPSDM.',
      'Untuk petugas dan admin, MFA tidak dapat direset dengan kode email. Kode cadangan tidak ada? Hubungi BKPSDM.',
      'Permintaan ini sudah tidak ada. Silakan masuk lagi.',
    ]),
    ...shown('kode-bkpsdm', [
      'Petugas BKPSDM memberi kode aktivasi ulang untuk akun Anda, berlaku sampai 18 Agustus 2026 pukul 09.30 WIB. Sampai perangkat baru aktif, perangkat lama tetap berlaku dan kode itu dapat dibatalkan.',
      'Kode aktivasi ulang sudah dipakai atau sudah tidak berlaku. Minta kode baru kepada BKPSDM.',
    ]),
  ],
  code: [
    ...shown('kode-salah', [
      'Ketik 6 angka dari aplikasi autentikator.',
      'Kode terdiri dari 6 angka; Anda mengetik 5.',
      'Kode hanya berisi angka.',
      'Kode salah. Pastikan entri ASN Digital yang Anda buka, tunggu kode berikutnya, lalu ketik kode itu.',
      'Kode ini sudah dipakai. Tunggu kode berikutnya, lalu ketik kode baru itu.',
      'Kode ini sudah dipakai untuk masuk. Buka Beranda; bila Beranda meminta masuk lagi, silakan masuk dengan kode berikutnya.',
      'Sisa 3 percobaan.',
      'Lima kode salah. Demi keamanan, silakan masuk lagi dari awal.',
      'Verifikasi dikunci sampai pukul 10.57 WIB (15 menit lagi) karena terlalu banyak kode salah.',
    ]),
    said('Dahulu tertulis Invalid authenticator code atau Kode Tidak Sesuai.', 'kode-salah'),
    ...shown('jam-hp', [
      'Kode ini sudah lewat sekitar 90 detik. Ketik kode yang sedang tampil; bila tetap gagal, nyalakan waktu otomatis di HP.',
      'Kode tidak cocok karena jam HP Anda lebih lambat sekitar 3 menit 10 detik. Nyalakan waktu otomatis di HP, lalu ketik kode yang baru.',
      'Jam HP Anda lebih cepat 1 jam. Biasanya jam disetel ke WITA, tetapi zona waktu HP masih WIB. Nyalakan waktu dan zona waktu otomatis, lalu ketik kode yang baru.',
      'Jam HP Anda lebih lambat 24 jam. Biasanya tanggal HP selisih satu hari. Nyalakan tanggal dan waktu otomatis, lalu ketik kode yang baru.',
      'Jam HP Anda lebih cepat 3 jam. Biasanya zona waktu HP tidak sesuai. Nyalakan waktu dan zona waktu otomatis, lalu ketik kode yang baru.',
    ]),
    ...shown('qr-lama', [
      'Kode ini dari QR lama (HP Samsung, 3 Maret 2026). Pakai entri ASN Digital terbaru, lalu hapus entri lama di aplikasi.',
    ]),
    said('HP saya hilang, rusak, atau ganti.', 'ganti-hp'),
    said('Aplikasi autentikator terhapus, atau entri ASN Digital hilang.', 'ganti-hp'),
    ...shown('kode-cadangan', [
      'Batas kode salah sudah habis. Pakai kode cadangan, atau hubungi BKPSDM.',
      'Ketik kode cadangan Anda.',
      'Kode cadangan terdiri dari 16 huruf dan angka. Periksa kembali.',
      'Kode cadangan salah atau sudah dipakai.',
      'Terlalu banyak kode cadangan salah. Silakan coba lagi pukul 10.57 WIB (15 menit lagi).',
      'Kode cadangan Anda sudah tidak berlaku karena terlalu banyak kode salah. Hubungi BKPSDM.',
    ]),
    ...shown('kode-cadangan', [
      'Anda belum memiliki kode cadangan yang berlaku.',
      'Kode cadangan Anda belum ditandai tersimpan.',
      'Kode cadangan Anda tinggal sedikit.',
      '10 kode cadangan baru. Kode yang lama tidak berlaku lagi.',
    ]),
    said('Saya tidak tahu apa itu kode cadangan, atau belum menyimpannya.', 'kode-cadangan'),
    said('Saya punya kode dari BKPSDM.', 'kode-bkpsdm'),
    ...shown('kode-bkpsdm', [
      'Ketik kode aktivasi ulang dari BKPSDM.',
      'Kode aktivasi ulang terdiri dari 12 huruf dan angka. Periksa kembali.',
      'Kode aktivasi ulang salah atau sudah tidak berlaku. Sisa 4 percobaan.',
      'Lima kode salah. Demi keamanan, silakan masuk lagi dari awal.',
    ]),
  ],
  activation: [
    said('QR tidak muncul, atau kamera tidak dapat memindainya.', 'qr-tidak-terbaca'),
    said('Saya membuka halaman aktivasi di HP itu sendiri.', 'qr-tidak-terbaca'),
    said('Ada dua entri ASN Digital di aplikasi autentikator.', 'qr-lama'),
    ...shown('aktivasi', [
      'MFA Anda perlu diaktifkan lagi.',
      'Perangkat lama tetap berlaku sampai perangkat baru aktif. Sudah ada lagi? Masuk dari awal dengan kodenya.',
      'QR ini sudah lewat 15 menit. Hapus entri lama di aplikasi, lalu pindai QR yang baru.',
      'QR sudah diminta 5 kali dalam satu jam. Silakan coba lagi pukul 10.57 WIB (15 menit lagi).',
      'Beri nama perangkat, misalnya HP Samsung.',
      'Nama perangkat paling banyak 40 karakter.',
      'Nama perangkat ini sudah dipakai. Pilih nama lain.',
    ]),
    ...shown('ganti-hp', [
      'Anda sudah memiliki 5 perangkat. Hapus satu lebih dahulu.',
      'Perangkat terakhir tidak dapat dihapus. Tambahkan penggantinya lebih dahulu.',
    ]),
    ...shown('kode-cadangan', [
      'MFA aktif di perangkat HP Samsung. Simpan 10 kode cadangan ini; kode hanya ditampilkan sekali.',
    ]),
  ],
  session: [
    ...shown('sesi-berakhir', [
      'Waktu verifikasi habis. Silakan masuk lagi.',
      'Sesi Anda berakhir dalam 2 menit.',
      'Sesi Anda berakhir dalam 2 menit. Simpan pekerjaan Anda; setelah itu silakan masuk lagi.',
      'Sesi Anda sudah berakhir. Silakan masuk lagi.',
    ]),
    ...shown('halaman-tidak-berlaku', [
      'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
      'Isian yang dikirim tidak lengkap atau tidak dapat dibaca.',
      'Isian yang dikirim terlalu besar.',
    ]),
  ],
  archive: [
    said('Arsip saya kurang, atau keadaan berkasnya tidak saya pahami.', 'arsip-saya'),
    ...shown('arsip-saya', [
      'Tidak ada salinan berkas ini yang utuh di tempat penyimpanan.',
      'Tidak ada salinan gambar halaman ini yang utuh di tempat penyimpanan.',
    ]),
    said('Unggahan saya terputus, ditolak, atau dikembalikan.', 'unggah-berkas'),
    said('Berkas saya diusulkan musnah.', 'arsip-diusulkan-musnah'),
    said('Saya membagikan berkas lewat tautan.', 'berbagi-berkas'),
    said('Tautan ke berkas yang saya terima tidak terbuka.', 'tautan-berbagi'),
    said('Saya ingin mengunduh seluruh arsip saya.', 'unduh-arsip'),
    said('Saya ingin memeriksa keaslian sebuah dokumen.', 'memeriksa-keaslian'),
  ],
  office: [
    said('Saya diberi peran, atau peran saya berakhir.', 'peran'),
    ...shown('peran', [
      'Peran yang Anda pakai sudah berakhir. Bila Anda baru saja mengirim sesuatu, itu tidak disimpan.',
    ]),
    said('Meja layanan menolak tindakan saya.', 'meja-layanan'),
    said('Verifikasi saya ditolak.', 'verifikasi'),
    ...shown('penyusutan', ['Tidak ada salinan dokumen ini yang utuh di tempat penyimpanan.']),
    said('Aturan retensi atau serah terima arsip ditolak.', 'penyusutan'),
    said('Penahanan arsip ditolak.', 'penahanan-arsip'),
    said('Langkah saya dalam usul musnah ditolak.', 'pemusnahan'),
    said('Berkas impor nasional tidak diterima.', 'impor-nasional'),
    said('Perubahan jenis arsip ditolak.', 'jenis-arsip'),
    said('Usulan situs penyemat ditolak.', 'situs-penyemat'),
  ],
  other: [
    ...shown('server-sibuk', [
      'Server sedang sibuk. Silakan coba lagi dalam 5 detik.',
      'Jam server kami sedang tidak tepat; HP Anda tidak bermasalah. Silakan coba beberapa menit lagi.',
    ]),
    ...shown('server-sibuk', [
      'Terjadi gangguan di pihak kami. Silakan coba beberapa menit lagi.',
      'ASN Digital sedang tidak dapat melayani.',
      'Salinan berkas ini sedang tidak dapat dibaca, dan pengelola sudah diberi tahu.',
      'Koneksi terputus. Isian Anda masih ada; silakan kirim lagi.',
    ]),
    ...shown('halaman-tidak-ada', ['Halaman ini tidak ada.']),
    ...shown('bukan-saya', [
      'Anda datang dari surat yang menceritakan kegiatan di akun ASN Digital Anda. Bila kegiatan itu bukan dari Anda, tekan tombol di bawah ini.',
      'Tautan ini sudah tidak berlaku. Bila perlu, hubungi BKPSDM.',
    ]),
    said('Saya menerima surat tentang kegiatan yang bukan dari saya.', 'bukan-saya'),
    ...shown('akun-ditahan', [
      'Demi keamanan, unduhan data dibuka kembali pada 18 Agustus 2026 pukul 09.00 WIB karena MFA baru diaktifkan.',
      'Demi keamanan, unduhan data dibuka kembali pada 18 Agustus 2026 pukul 09.00 WIB karena MFA baru diaktifkan ulang.',
    ]),
    said('Ada yang meminta password atau kode OTP saya.', 'akun-ditahan'),
  ],
}

function shown(topic: HelpTopic, screens: readonly string[]): Symptom[] {
  return screens.map((screen) => ({ screen, topic }))
}

function said(situation: string, topic: HelpTopic): Symptom {
  return { situation, topic }
}
