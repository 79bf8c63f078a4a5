export const LANDING = {
  title: 'Satu pintu layanan ASN',
  lead: 'ASN Digital adalah satu pintu layanan kepegawaian bagi PNS, CPNS, dan PPPK. Cukup satu kali masuk, dengan NIP, password, dan kode dari HP Anda.',
  signIn: 'Masuk',
  first: 'Baru pertama kali masuk?',
  preparation: 'Yang perlu disiapkan',
  activation: 'Panduan aktivasi',
  stuck: 'Ada kendala?',
  stuckHint: 'Pilih tulisan yang Anda lihat di layar; sebab dan langkah berikutnya ada di sana.',
  help: 'Buka Bantuan',
  assurance: 'Supaya Anda tenang',
  assurances: [
    'Tidak ada petugas yang meminta password atau kode OTP Anda, lewat telepon, WhatsApp, maupun email.',
    'Tidak ada aplikasi ASN Digital yang harus dipasang. Cukup browser dan aplikasi autentikator di HP.',
    'Orang lain yang salah mengetik password dengan NIP Anda tidak dapat mengunci Anda di browser yang biasa Anda pakai.',
  ],
} as const
