/** Shown by the script alone, when an answer did not arrive. */
export const CONNECTION_LOST = 'Koneksi terputus. Isian Anda masih ada; silakan kirim lagi.'

export const OWNER = 'Badan Kepegawaian Negara'
