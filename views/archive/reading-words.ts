import type { AccessAction, Purpose } from '#domain/archive/access.ts'

export const NO_FILE = {
  title: 'Berkas sedang tidak dapat dibuka',
  text: 'Salinan berkas ini sedang tidak dapat dibaca, dan pengelola sudah diberi tahu.',
  next: 'Tidak ada yang perlu Anda unggah lagi. Coba buka kembali beberapa menit lagi.',
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
