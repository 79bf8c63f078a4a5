import type { Zone } from '#domain/agency.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import { FIELDS, type MetadataField } from '#domain/archive/metadata-fields.ts'
import type { Returned, Version } from '#domain/archive/version.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { sizeText } from '../../national/imports-words.ts'
import { countText } from '../../parts/number-words.ts'
import { civilDayText, dayText } from '../../parts/time-words.ts'
import { returnCodeText } from '../slot-words.ts'

export const RECORD = {
  pages: 'Halaman',
  data: 'Isian',
  versions: 'Semua versi',
  happened: 'Yang terjadi pada berkas ini',
  kept: 'Penyimpanan',
  notYetKept:
    'Belum ada versi yang terverifikasi, jadi masa simpannya belum dihitung. Versi yang dikembalikan dibatalkan otomatis setelah satu tahun.',
  mayObject: 'Sebelum sesuatu dimusnahkan, pemiliknya diberi tahu dan dapat mengajukan keberatan.',
  readers: 'Siapa yang melihat',
  nobody: 'Belum ada orang lain yang melihat berkas ini.',
  allReaders: 'Seluruh catatan akses berkas ini',
  download: 'Unduh PDF',
  newVersion: 'Unggah versi baru',
  mend: 'Perbaiki dan unggah lagi',
  withdraw: 'Ikuti atau batalkan',
  cover: 'Lembar sampul untuk dicetak',
  returned: 'Berkas dikembalikan',
  toPlace: 'Lihat bagian yang ditandai',
  proposed: 'Diusulkan musnah',
  proposedText:
    'Masa simpannya menurut JRA sudah berakhir dan panitia penilai merekomendasikan pemusnahannya. Belum ada yang dimusnahkan.',
  object: 'Ajukan keberatan',
  revoked:
    'Verifikasi versi ini dicabut dua verifikator. Berkas diperiksa lagi, dan sementara itu tidak ada versi yang berlaku. Bila ada berkas yang benar, unggah sebagai versi baru.',
  destroyed:
    'Isi berkas ini sudah dimusnahkan menurut jadwal dan tidak dapat dikembalikan. Yang tersisa adalah catatan ini.',
  noPages: 'Halaman belum dapat dilihat.',
  malware:
    'Berkas ini terdeteksi berbahaya, sehingga tidak dapat dibuka atau diunduh. Unggah versi yang bersih.',
  gone: 'Isi versi ini sudah dimusnahkan.',
  shown: 'sedang ditampilkan',
  digitised: 'Alih media: PDF dibuat dari foto kertas.',
  notScanned: 'Belum dipindai dari perangkat lunak berbahaya.',
  morePages: 'Berikutnya',
  fewerPages: 'Sebelumnya',
  back: 'Kembali ke berkas',
  marked: 'Bagian yang dimaksud verifikator ditandai dengan kotak merah.',
  markedPage: 'Halaman ini yang dimaksud verifikator.',
  print: 'Cetak',
} as const

export const COVER = {
  title: 'Lembar sampul arsip',
  lead: 'Ringkasan data berkas dalam arsip kepegawaian digital; bukan pengganti isinya.',
  owner: 'Pemilik arsip',
  nip: 'NIP',
  agency: 'Instansi penyimpan',
  document: 'Dokumen',
  group: 'Kelompok',
  classification: 'Klasifikasi',
  version: 'Versi',
  status: 'Keadaan',
  pages: 'Halaman',
  number: 'Nomor arsip',
  printed: 'Dicetak',
} as const

/** What the two verifiers read, and its owner as well. */
export function revokedForText(reason: string): string {
  return `Alasan: ${reason}`
}

/** Versi 2, 3 halaman, 412 kB, diterima 17 Agustus 2026 */
export function versionText(version: Version, zone: Zone): string {
  const pages = 'pages' in version ? `${countText(version.pages)} halaman, ` : ''
  return `${pages}${sizeText(version.bytes)}, diterima ${dayText(version.receivedAt, zone)}`
}

export function versionName({ no }: Pick<Version, 'no'>): string {
  return `Versi ${no}`
}

export function pageText(page: number, pages: number): string {
  return `Halaman ${countText(page)} dari ${countText(pages)}`
}

/** Why it came back, each with what mends it, and what the verifier wrote. */
export function reasonTexts({ codes, note }: Returned): string[] {
  return [...codes.map(returnCodeText), ...(note ? [`Catatan verifikator: ${note}`] : [])]
}

export function placeText({ place }: Returned): string | undefined {
  return place && `Yang dimaksud ada di halaman ${countText(place.page)}.`
}

export function metadataText(field: MetadataField, metadata: Metadata): string {
  const text = metadata[field] ?? ''
  const day = FIELDS[field].kind === 'date' ? parseCivilDate(text) : undefined
  return day ? civilDayText(day) : text
}

export function holdTold(agencyName: string, since: Date, zone: Zone): string {
  return `Ditahan oleh unit hukum ${agencyName} sejak ${dayText(since, zone)}: selama ditahan, berkas ini tidak dapat dimusnahkan. Anda tetap dapat melihat dan mengunduhnya.`
}
