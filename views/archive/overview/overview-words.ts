import type { Purpose } from '#domain/archive/access.ts'
import type { Shelf } from '#domain/archive/overview.ts'
import { countText } from '../../parts/number-words.ts'
import { purposeText } from '../reading-words.ts'

export const ARCHIVE = {
  title: 'Arsip',
  gaps: 'Yang perlu dilakukan',
  allGaps: 'Tampilkan semua kekurangan',
  gapsTitle: 'Semua kekurangan',
  onTheirWay: 'Dalam proses',
  notices: 'Kabar 30 hari terakhir',
  others: 'Berkas lain',
  othersLead:
    'Tersimpan, tetapi tidak diminta untuk kedudukan Anda sekarang, atau sudah dimusnahkan menurut jadwal.',
  nothingOf: 'Jenis dokumen lain yang dapat ditambahkan',
  search: 'Cari berkas',
  more: 'Lainnya',
  uploads: 'Unggahan yang belum selesai',
  accesses: 'Siapa melihat berkas saya',
  help: 'Bantuan tentang arsip',
  lost: 'Berkas berikut sedang tidak dapat dibuka, karena tidak ada salinannya yang utuh. Isian dan statusnya tetap; langkah Anda tertulis di halaman berkasnya.',
  proposed: 'Arsip saya yang diusulkan musnah',
  add: 'Tambah yang belum tampil di sini',
  back: 'Kembali ke Arsip',
  toDesk: 'Kembali ke Meja layanan',
  left: 'Masa dinas Anda sudah berakhir. Arsip Anda tetap dapat dilihat dan diunduh; tidak ada lagi yang perlu dilengkapi. Untuk berkas yang masih diperlukan, hubungi BKPSDM instansi terakhir Anda.',
  missing: 'Unggah',
} as const

export const PURPOSE = {
  title: 'Untuk keperluan apa?',
  lead: 'Setiap pembukaan arsip pegawai dicatat beserta keperluannya, dan pegawai itu dapat membacanya.',
  back: 'Kembali ke pegawai',
} as const

/** What each reading under the hat of an officer may be for. */
export function askedPurposeText(purpose: Purpose): string {
  const text = purpose === 'support' ? 'membantu pegawai ini' : purposeText(purpose)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function lookingText(purpose: Purpose): string {
  return `Anda membuka arsip ini untuk ${purpose === 'support' ? 'membantu pegawai' : purposeText(purpose)}.`
}

export function elsewhereText(count: number): string | undefined {
  if (count === 0) return undefined
  return `${countText(count)} berkas masih disimpan instansi sebelumnya dan tampil di sini setelah serah terima. Jangan unggah ulang.`
}

/** 58 dari 60 terverifikasi */
export function shelfText({ slots, present }: Shelf): string {
  const expected = slots.filter(({ isRequired, state }) => isRequired || state.kind !== 'missing')
  return `${countText(present)} dari ${countText(expected.length)} terverifikasi`
}

export function optionalText(isRequired: boolean): string {
  return isRequired ? '' : 'tidak wajib'
}
