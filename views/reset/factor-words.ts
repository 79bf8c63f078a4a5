import type { Zone } from '#domain/agency.ts'
import type { CodeNotAdmitted } from '#domain/mfa/code-limits.ts'
import type { RecoveryCodeProblem, RecoveryNotAdmitted } from '#domain/mfa/recovery-code.ts'
import type { TypedCodeProblem } from '#domain/mfa/typed-code.ts'
import type { Told } from '../parts/problem.tsx'
import type { AgencyCodeProblem } from '../sign-in/agency-code-words.ts'
import { codeTold } from '../sign-in/code-words.ts'
import { refusedTold } from '../sign-in/refused-code-words.ts'

/** Without a password nothing is told of a phone's clock (R-OT-09): a code is used, or wrong. */
export type FactorProblem =
  | TypedCodeProblem
  | RecoveryCodeProblem
  | { kind: 'factorWrong'; reason: 'used' | 'wrong'; left: number }
  | { kind: 'recoveryWrong' }
  | AgencyCodeProblem
  | { kind: 'factorVoid' }
  | Exclude<CodeNotAdmitted, { kind: 'triesSpent' }>
  | RecoveryNotAdmitted
  | { kind: 'serverClock' }
  | { kind: 'busy'; seconds: number }
  | { kind: 'stale' }

/** What may be typed here. */
export type FactorWay = 'device' | 'recoveryCode' | 'agencyCode'

export const FACTOR_INTRO =
  'Email Anda sudah terbukti. MFA akun ini dipertahankan, jadi buktikan juga dengan kode dari perangkat Anda.'

export const FROZEN_INTRO =
  'Akun Anda ditahan karena laporan Bukan saya. Buka kembali dengan kode dari perangkat lama, yaitu perangkat yang sudah aktif lebih dari 2 hari sebelum laporan itu.'

export const FACTOR_RECOVERY_INTRO =
  'Ketik satu kode cadangan yang Anda simpan saat aktivasi. Setiap kode cadangan hanya sekali pakai.'

export const FACTOR_AGENCY_INTRO =
  'Ketik kode aktivasi ulang yang diserahkan petugas BKPSDM kepada Anda. Setelah password baru tersimpan, Anda masuk dan mengaktifkan perangkat baru.'

/** Where no device and no recovery code could prove anything. */
export const ONLY_OFFICE =
  'Akun ini tidak memiliki perangkat yang dapat dipakai di sini. Hubungi BKPSDM instansi Anda. Petugas dapat menyerahkan kode aktivasi ulang.'

export const NO_DEVICE = 'Perangkat tidak ada? Hubungi BKPSDM, dan minta kode aktivasi ulang.'

export function factorTold(problem: FactorProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'factorWrong': {
      const told = refusedTold({ kind: problem.reason }, zone)
      return { ...told, text: `${told.text} Sisa ${problem.left} percobaan.` }
    }
    case 'factorVoid':
      return { text: 'Kode salah lima kali. Silakan mulai dari awal.', topic: 'kode-salah' }
    default:
      return codeTold(problem, now, zone)
  }
}
