import type { Zone } from '#domain/agency.ts'
import {
  BASIS_LEAST,
  BASIS_MOST,
  type BasisProblem,
  CASE_NUMBER_MOST,
  type CaseNumberProblem,
} from '#domain/archive/hold-case.ts'
import type { LiftRefused } from '#domain/archive/lift-hold.ts'
import type { PlacingRefused } from '#domain/archive/place-hold.ts'
import type { ReviewRefused } from '#domain/archive/review-hold.ts'
import { REASON_LEAST, REASON_MOST, type ReasonProblem } from '#domain/desk/reason.ts'
import type { Told } from '../../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../../parts/proof-words.ts'
import { dayText, momentText } from '../../parts/time-words.ts'

type Common = ProofProblem | { kind: 'stale' | 'noLonger' }

export type PlaceProblem =
  | Common
  | PlacingRefused
  | BasisProblem
  | CaseNumberProblem
  | { kind: 'noScope' }
export type LiftProblem = Common | LiftRefused | ReasonProblem | { kind: 'noDecision' }
export type ReviewProblem = Common | ReviewRefused

type Problem = PlaceProblem | LiftProblem | ReviewProblem

/** The names of the fields of the three forms. */
export const FIELDS = {
  scope: 'cakupan',
  basis: 'dasar',
  caseNo: 'nomor',
  reviewOn: 'tinjau',
  silent: 'rahasia',
  reason: 'alasan-cabut',
  decision: 'keputusan',
} as const

export function holdTold(problem: Problem, now: Date, zone: Zone): Told {
  if (problem.kind === 'proofDue' || problem.kind === 'proofWrong')
    return proofTold(problem, now, zone)
  const field = FIELD_OF[problem.kind]
  return { text: problemText(problem, zone), topic: 'penahanan-arsip', ...(field && { field }) }
}

const FIELD_OF: Partial<Record<Problem['kind'], string>> = {
  noScope: FIELDS.scope,
  noSuchRecord: FIELDS.scope,
  tooLate: FIELDS.scope,
  basisTooShort: FIELDS.basis,
  basisTooLong: FIELDS.basis,
  noCaseNumber: FIELDS.caseNo,
  caseNumberTooLong: FIELDS.caseNo,
  noReviewDate: FIELDS.reviewOn,
  reviewNotLater: FIELDS.reviewOn,
  reviewTooLate: FIELDS.reviewOn,
  reasonTooShort: FIELDS.reason,
  reasonTooLong: FIELDS.reason,
}

function problemText(problem: Exclude<Problem, ProofProblem>, zone: Zone): string {
  switch (problem.kind) {
    case 'tooLate':
      return `Arsip ini tidak dapat ditahan lagi: kuncinya sudah dimusnahkan pada ${momentText(problem.at, zone)}. Jawablah yang meminta dengan berita acaranya, di halaman Pemusnahan arsip.`
    case 'alreadyLifted':
      return `Penahanan ini sudah dicabut pada ${dayText(problem.at, zone)}.`
    case 'alreadyAsked':
      return `Pencabutannya sudah diajukan pada ${dayText(problem.at, zone)} dan menunggu pejabat lain.`
    case 'basisTooShort':
      return `Tulis dasar penahanan sedikitnya ${BASIS_LEAST} huruf; Anda mengetik ${problem.length}.`
    case 'reasonTooShort':
      return `Tulis alasan sedikitnya ${REASON_LEAST} huruf; Anda mengetik ${problem.length}.`
    default:
      return TEXTS[problem.kind]
  }
}

type Plain = Exclude<
  Exclude<Problem, ProofProblem>['kind'],
  'tooLate' | 'alreadyLifted' | 'alreadyAsked' | 'basisTooShort' | 'reasonTooShort'
>

const TEXTS: Record<Plain, string> = {
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
  noLonger: 'Peran Anda berakhir atau dilepas. Tidak ada yang diubah.',
  oneself: 'Penahanan atas arsip Anda sendiri dipasang dan dicabut oleh pejabat lain.',
  noScope: 'Pilih arsip yang ditahan.',
  noSuchRecord: 'Arsip itu tidak ada pada pegawai ini. Pilih yang lain.',
  basisTooLong: `Dasar penahanan paling banyak ${BASIS_MOST} huruf.`,
  noCaseNumber: 'Ketik nomor perkara atau nomor surat yang menjadi dasarnya.',
  caseNumberTooLong: `Nomor perkara paling banyak ${CASE_NUMBER_MOST} huruf.`,
  noReviewDate: 'Pilih tanggal tinjau.',
  reviewNotLater: 'Tanggal tinjau harus sesudah hari ini.',
  reviewTooLate: 'Tanggal tinjau paling lama satu tahun dari sekarang.',
  reasonTooLong: `Alasan paling banyak ${REASON_MOST} huruf.`,
  noDecision: 'Pilih Setujui pencabutan atau Tetap tahan.',
  notAsked: 'Pencabutan penahanan ini belum diajukan, atau sudah ditolak.',
  ownRequest: 'Pencabutan ini harus disetujui pejabat unit hukum lain.',
}
