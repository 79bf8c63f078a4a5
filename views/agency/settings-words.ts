export const SETTINGS = {
  title: 'Pengaturan instansi',
  heading: 'Reset MFA',
  what: 'Untuk petugas dan admin, reset MFA selalu memerlukan persetujuan petugas kedua. Anda dapat memintanya untuk semua pegawai instansi.',
  isOn: 'Sekarang: petugas kedua menyetujui setiap reset MFA.',
  isOff: 'Sekarang: satu petugas dapat mereset MFA pegawai yang tidak memegang peran.',
  turnOn: 'Minta petugas kedua untuk semua',
  turnOff: 'Cukup satu petugas',
} as const
