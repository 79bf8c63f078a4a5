import type { AccessAction, Purpose } from '#domain/archive/access.ts'

/** `notNow`: it may open in a minute; else no copy is whole, told to whoever asks for it. */
export type NoFile = 'notNow' | 'lostOwn' | 'lostPage' | 'lost' | 'lostShared' | 'lostPaper'

const TITLE = 'Berkas sedang tidak dapat dibuka'
const LOST = 'Tidak ada salinan berkas ini yang utuh di tempat penyimpanan.'

export const NO_FILE = {
  record: 'Buka halaman berkas',
  notNow: {
    title: TITLE,
    text: 'Salinan berkas ini sedang tidak dapat dibaca, dan pengelola sudah diberi tahu.',
    next: 'Tidak ada yang perlu Anda unggah lagi. Coba buka kembali beberapa menit lagi.',
  },
  lostOwn: {
    title: TITLE,
    text: LOST,
    next: 'Berkas ini sudah masuk daftar arsiparis instansi penyimpan untuk dipulihkan. Isian dan riwayatnya tidak hilang, dan langkah Anda tertulis di halaman berkasnya.',
  },
  lostPage: {
    title: 'Halaman ini sedang tidak dapat ditampilkan',
    text: 'Tidak ada salinan gambar halaman ini yang utuh di tempat penyimpanan.',
    next: 'Bila berkas PDF-nya utuh, unduh dari halaman berkas. Gambar ini sudah masuk daftar arsiparis untuk dipulihkan.',
  },
  lost: {
    title: TITLE,
    text: LOST,
    next: 'Berkas ini sudah masuk daftar arsiparis instansi penyimpan untuk dipulihkan, dan pemiliknya membacanya di halaman berkas.',
  },
  lostShared: {
    title: TITLE,
    text: LOST,
    next: 'Hubungi orang yang membagikannya kepada Anda. Tautannya tetap berlaku sampai waktunya habis.',
  },
  lostPaper: {
    title: 'Dokumen sedang tidak dapat dibuka',
    text: 'Tidak ada salinan dokumen ini yang utuh di tempat penyimpanan.',
    next: 'Arsiparis melihatnya di Kesehatan arsip. Dokumen ini harus dikembalikan dari cadangan tempat penyimpanan oleh pengelola sistem.',
  },
} as const

export function purposeText(purpose: Purpose): string {
  return PURPOSE[purpose]
}

const PURPOSE: Record<Purpose, string> = {
  own: 'membaca arsip sendiri',
  verification: 'verifikasi berkas',
  service: 'layanan kepegawaian',
  support: 'membantu Anda',
  legal: 'urusan hukum',
  audit: 'pengawasan',
  share: 'tautan yang Anda bagikan',
}

export function actionText(action: AccessAction): string {
  return ACTION[action]
}

const ACTION: Record<AccessAction, string> = {
  recordViewed: 'Dilihat',
  recordDownloaded: 'Diunduh',
  recordShared: 'Dibagikan',
  archiveExported: 'Diunduh bersama seluruh arsip',
}
