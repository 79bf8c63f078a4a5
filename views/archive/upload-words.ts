import type { Zone } from '#domain/agency.ts'
import type { MetadataProblems } from '#domain/archive/metadata.ts'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import type { StartRefused } from '#domain/archive/start-upload.ts'
import type { ReceiveRefusal, Twin, UploadForm } from '#domain/archive/upload.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import type { WithdrawRefused } from '#domain/archive/withdraw-version.ts'
import { sizeText } from '../national/imports-words.ts'
import { countText } from '../parts/number-words.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import type { UploadDone } from '../path-names.ts'
import { STALE } from '../sign-in/sign-in-words.ts'
import { photoRefusalWords } from './intake-words.ts'
import { metadataProblemText } from './record-type-words.ts'

export const FILE_FIELD = 'berkas'
export const FORM_NAMES: Record<UploadForm, string> = {
  document: 'Unggah PDF',
  photos: 'Unggah foto',
}

export const OTHER_WAY: Record<UploadForm, string> = {
  document: 'Hanya punya kertasnya? Unggah foto',
  photos: 'Sudah punya PDF? Unggah PDF',
}

export const FILE_LABEL: Record<UploadForm, string> = {
  document: 'Berkas PDF',
  photos: 'Foto setiap halaman',
}

export const ACCEPTED: Record<UploadForm, string> = {
  document: 'application/pdf,.pdf',
  photos: 'image/jpeg,image/png',
}

export function fileHint(form: UploadForm, maxBytes: number, maxPages: number): string {
  return form === 'document'
    ? `Satu PDF, paling besar ${sizeText(maxBytes)} dan ${countText(maxPages)} halaman, tanpa sandi.`
    : 'JPEG atau PNG, satu foto tiap halaman, urut dari halaman 1. Pilih semuanya sekaligus; portal membuat PDF-nya. Lokasi dan data kamera dibuang.'
}

export const CHOOSE_AGAIN = 'Bila kolom ini kosong, pilih berkasnya sekali lagi.'

export const RANK_HINT = 'Misalnya III/b.'
export const DECIMAL_HINT = 'Pecahan memakai koma, misalnya 12,5.'

export const WHAT_FOLLOWS = [
  'Berkas dikirim sedikit demi sedikit. Bila koneksi terputus, pengiriman dilanjutkan, juga besok atau dari perangkat lain.',
  'Berkas diperiksa otomatis, lalu disimpan terenkripsi.',
  'Verifikator instansi mencocokkannya dengan isian. Hasilnya tampil di halaman unggahan.',
] as const

export const REPLACES =
  'Dokumen ini sudah terverifikasi. Berkas baru menggantikannya setelah diverifikasi; yang lama tetap tersimpan.'

export const UPLOADS_TITLE = 'Unggahan saya'
export const UPLOADS_INTRO =
  'Unggahan yang belum selesai. Setiap unggahan dapat dilanjutkan di perangkat mana pun selama 7 hari, dengan memilih berkas yang sama.'
export const NO_UPLOADS = 'Tidak ada unggahan yang belum selesai.'

export const RESUME_HINT =
  'Pilih berkas yang sama seperti sebelumnya. Yang sudah terkirim tidak dikirim lagi.'
export const RESUME_NEEDS_SCRIPT =
  'Melanjutkan unggahan membutuhkan JavaScript. Tanpa JavaScript, batalkan unggahan ini, lalu kirim berkasnya dari awal.'

/** What the script says while it sends; without it none of this is seen. */
export const SENDING = {
  hashing: 'Menghitung sidik berkas…',
  shrinking: 'Mengecilkan foto…',
  sending: 'Mengirim:',
  waiting: 'Koneksi terputus. Dicoba lagi sebentar lagi; jangan tutup halaman ini.',
  other: 'Ini bukan berkas yang sama. Pilih berkas yang dikirim sebelumnya.',
  over: 'Sesi Anda sudah berakhir. Silakan masuk lagi, lalu lanjutkan dari Unggahan saya.',
  failed: 'Unggahan tidak dapat dilanjutkan. Muat ulang halaman ini.',
} as const

export type UploadProblem =
  | { kind: 'stale' | 'noFile' }
  | { kind: 'metadata'; problems: MetadataProblems }
  | StartRefused
  | { kind: 'received'; refusal: ReceiveRefusal }
  | ProofProblem

export function uploadTold(problem: UploadProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'stale':
      return STALE
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'metadata':
      return metadataTold(problem.problems)
    case 'received':
      return { text: receiveRefusalText(problem.refusal), topic: 'unggah-berkas' }
    case 'noFile':
      return { text: 'Pilih berkas yang akan diunggah.', topic: 'unggah-berkas', field: FILE_FIELD }
    case 'empty':
    case 'tooLarge':
      return { text: startText(problem), topic: 'unggah-berkas', field: FILE_FIELD }
    default:
      return { text: startText(problem), topic: 'unggah-berkas' }
  }
}

function metadataTold(problems: MetadataProblems): Told {
  const [first, ...others] = Object.entries(problems).map(([field, problem]) => ({
    field,
    text: metadataProblemText(field as MetadataField, problem),
  }))
  return {
    text: first?.text ?? '',
    topic: 'unggah-berkas',
    ...(first && { field: first.field }),
    also: others,
  }
}

function startText(problem: StartRefused): string {
  switch (problem.kind) {
    case 'noRight':
      return 'Anda tidak dapat mengunggah untuk arsip ini.'
    case 'doesNotApply':
      return 'Dokumen ini tidak diminta untuk arsip ini.'
    case 'recordClosed':
      return 'Dokumen ini sedang dalam proses penyusutan, sehingga tidak menerima versi baru.'
    case 'empty':
      return 'Berkas ini kosong.'
    case 'tooLarge':
      return `Berkas ini melebihi batas ${sizeText(problem.most)}.`
    case 'tooManyOpen':
      return `Ada ${problem.most} unggahan yang belum selesai. Lanjutkan atau batalkan salah satunya di Unggahan saya.`
    case 'tooManyToday':
      return `Arsip ini menerima paling banyak ${problem.most} unggahan dalam sehari. Lanjutkan besok.`
    case 'identicalTwin':
      return twinText(problem.twin)
  }
}

function twinText({ status }: Twin): string {
  return status === 'returned'
    ? 'Berkas yang sama pernah dikembalikan verifikator. Tidak ada yang dikirim: pilih berkas yang sudah diperbaiki.'
    : `Berkas yang sama sudah ada di arsip ini: ${statusText(status)}. Tidak ada yang dikirim.`
}

export const SEE_TWIN = 'Lihat berkas yang sudah ada'

/** Why nothing came of what was sent. */
export function receiveRefusalText(refusal: ReceiveRefusal): string {
  switch (refusal.kind) {
    case 'hashDiffers':
    case 'lengthDiffers':
      return 'Berkas berubah di perjalanan atau di perangkat Anda. Unggah lagi dari awal.'
    case 'noRight':
      return 'Hak untuk mengunggah ke arsip ini sudah berakhir sebelum berkas lengkap.'
    case 'doesNotApply':
      return 'Dokumen ini tidak lagi diminta untuk arsip ini.'
    case 'recordClosed':
      return 'Dokumen ini sedang dalam proses penyusutan, sehingga tidak menerima versi baru.'
    case 'pictures': {
      const { reason, step } = photoRefusalWords(refusal.why)
      return `${reason} ${step}`
    }
  }
}

/** In the words of archive.md 2. */
export function statusText(status: VersionStatus | 'uploading'): string {
  return STATUS[status]
}

const STATUS: Record<VersionStatus | 'uploading', string> = {
  uploading: 'Sedang diunggah',
  quarantined: 'Sedang diperiksa',
  rejectedBySystem: 'Ditolak sistem',
  awaitingVerification: 'Menunggu verifikasi',
  returned: 'Dikembalikan',
  verified: 'Terverifikasi',
  superseded: 'Digantikan',
  withdrawn: 'Dibatalkan',
}

export const RENEWS = {
  itself: 'Halaman ini memperbarui dirinya. Tanpa JavaScript,',
  reload: 'muat ulang',
} as const
export const ARRIVED = 'Semua bagian sudah terkirim. Berkas sedang diterima.'
export const PICTURES_ARRIVED = 'Semua foto sudah terkirim. Portal sedang membuat PDF-nya.'

/** What a version in quarantine waits for. */
export function waitingText(why: 'scan' | 'inspection' | 'copy' | undefined): string {
  switch (why) {
    case 'scan':
      return 'Menunggu pemindai perangkat lunak berbahaya. Dicoba lagi otomatis; tidak ada yang perlu Anda lakukan.'
    case 'inspection':
      return 'Pemeriksaan sedang penuh. Dicoba lagi otomatis; tidak ada yang perlu Anda lakukan.'
    case 'copy':
      return 'Penyimpanan sedang terganggu. Dicoba lagi otomatis; tidak ada yang perlu Anda lakukan.'
    default:
      return 'Biasanya selesai dalam beberapa detik.'
  }
}

export const SCAN_MISSING =
  'Belum dipindai dari perangkat lunak berbahaya. Siapa pun yang membukanya diberi tahu.'

export const VERIFICATION_NEXT =
  'Verifikator instansi mencocokkannya dengan isian. Tidak ada yang perlu dilakukan sekarang; hasilnya tampil di arsip.'

export const SEND_AGAIN: Record<UploadForm, string> = {
  document: 'Unggah lagi',
  photos: 'Unggah foto',
}

export const WITHDRAW = 'Batalkan berkas ini'
export const WITHDRAW_HINT =
  'Berkas yang belum diverifikasi dapat dibatalkan. Isinya dimusnahkan dan tidak dapat dikembalikan.'
export const CANCEL = 'Batalkan unggahan'
export const UPLOAD_DONE: Record<UploadDone, string> = {
  dibatalkan: 'Unggahan dibatalkan; yang sudah terkirim dihapus.',
  'baris-dihapus': 'Baris riwayat dihapus; dokumennya tidak diminta lagi.',
}

export function withdrawTold(
  refused: WithdrawRefused | { kind: 'stale' } | ProofProblem,
  now: Date,
  zone: Zone,
): Told {
  switch (refused.kind) {
    case 'stale':
      return STALE
    case 'proofDue':
    case 'proofWrong':
      return proofTold(refused, now, zone)
    default:
      return { text: WITHDRAW_REFUSED[refused.kind], topic: 'unggah-berkas' }
  }
}

const WITHDRAW_REFUSED: Record<WithdrawRefused['kind'], string> = {
  noRight: 'Anda tidak dapat membatalkan berkas ini.',
  wasVerified: 'Berkas ini sudah diverifikasi, sehingga tidak dapat dibatalkan.',
  alreadyWithdrawn: 'Berkas ini sudah dibatalkan.',
  rejected: 'Berkas ini sudah ditolak sistem; isinya dimusnahkan otomatis.',
  notYet: 'Berkas ini belum dapat dibatalkan.',
}

export const FOR_OTHERS = {
  title: 'Unggah atas nama pegawai',
  intro:
    'Unggahan atas nama pegawai tercatat dengan nama dan peran Anda, dan terlihat oleh pegawainya. Berkas yang Anda unggah diverifikasi petugas lain.',
  lacking: 'Yang kurang',
  others: 'Dokumen lain',
  back: 'Dokumen lain pegawai ini',
} as const
