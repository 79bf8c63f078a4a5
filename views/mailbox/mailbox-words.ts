export const MAILBOX = {
  title: 'Surat di komputer ini',
  lead: 'Surat yang ditulis portal ini tidak dikirim ke mana pun; semuanya dapat dibaca di sini, yang terbaru di atas. Halaman ini hanya ada di komputer pengembang.',
  json: 'Semua surat sebagai JSON',
  none: 'Belum ada surat.',
  html: 'Lihat versi HTML',
} as const
