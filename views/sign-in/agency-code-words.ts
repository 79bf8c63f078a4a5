import type { ReactivationCodeProblem } from '#domain/reset/reactivation-code.ts'
import type { Told } from '../parts/problem.tsx'

/** `left`: codes that may still be typed here. */
export type AgencyCodeProblem = ReactivationCodeProblem | { kind: 'agencyCodeWrong'; left: number }

export const AGENCY_CODE = 'Kode aktivasi ulang'

export const AGENCY_WAY = 'Saya punya kode dari BKPSDM'

export const AGENCY_CODE_INTRO =
  'Ketik kode aktivasi ulang yang diserahkan petugas BKPSDM kepada Anda. Setelah itu Anda mengaktifkan perangkat baru. Perangkat lama tetap berlaku sampai perangkat baru aktif.'

export const AGENCY_CODE_HINT =
  '12 huruf dan angka, misalnya ABCD-EFGH-JKMN; tanda hubung boleh diketik, boleh tidak.'

export function agencyCodeTold(problem: AgencyCodeProblem): Told {
  return { text: agencyCodeText(problem), topic: 'kode-bkpsdm', field: 'agency_code' }
}

function agencyCodeText(problem: AgencyCodeProblem): string {
  switch (problem.kind) {
    case 'agencyCodeEmpty':
      return 'Ketik kode aktivasi ulang dari BKPSDM.'
    case 'agencyCodeShape':
      return 'Kode aktivasi ulang terdiri dari 12 huruf dan angka. Periksa kembali.'
    case 'agencyCodeWrong':
      return `Kode aktivasi ulang salah atau sudah tidak berlaku. Sisa ${problem.left} percobaan.`
  }
}
