import type { ObjectionRefused } from '#domain/archive/object-to-access.ts'

export const ACCESSES = {
  title: 'Siapa melihat berkas saya',
  lead: 'Setiap kali berkas Anda dilihat atau diunduh, siapa dan untuk apa tercatat di sini sebelum isinya dikirim. Catatan ini tidak dapat diubah atau dihapus oleh siapa pun.',
  ofRecord: 'Hanya untuk satu berkas.',
  all: 'Semua berkas',
  nobody: 'Belum ada orang lain yang melihat berkas Anda.',
  nobodyOlder: 'Tidak ada catatan yang lebih lama.',
  withOwn: 'Tampilkan juga yang saya lihat sendiri',
  withoutOwn: 'Sembunyikan yang saya lihat sendiri',
  object: 'Saya keberatan',
  older: 'Yang lebih lama',
  newest: 'Yang terbaru',
  objected:
    'Keberatan Anda sudah diteruskan ke admin instansi yang membacanya. Jawabannya tampil di sini.',
  waiting: 'Keberatan Anda menunggu jawaban.',
  answer: 'Jawaban atas keberatan Anda:',
  linkReader: 'Penerima tautan yang Anda bagikan',
  link: 'Lihat tautannya',
  self: 'Anda sendiri',
  back: 'Kembali ke Arsip',
} as const

const REFUSED: Record<ObjectionRefused['kind'], string> = {
  ownReading: 'Yang Anda lihat atau bagikan sendiri tidak perlu ditanyakan.',
  alreadyObjected: 'Keberatan ini sudah diteruskan.',
  tooLongAgo: 'Keberatan diterima sampai satu tahun sesudah berkas dilihat.',
}

export function objectionText(kind: ObjectionRefused['kind']): string {
  return REFUSED[kind]
}
