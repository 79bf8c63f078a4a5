import type { Happening } from '#domain/audit/event.ts'

export const HISTORY =
  'Semua masuk, percobaan yang gagal, dan perubahan di akun Anda selama 180 hari terakhir. Yang terbaru di atas.'

export const NO_HISTORY = 'Tidak ada kejadian yang lebih lama.'

export const NOT_YOU =
  'Ada yang bukan Anda? Akhiri semua sesi lain, lalu ganti password. Percobaan yang gagal dari tempat lain tidak mengunci Anda.'

export const RECORD =
  'Setiap kali seseorang selain Anda melihat atau mengubah akun Anda, catatannya ada di sini: siapa, dari instansi mana, mengapa, dan kapan.'

export const NOBODY = 'Belum ada seorang pun selain Anda yang menyentuh akun ini.'

export const NOBODY_OLDER = 'Tidak ada catatan yang lebih lama.'

/** Behind what no person did. */
export function nobodyText({ kind }: Happening): string {
  const isImport = kind === 'imported' || kind === 'importChanged'
  return isImport ? 'pemuatan data kepegawaian nasional' : 'ASN Digital'
}
