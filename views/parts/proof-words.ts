import type { Zone } from '#domain/agency.ts'
import { type CodeProblem, codeTold } from '../sign-in/code-words.ts'
import type { Told } from './problem.tsx'

/** Why a form of an office came back for the second factor of its sender. */
export type ProofProblem = { kind: 'proofDue' } | { kind: 'proofWrong'; code: CodeProblem }

export const PROOF_FIELD = 'otp'

const DUE =
  'Ketik Kode OTP dari aplikasi autentikator Anda. Tindakan atas nama instansi memerlukan kode dari lima menit terakhir.'

export const PROOF_HINT = 'Kode OTP Anda sendiri, 6 angka dari aplikasi autentikator.'

export function proofTold(problem: ProofProblem, now: Date, zone: Zone): Told {
  if (problem.kind === 'proofDue') return { text: DUE, topic: 'kode-salah', field: PROOF_FIELD }
  return { ...codeTold(problem.code, now, zone), field: PROOF_FIELD }
}
