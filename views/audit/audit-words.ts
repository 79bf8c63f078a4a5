import type { Role } from '#domain/access/mandate.ts'
import type { AuditKind } from '#domain/audit/asked.ts'
import { countText } from '../parts/number-words.ts'
import type { Told } from '../parts/problem.tsx'
import { roleText } from '../parts/role-words.ts'

export const AUDIT =
  'Semua yang dilihat dan dilakukan petugas atas nama instansi. Setiap pembacaan halaman ini dicatat; bila Anda mencari satu pegawai, pegawai itu dapat melihatnya.'

/** What can be asked of every list for auditors. */
export const AUDITED_LIST = {
  agency: 'Kode atau nama instansi',
  state: 'Keadaan',
  anyState: 'Semua keadaan',
  show: 'Tampilkan',
  more: 'Yang lebih lama',
  first: 'Yang terbaru',
} as const

export const AUDITED_EVENTS = { leaf: 'Nomor catatan di log' } as const

/** Who did it, in which role. */
export function byText({ by, role }: { by: string | undefined; role: Role | undefined }): string {
  if (!by) return 'Otomatis oleh portal'
  return role ? `Oleh ${by}, ${roleText(role)}` : `Oleh ${by}`
}

export const NO_EVENTS = 'Tidak ada catatan yang cocok.'

export const NO_EXPORTS = 'Tidak ada unduhan yang cocok.'

export const NO_ALARMS = 'Tidak ada batas harian yang tercapai dalam 7 hari terakhir.'

export type AuditProblem =
  | { kind: 'stale' }
  | { kind: 'noSuchAgency' | 'noSuchOfficer' | 'noSuchSubject' | 'noSuchFrom' | 'noSuchTo' }

export function kindText(kind: AuditKind): string {
  switch (kind) {
    case 'views':
      return 'Melihat'
    case 'acts':
      return 'Tindakan'
    case 'alarms':
      return 'Batas harian tercapai'
    case 'exports':
      return 'Unduhan daftar pegawai'
  }
}

/** What left the desk, and how much of it; a file that broke off has no count. */
export function exportText(what: ExportWhat, rows: number | undefined): string {
  const count = rows === undefined ? 'tidak selesai' : `${countText(rows)} pegawai`
  return `${EXPORTS[what]}, ${count}.`
}

type ExportWhat = 'search' | 'list' | 'agency' | 'gaps'

const EXPORTS: Record<ExportWhat, string> = {
  search: 'Hasil pencarian diunduh',
  list: 'Daftar yang ditempel diunduh',
  agency: 'Seluruh pegawai dalam peran diunduh',
  gaps: 'Laporan kekurangan berkas diunduh',
}

export function auditTold({ kind }: AuditProblem): Told {
  switch (kind) {
    case 'stale':
      return {
        text: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
        topic: 'halaman-tidak-berlaku',
      }
    case 'noSuchAgency':
      return about('instansi', 'Instansi dengan kode atau nama ini tidak ditemukan.')
    case 'noSuchOfficer':
      return about('petugas', 'Petugas dengan NIP ini tidak ditemukan.')
    case 'noSuchSubject':
      return about('pegawai', 'Pegawai dengan NIP ini tidak ditemukan.')
    case 'noSuchFrom':
      return about('mulai', 'Tanggal mulai tidak ada di kalender.')
    case 'noSuchTo':
      return about('akhir', 'Tanggal akhir tidak ada di kalender.')
  }
}

function about(field: string, text: string): Told {
  return { text, topic: 'meja-layanan', field }
}
