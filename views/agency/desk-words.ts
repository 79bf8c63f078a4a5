export const DESK = 'Meja layanan'

export const SEARCH_LABEL = 'NIP atau nama pegawai'

export const SEARCH_HINT = 'NIP boleh dengan spasi atau hanya bagian depannya; nama boleh sebagian.'

export const TOO_SHORT = 'Ketik sedikitnya 4 angka NIP atau 2 huruf nama.'

export const NOBODY_FOUND = 'Tidak ada pegawai yang cocok di instansi Anda.'

export const NOBODY_MORE = 'Tidak ada lagi pegawai yang cocok.'

/** R-AD-01: outside the scope is as unknown. */
export const NOT_IN_AGENCY = 'Pegawai dengan NIP ini tidak ditemukan di instansi Anda.'

export const FOUND_CAPTION = 'Pegawai yang cocok, menurut abjad'

export const RECORDED =
  'Membuka halaman seorang pegawai dicatat, dan pegawai itu dapat membacanya di akunnya.'

export const PASTE_LIST = 'Periksa banyak NIP sekaligus'

export const EXPORT_FOUND = 'Unduh sebagai CSV'

export const EXPORT_ALL = 'Unduh seluruh pegawai sebagai CSV'

export const DESK_AREAS = {
  board: 'Papan instansi',
  roles: 'Peran',
  settings: 'Pengaturan',
  objections: 'Keberatan atas akses arsip',
  secrets: 'Pembaca arsip rahasia',
  archive: 'Cari arsip instansi',
  gaps: 'Laporan kekurangan berkas',
  bulk: 'Unggah massal atas nama pegawai',
  uploads: 'Unggahan saya',
}

export const OPEN_ARCHIVE = 'Buka arsip pegawai ini'

export function approvalsText(waiting: number): string {
  return waiting === 0 ? 'Persetujuan' : `Persetujuan (${waiting} menunggu Anda)`
}
