export const HATS =
  'Anda bertindak dalam satu peran pada satu waktu. Semua tindakan atas nama instansi dicatat dengan peran itu dan dapat dilihat oleh pegawai yang bersangkutan.'

export const NO_HATS =
  'Anda tidak memegang peran apa pun. Peran diberikan oleh admin instansi Anda.'

export const WORN = 'Sedang dipakai'

export const OWN = 'Diri sendiri'

export const OWN_TEXT = 'Hanya akun dan arsip Anda sendiri.'
