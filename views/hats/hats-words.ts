export const HATS =
  'Anda bertindak dalam satu peran pada satu waktu. Semua tindakan atas nama instansi dicatat dengan peran itu dan dapat dilihat oleh pegawai yang bersangkutan.'

export const NO_HATS =
  'Anda tidak memegang peran apa pun. Peran diberikan oleh admin instansi Anda.'

export const PUT_ON = 'Pakai peran ini'

export const WORN = 'Sedang dipakai'

export const OWN = 'Diri sendiri'

export const OWN_TEXT = 'Hanya akun dan arsip Anda sendiri.'

export const LAY_DOWN = {
  title: 'Letakkan peran',
  link: 'Letakkan peran ini',
  what: 'Peran ini berakhir saat itu juga. Usulan yang Anda ajukan dalam peran ini dan belum diputuskan dihentikan. Untuk memegangnya lagi, dua orang harus memberikannya.',
  button: 'Letakkan peran ini',
  done: 'Peran diletakkan.',
}

export const ROLE_OVER = {
  title: 'Peran Anda sudah berakhir',
  nothing:
    'Peran yang Anda pakai sudah berakhir. Bila Anda baru saja mengirim sesuatu, itu tidak disimpan.',
}

export function endedText(moment: string, end: { by: string; reason: string } | undefined): string {
  if (!end) return `Berakhir pada ${moment}.`
  return `Diakhiri pada ${moment} oleh ${end.by}. Alasan: ${end.reason}`
}
