import type { DestructionStep } from '#domain/archive/destruction/destroy-item.ts'
import { countText } from '../../parts/number-words.ts'

export const AUDITED = {
  title: 'Pemusnahan arsip semua instansi',
  lead: 'Setiap daftar usul musnah beserta tahap, surat, dan buktinya. Setiap pembacaan halaman dan surat dicatat.',
  ask: 'Cari daftar pemusnahan',
  agency: 'Kode atau nama instansi',
  state: 'Keadaan',
  anyState: 'Semua keadaan',
  show: 'Tampilkan',
  none: 'Tidak ada daftar pemusnahan yang cocok.',
  more: 'Daftar sebelumnya',
  first: 'Daftar terbaru',
  all: 'Semua daftar pemusnahan',
  course: 'Perjalanan daftar',
  items: 'Lihat arsip dalam daftar',
  left: 'Yang keluar dari daftar',
  nothingLeft: 'Tidak ada arsip yang keluar dari daftar ini.',
  leftItems: 'Lihat arsip yang keluar, dengan alasannya',
  objected: 'Lihat arsip dengan keberatan',
  failed: 'Lihat arsip yang pernah gagal',
  log: 'Log transparansi',
  logLater:
    'Penutupan daftar ini belum ada dalam log bertanda tangan. Nomor log setiap arsip ada di daftar arsip.',
  logLeaf: 'Nomor log penutupan',
  checkpoint: 'Checkpoint terbaru',
  howToCheck: 'Cara memeriksa log',
  check: 'Verifikasi keaslian dokumen',
} as const

export const AUDITED_ITEM = {
  title: 'Arsip dalam daftar pemusnahan',
  appraised: 'Dinilai',
  answered: 'Dijawab',
  failures: 'Kegagalan',
  leaves: 'Nomor log',
  steps: 'Langkah pemusnahan',
  noSteps: 'Belum ada langkah pemusnahan.',
  events: 'Kejadian dalam daftar ini',
  back: 'Kembali ke arsip dalam daftar',
} as const

export function objectionsText(filed: number, accepted: number, declined: number): string {
  if (filed === 0) return 'tidak ada'
  const open = filed - accepted - declined
  return `${countText(filed)} diajukan: ${countText(accepted)} diterima, ${countText(declined)} ditolak, ${countText(open)} belum dijawab`
}

export function failedText(count: number): string {
  return count === 0 ? 'tidak ada' : `${countText(count)} arsip pernah gagal pada satu langkah`
}

export function failuresText(count: number): string {
  return count === 0 ? 'tidak ada' : `${countText(count)} kali, lalu diulang`
}

export function stepDoneText(step: DestructionStep): string {
  return STEPS[step]
}

const STEPS: Record<DestructionStep, string> = {
  keysDeleted: 'Kunci dimusnahkan',
  objectsDeleted: 'Semua salinan dihapus',
  proven: 'Terbukti tidak dapat dibuka lagi',
  recorded: 'Dicatat sebagai musnah',
}
