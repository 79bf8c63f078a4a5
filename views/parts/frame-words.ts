/** Shown by the script alone, when an answer did not arrive. */
export const CONNECTION_LOST = 'Koneksi terputus. Isian Anda masih ada; silakan kirim lagi.'

/** Before the title of a page that came back with a refusal. */
export const REFUSED_TITLE = 'Kesalahan'

export const OWNER = 'Badan Kepegawaian Negara'

/** For whom somebody acts who wears no hat. */
export const OWN_HAT = 'Sebagai diri sendiri'
