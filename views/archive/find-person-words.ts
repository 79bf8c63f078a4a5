export const FIND_PERSON = {
  search: 'Cari pegawai',
  label: 'NIP atau nama pegawai',
  nobody: 'Tidak ada pegawai yang cocok di instansi Anda.',
  more: 'Berikutnya',
} as const
