import type { Zone } from '#domain/agency.ts'
import type { RemoveRowRefused } from '#domain/archive/remove-row.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'

export const ROW_REMOVAL = {
  title: 'Hapus baris riwayat',
  offer: 'Baris riwayat ini keliru',
  what: 'Baris ini ditambahkan bersama sebuah unggahan. Bila keliru, hapus di sini: dokumennya tidak diminta lagi, dan kelengkapan dihitung ulang.',
  stays: 'Berkas yang pernah dikembalikan atau dibatalkan tetap tercatat.',
  remove: 'Hapus baris',
} as const

export type RowRemovalProblem = RemoveRowRefused | { kind: 'stale' } | ProofProblem

export function rowRemovalTold(problem: RowRemovalProblem, now: Date, zone: Zone): Told {
  if (problem.kind === 'proofDue' || problem.kind === 'proofWrong')
    return proofTold(problem, now, zone)
  if (problem.kind === 'stale') return { text: REFUSED.stale, topic: 'halaman-tidak-berlaku' }
  return { text: REFUSED[problem.kind], topic: 'unggah-berkas' }
}

const REFUSED: Record<RemoveRowRefused['kind'] | 'stale', string> = {
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
  noRight: 'Anda tidak dapat menghapus baris riwayat ini.',
  national: 'Baris ini menurut data nasional, sehingga tidak dapat dihapus di sini.',
  byOfficer: 'Baris ini ditambahkan petugas. Mintalah petugas kepegawaian menghapusnya.',
  wasVerified: 'Dokumen baris ini sudah pernah diverifikasi, sehingga barisnya tetap.',
  waits: 'Masih ada unggahan untuk baris ini. Batalkan dahulu, lalu hapus barisnya.',
}
