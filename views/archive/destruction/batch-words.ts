import type { Zone } from '#domain/agency.ts'
import type { BatchState } from '#domain/archive/destruction/batch.ts'
import type { PaperKind } from '#domain/archive/destruction/paper.ts'
import type { Missing, ProcedureStep, StandingStep } from '#domain/archive/destruction/procedure.ts'
import type { Seat } from '#domain/archive/destruction/seat.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { dayStart } from '#domain/zone-day.ts'
import { countText } from '../../parts/number-words.ts'
import { dayText, momentText } from '../../parts/time-words.ts'

export const BATCHES = {
  title: 'Pemusnahan arsip',
  lead: 'Setiap daftar melewati sepuluh tahap: dinilai panitia, disetujui pejabat, menunggu keberatan, lalu dilaksanakan di hadapan dua saksi.',
  none: 'Belum ada daftar usul musnah di instansi ini.',
  propose: 'Susun daftar usul musnah',
  more: 'Daftar sebelumnya',
  all: 'Semua daftar pemusnahan',
}

export const BATCH = {
  steps: 'Tahap pemusnahan',
  panel: 'Panitia, penyetuju, dan saksi',
  papers: 'Surat dan keputusan',
  noPapers: 'Belum ada surat yang dicatat.',
  list: 'Lihat arsip dalam daftar',
  certificate: 'Berita acara dan daftar',
  hash: 'Sidik daftar (SHA-256)',
  hashHint:
    'Yang ditandatangani adalah tepat daftar ini. Bila isinya berubah, sidiknya ikut berubah.',
  ways: 'Yang dapat Anda lakukan',
  nothing: 'Saat ini tidak ada yang perlu Anda lakukan di daftar ini.',
  concerned:
    'Arsip Anda sendiri ada dalam daftar ini, karena itu Anda tidak dapat ikut menilai, menyetujui, atau menyaksikannya.',
  empty: 'belum ada',
  signed: 'sudah menandatangani',
  unsigned: 'belum menandatangani',
}

export function answerText(count: number): string {
  return `Jawab keberatan pegawai (${countText(count)} menunggu)`
}

export function appraiseText(count: number): string {
  return `Nilai arsip dalam daftar (${countText(count)} belum dinilai)`
}

export function batchTitle(number: string): string {
  return `Daftar usul musnah ${number}`
}

export function batchStateText(state: BatchState): string {
  return STATES[state]
}

const STATES: Record<BatchState, string> = {
  appraising: 'Sedang dinilai panitia',
  proposed: 'Menunggu persetujuan',
  waiting: 'Masa tunggu',
  destroying: 'Sedang dimusnahkan',
  closed: 'Selesai',
}

export function seatText(seat: Seat): string {
  return SEAT_TEXTS[seat]
}

const SEAT_TEXTS: Record<Seat, string> = {
  chair: 'Ketua panitia (kepala unit kearsipan)',
  originatingHead: 'Anggota (kepala unit pengolah)',
  panelArchivist: 'Anggota (arsiparis penyusun daftar)',
  appraiser: 'Anggota panitia lain',
  approver: 'Pejabat penyetuju',
  legalWitness: 'Saksi unit hukum',
  oversightWitness: 'Saksi unit pengawasan',
}

export const PAPER_PDF = 'Unduh PDF'
export const ADD_PDF = 'Lampirkan PDF'
export const NO_PDF = 'Belum ada'

export function completeText(kind: PaperKind): string {
  return `Lengkapi ${paperText(kind)}`
}

export function paperText(kind: PaperKind): string {
  return PAPERS[kind]
}

const PAPERS: Record<PaperKind, string> = {
  panelDecree: 'SK pembentukan panitia penilai',
  proposalList: 'Daftar arsip usul musnah',
  minutes: 'Notulen rapat penilaian',
  recommendation: 'Surat pertimbangan panitia',
  agencyApproval: 'Persetujuan pimpinan instansi',
  nationalApproval: 'Persetujuan Kepala ANRI',
  destructionOrder: 'SK penetapan pemusnahan',
  certificate: 'Berita acara pemusnahan',
}

export function stepText(step: ProcedureStep): string {
  return STEPS[step]
}

const STEPS: Record<ProcedureStep, string> = {
  panel: 'Pembentukan panitia penilai',
  selection: 'Penyeleksian menurut JRA',
  list: 'Daftar arsip usul musnah',
  appraisal: 'Penilaian setiap arsip',
  recommendation: 'Surat pertimbangan panitia',
  approval: 'Persetujuan',
  order: 'SK penetapan',
  execution: 'Pelaksanaan di hadapan dua saksi',
  certificate: 'Berita acara dan daftar yang dimusnahkan',
  keeping: 'Penyimpanan dokumen pemusnahan sebagai arsip vital',
}

export function stepStateText(state: StandingStep['state']): string {
  return STEP_STATES[state]
}

const STEP_STATES: Record<StandingStep['state'], string> = {
  done: 'selesai',
  now: 'sedang berjalan',
  later: 'belum',
  never: 'tidak dilanjutkan',
}

/** What a step still waits for, as an item of a list. */
export function missingText(missing: Missing, zone: Zone): string {
  switch (missing.kind) {
    case 'file':
      return `PDF ${paperText(missing.paper)} belum dilampirkan`
    case 'paper':
      return `${paperText(missing.paper)} belum dicatat`
    case 'seat':
      return `${seatText(missing.seat)}: kursi masih kosong`
    case 'signature':
      return `${seatText(missing.seat)} belum menandatangani daftar`
    case 'unappraised':
      return `${countText(missing.count)} arsip belum dinilai`
    case 'objections':
      return `${countText(missing.count)} keberatan belum dijawab unit hukum`
    case 'requests':
      return `${countText(missing.count)} arsip masih memiliki permintaan terbuka`
    case 'fixity':
      return `${countText(missing.count)} salinan belum diperiksa keutuhannya`
    case 'left':
      return `${countText(missing.count)} arsip sedang dikerjakan`
    case 'unrecorded':
      return `${countText(missing.count)} arsip menunggu pencatatan di log; kuncinya belum disentuh`
    case 'failing':
      return `${countText(missing.count)} arsip gagal pada percobaan terakhir dan dicoba lagi dengan sendirinya`
    case 'wait':
      return `Masa tunggu berakhir ${momentText(missing.until, zone)}`
    case 'rotation':
      return 'Rotasi kunci induk sedang berjalan'
  }
}

/** 17 Agustus 2026, of a date without a time. */
export function civilText(date: CivilDate): string {
  return dayText(dayStart(date, 'WIB'), 'WIB')
}

export function countsText({ open, destroyed }: { open: number; destroyed: number }): string {
  if (destroyed === 0 && open === 0)
    return 'semua arsip ditarik dari daftar; tidak ada yang dimusnahkan'
  if (destroyed === 0) return `${countText(open)} arsip dalam daftar`
  return `${countText(destroyed)} arsip sudah dimusnahkan, ${countText(open)} masih dalam daftar`
}
