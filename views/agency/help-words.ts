import type { Zone } from '#domain/agency.ts'
import type { ReasonProblem } from '#domain/desk/reason.ts'
import { REASON_LEAST } from '#domain/desk/reason.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import { STALE } from '../sign-in/sign-in-words.ts'

/** What may be wrong with any form by which an officer helps somebody. */
export type HelpProblem =
  | ReasonProblem
  | { kind: 'evidenceMissing' }
  | { kind: 'oneself' | 'higherRole' | 'noLonger' }
  | { kind: 'stale' }
  | ProofProblem

export const REASON_HINT = `Paling sedikit ${REASON_LEAST} karakter. Pegawai dapat membacanya di akunnya.`

/** For whoever acts on themselves the sentence names what they tried. */
export function helpTold(problem: HelpProblem, oneself: string, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'reasonTooShort':
      return about(
        'reason',
        `Alasan paling sedikit ${REASON_LEAST} karakter; Anda mengetik ${problem.length}.`,
      )
    case 'reasonTooLong':
      return about('reason', 'Alasan paling banyak 1.000 karakter.')
    case 'evidenceMissing':
      return about('evidence', 'Pilih bukti diri yang Anda periksa.')
    case 'oneself':
      return about(undefined, oneself)
    case 'higherRole':
      return about(
        undefined,
        'Pegawai ini memegang peran yang lebih tinggi. Hanya petugas dengan peran itu atau admin nasional yang dapat membantunya.',
      )
    case 'noLonger':
      return about(undefined, 'Peran atau verifikasi Anda sudah berakhir. Muat ulang halaman ini.')
    case 'stale':
      return STALE
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
  }
}

export function about(field: string | undefined, text: string): Told {
  return { text, topic: 'kode-bkpsdm', ...(field !== undefined && { field }) }
}
