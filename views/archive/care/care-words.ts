import type { Zone } from '#domain/agency.ts'
import { countText } from '../../parts/number-words.ts'
import { momentText } from '../../parts/time-words.ts'

export const CARE_TITLE = 'Kesehatan arsip'
const NOTHING_COUNTED = 'Salinan berkas belum dihitung. Buka kembali halaman ini nanti.'
export const NO_FILES = 'Belum ada berkas.'
export const COVERED_HINT =
  'Terperiksa: salinan yang dibaca utuh dalam 90 hari terakhir dan sama dengan aslinya. Salinan yang belum dapat diperiksa tidak dihitung.'
export const STORES_CAPTION = 'Salinan berkas menurut tempat penyimpanan'
export const PAPERS_TITLE = 'Dokumen pemusnahan'
export const PAPERS_HINT =
  'Berita acara dan surat pemusnahan adalah arsip vital, disimpan selamanya dan dirawat seperti berkas pegawai. Angka ini sudah termasuk dalam tabel di atas.'
export const PAPERS_CAPTION = 'Salinan dokumen pemusnahan menurut tempat penyimpanan'
export const NO_PAPERS = 'Belum ada dokumen pemusnahan.'
export const AGENCIES_CAPTION = 'Instansi yang paling perlu perhatian lebih dahulu'
export const ALL_WELL = 'Semua berkas memiliki salinan yang sehat.'

/** Names of stores are ours; whatever else is configured is shown as it is. */
export function storeText(store: string): string {
  if (store === 'main') return 'Penyimpanan utama'
  return store === 'copy' ? 'Salinan kedua' : store
}

export function careCountedText(at: Date | undefined, zone: Zone): string {
  return at ? `Angka per ${momentText(at, zone)}.` : NOTHING_COUNTED
}

export function awayText(store: string): string {
  return `${storeText(store)} sedang tidak terjangkau. Salinan di sana belum dapat diperiksa dan tidak dihitung hilang. Pengelola perlu memasang atau menyambungkannya kembali.`
}

export function lostText(incidents: number): string {
  return `${countText(incidents)} berkas tanpa salinan sehat`
}

export function incidentText(incidents: number): string {
  return `${countText(incidents)} berkas tidak memiliki salinan yang sehat di tempat mana pun. Pulihkan dari cadangan penyimpanan, atau minta pengirimnya mengirimkannya lagi.`
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']

/** 12,3 GB, in one piece */
export function bytesText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  const digits = { maximumFractionDigits: power === 0 || value >= 100 ? 0 : 1 }
  return `${new Intl.NumberFormat('id-ID', digits).format(value)}\u00a0${UNITS[power]}`
}
