import type { Zone } from '#domain/agency.ts'
import type { Refusal } from '#domain/import/finding.ts'
import { numberText } from '../import/progress-words.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import type { AgencyDone } from '../path-names.ts'

export const NATION = {
  title: 'Nasional',
  waits: 'Yang menunggu',
  nothing: 'Tidak ada yang menunggu.',
  areas: 'Bidang kerja',
}

export const WAITS = {
  roles: 'Buka usulan',
  sites: 'Buka usulan situs',
  types: 'Buka usulan jenis arsip',
  agencies: 'Lihat instansi itu',
  imports: 'Buka impor',
  incidents: 'Buka Kesehatan arsip',
}

export const AGENCIES = {
  title: 'Instansi',
  add: 'Tambah instansi',
  change: 'Ubah instansi',
  save: 'Simpan',
  none: 'Tidak ada instansi yang cocok.',
  more: 'Halaman berikutnya',
  first: 'Halaman pertama',
  masses: 'Banyak instansi sekaligus dan unit kerja dimuat lewat impor.',
  noAdmin: 'belum ada',
  admins: 'Admin instansi',
  adminsText:
    'Instansi memerlukan dua admin, karena setiap peran diberikan oleh dua orang. Siapkan NIP pegawai instansi ini yang akunnya sudah aktif.',
  units: 'Unit kerja',
  noUnits: 'Belum ada unit kerja. Unit kerja dimuat lewat impor.',
  codeHint: 'Huruf, angka, dan tanda hubung; tidak dapat diubah kemudian.',
}

export const AGENCY_STATES = [
  { value: '', label: 'Semua instansi' },
  { value: 'tanpa-admin', label: 'Tanpa admin' },
] as const

export const ZONES = ['WIB', 'WITA', 'WIT'] as const satisfies readonly Zone[]

export function requestsText(count: number): string {
  return `${numberText(count)} usulan peran menunggu persetujuan admin nasional.`
}

export function siteRequestsText(count: number): string {
  return `${numberText(count)} usulan situs penyemat menunggu keputusan admin nasional lain.`
}

export function typeRequestsText(count: number): string {
  return `${numberText(count)} usulan perubahan jenis arsip menunggu keputusan admin nasional lain.`
}

export function withoutAdminText(count: number, all: number): string {
  return `${numberText(count)} dari ${numberText(all)} instansi belum memiliki admin.`
}

export function importStateText(state: 'staging' | 'staged' | 'applying'): string {
  switch (state) {
    case 'staging':
      return 'Sebuah berkas impor sedang dibaca.'
    case 'staged':
      return 'Sebuah berkas impor sudah dibaca dan belum diterapkan.'
    case 'applying':
      return 'Impor sedang diterapkan.'
  }
}

export function agencyDoneText(done: AgencyDone): string {
  return done === 'ditambah'
    ? 'Instansi ditambahkan. Beri dua pegawainya peran admin instansi, agar instansi dapat memberi peran sendiri.'
    : 'Perubahan instansi tersimpan.'
}

export type AgencyProblem =
  | { kind: Extract<Refusal, 'code' | 'name' | 'zone'> }
  | { kind: 'codeTaken' | 'stale' }
  | ProofProblem

export function agencyTold(problem: AgencyProblem, now: Date, zone: Zone): Told {
  if (problem.kind === 'proofDue' || problem.kind === 'proofWrong')
    return proofTold(problem, now, zone)
  if (problem.kind === 'stale') return { text: WRONG.stale, topic: 'halaman-tidak-berlaku' }
  const field = problem.kind === 'codeTaken' ? 'code' : problem.kind
  return { text: WRONG[problem.kind], topic: 'peran', field }
}

const WRONG: Record<Exclude<AgencyProblem['kind'], ProofProblem['kind']>, string> = {
  code: 'Kode instansi terdiri dari 1 sampai 36 huruf, angka, atau tanda hubung.',
  name: 'Ketik nama instansi.',
  zone: 'Pilih zona waktu.',
  codeTaken: 'Kode itu sudah dipakai instansi lain.',
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
}
