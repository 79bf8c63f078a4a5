import type { MfaLeft } from '#domain/reset/reset.ts'

/** What was done to a link that one shares. */
export type ShareDone = 'dibuat' | 'diubah' | 'diakhiri'

/** What became of an objection. */
export type ObjectionDone = 'diteruskan' | 'sudah-diteruskan' | 'terlalu-lama' | 'sendiri'

/** The boxes that other sites show; help has one for each of its topics. */
export type EmbedBox = 'verifikasi' | 'masuk' | 'aktivasi'

/** Nouns of what is asked for. */
export const IMPORT_ORDERS = ['penerapan', 'penghentian', 'pembatalan'] as const
export type ImportOrder = (typeof IMPORT_ORDERS)[number]

/** Files of which no copy is whole, and those that were mended of late. */
export const INCIDENT_LISTS = ['terbuka', 'pulih'] as const
export type IncidentListName = (typeof INCIDENT_LISTS)[number]

/** How the lists of holds are called in their address. */
export const HOLD_LISTS = ['berlaku', 'tinjau', 'pencabutan', 'dicabut'] as const
export type HoldListName = (typeof HOLD_LISTS)[number]

/** What is done to a list of records, as a noun under it. */
export const BATCH_ACT_PATHS = [
  'kursi',
  'lepas-kursi',
  'surat',
  'tanda-tangan',
  'persetujuan',
  'kehadiran',
  'pelaksanaan',
] as const
export type BatchActPath = (typeof BATCH_ACT_PATHS)[number]

/** What an officer does for somebody, as a noun under that person. */
export type DeskActPath =
  | 'buka-kunci'
  | 'penonaktifan'
  | 'pengaktifan'
  | 'penahanan'
  | 'kirim-ulang'
  | 'catatan'

/** What a verifier has just decided of the file before this one. */
export const JUDGED_BEFORE = ['diterima', 'dikembalikan'] as const
export type JudgedBefore = (typeof JUDGED_BEFORE)[number]

/** What the page one comes back to says has been done. */
export type AccountDone = 'password'
export type DeviceDone = 'ditambah' | 'diganti' | 'dinamai' | 'dihapus'
export type SessionDone = 'diakhiri' | 'lainnya-diakhiri'
export type HatDone = 'diletakkan'
export type RoleDone = 'diusulkan' | 'diberikan' | 'ditolak' | 'ditarik' | 'diakhiri'
export type HoldDone = 'dipasang' | 'ditinjau' | 'diajukan' | 'dicabut' | 'tetap'
export type RuleDone = 'contoh' | 'diusulkan' | 'diterbitkan' | 'ditolak' | 'ditarik'
export type CustodyDone = 'ditawarkan' | 'diterima' | 'ditolak' | 'ditarik'
export type BatchDone =
  | 'disusun'
  | 'dilepas'
  | 'dicatat'
  | 'ditandatangani'
  | 'disetujui'
  | 'hadir'
  | 'dimulai'
  | 'duduk'
export type AgencyDone = 'ditambah' | 'diubah'
export type SiteDone = 'diusulkan' | 'diterapkan' | 'ditolak' | 'ditarik'
export type TypeDone = 'diusulkan' | 'diterapkan' | 'ditolak' | 'ditarik'

/** What the sign-in page says after a reset; the query is ours, so that it can be told from others. */
export const AFTER_RESET: Record<MfaLeft, string> = {
  none: 'password-baru-aktivasi-pertama',
  reactivation: 'password-baru-aktivasi-ulang',
  kept: 'password-baru',
}

export type UploadDone = 'dibatalkan' | 'baris-dihapus'
