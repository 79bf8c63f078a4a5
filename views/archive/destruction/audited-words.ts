import type { Zone } from '#domain/agency.ts'
import type { Certificate } from '#domain/archive/destruction/certificate.ts'
import type { Course, ObjectionCounts } from '#domain/archive/destruction/course.ts'
import type { DestructionStep } from '#domain/archive/destruction/destroy-item.ts'
import { countText } from '../../parts/number-words.ts'
import { momentText } from '../../parts/time-words.ts'
import { leftText } from './item-words.ts'

export const AUDITED = {
  title: 'Pemusnahan arsip semua instansi',
  lead: 'Setiap daftar usul musnah beserta tahap, surat, dan buktinya. Setiap pembacaan halaman dan surat dicatat.',
  ask: 'Cari daftar pemusnahan',
  from: 'Disusun sejak',
  to: 'Disusun sampai',
  none: 'Belum ada daftar pemusnahan.',
  noneFound: 'Tidak ada daftar pemusnahan yang cocok. Ubah pilihan di atas.',
  all: 'Semua daftar pemusnahan',
  course: 'Perjalanan daftar',
  objections: 'Keberatan',
  failures: 'Langkah yang gagal',
  items: 'Lihat arsip dalam daftar',
  left: 'Yang keluar dari daftar',
  nothingLeft: 'Tidak ada arsip yang keluar dari daftar ini.',
  leftItems: 'Lihat arsip yang keluar, dengan alasannya',
  objected: 'Lihat arsip dengan keberatan',
  failed: 'Lihat arsip yang pernah gagal',
  log: 'Log transparansi',
  logLater:
    'Penutupan daftar ini belum ada dalam log bertanda tangan. Nomor catatan setiap arsip ada di daftar arsip.',
  logLeaf: 'Nomor catatan penutupan di log',
  checkpoint: 'Checkpoint terbaru',
  howToCheck: 'Cara memeriksa log',
  check: 'Verifikasi keaslian dokumen',
} as const

export const AUDITED_ITEM = {
  title: 'Arsip dalam daftar pemusnahan',
  appraised: 'Dinilai',
  answered: 'Dijawab',
  failures: 'Kegagalan',
  steps: 'Langkah pemusnahan',
  noSteps: 'Belum ada langkah pemusnahan.',
  events: 'Kejadian dalam daftar ini',
  back: 'Kembali ke arsip dalam daftar',
} as const

/** Each step with its moment, or that it has not come. */
export function courseTexts(
  course: Course,
  executor: string | undefined,
  zone: Zone,
): (readonly [label: string, text: string])[] {
  const { drawnUpAt, approvedAt, waitUntil, startedAt, closedAt, rootFrom, rootTo } = course
  const at = (moment: Date | null) => (moment ? momentText(moment, zone) : 'belum')
  return [
    ['Disusun', at(drawnUpAt)],
    ['Disetujui', at(approvedAt)],
    ['Masa tunggu sampai', at(waitUntil)],
    ['Pelaksanaan dimulai', `${at(startedAt)}${executor ? `, oleh ${executor}` : ''}`],
    ['Selesai', at(closedAt)],
    ['Rotasi kunci induk', rootTo === null ? 'belum' : `dari kunci ${rootFrom} ke ${rootTo}`],
  ]
}

export function leftCountText({ outcome, because, count }: Certificate['left'][number]): string {
  return `${leftText(outcome, because)}: ${countText(count)} arsip`
}

export function objectionsText({ filed, accepted, declined }: ObjectionCounts): string {
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
