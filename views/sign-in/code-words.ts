import type { Zone } from '#domain/agency.ts'
import type { CodeNotAdmitted } from '#domain/mfa/code-limits.ts'
import type { CodeRefused } from '#domain/mfa/otp.ts'
import type { RecoveryCodeProblem, RecoveryNotAdmitted } from '#domain/mfa/recovery-code.ts'
import type { TypedCodeProblem } from '#domain/mfa/typed-code.ts'
import type { Told } from '../parts/problem.tsx'
import { timeText, waitText } from '../parts/time-words.ts'
import { type AgencyCodeProblem, agencyCodeTold } from './agency-code-words.ts'
import { refusedTold } from './refused-code-words.ts'
import { busyTold, FIVE_WRONG, STALE } from './sign-in-words.ts'

/** `left`: wrong codes that this sign-in may still have. */
export type CodeProblem =
  | TypedCodeProblem
  | RecoveryCodeProblem
  | AgencyCodeProblem
  | { kind: 'refused'; refused: CodeRefused; left: number }
  | { kind: 'recoveryWrong' }
  | Exclude<CodeNotAdmitted, { kind: 'triesSpent' }>
  | RecoveryNotAdmitted
  | { kind: 'serverClock' }
  | { kind: 'busy'; seconds: number }
  | { kind: 'finished' }
  | { kind: 'stale' }

const FEW = 3

export const CODE_INTRO = 'Buka aplikasi autentikator di HP Anda, lalu ketik kode ASN Digital.'

export const RECOVERY_INTRO =
  'Ketik satu kode cadangan yang Anda simpan saat aktivasi. Setiap kode cadangan hanya sekali pakai.'

export const RECOVERY_HINT = '16 huruf dan angka; spasi boleh diketik, boleh tidak.'

/** In a lock not even a right code is evaluated (R-RL-03). */
export const LOCKED_FOR_ALL = 'Kode yang benar pun belum diterima sampai saat itu.'

/** After the right password the person is known, so times are told in `zone`, the agency's (R-IN-01). */
export function codeTold(problem: CodeProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'empty':
    case 'length':
    case 'notDigits':
      return typedCodeTold(problem)
    case 'recoveryEmpty':
    case 'recoveryShape':
    case 'recoveryWrong':
    case 'recoveryWait':
    case 'recoveryVoid':
      return recoveryTold(problem, now, zone)
    case 'agencyCodeEmpty':
    case 'agencyCodeShape':
      return agencyCodeTold(problem)
    case 'agencyCodeWrong':
      return agencyCodeWrongTold(problem)
    case 'refused':
      return refusedWithLeftTold(problem.refused, problem.left, zone)
    case 'locked':
      return lockedTold(problem.until, now, zone)
    case 'budgetSpent':
      return BUDGET_SPENT
    case 'serverClock':
      return SERVER_CLOCK
    case 'busy':
      return busyTold(problem.seconds)
    case 'finished':
      return {
        text: 'Kode ini sudah dipakai untuk masuk. Buka Beranda; bila Beranda meminta masuk lagi, silakan masuk dengan kode berikutnya.',
        topic: 'kode-salah',
      }
    case 'stale':
      return STALE
  }
}

/** Nothing can be typed any more: the sign-in is over or has become a session. */
export function isOver(problem: CodeProblem): boolean {
  const mayEnd = problem.kind === 'refused' || problem.kind === 'agencyCodeWrong'
  return mayEnd && problem.left === 0
}

/** After the last one no field is left to correct. */
function agencyCodeWrongTold(problem: Extract<AgencyCodeProblem, { left: number }>): Told {
  if (problem.left > 0) return agencyCodeTold(problem)
  return { text: FIVE_WRONG, topic: 'kode-bkpsdm' }
}

export function typedCodeTold(problem: TypedCodeProblem): Told {
  return { text: typedCodeText(problem), topic: 'kode-salah', field: 'code' }
}

/**
 * Tries left are told from three on; before, it would only worry. After the last one no field is
 * left to correct, and what a plainly wrong code would advise no longer helps.
 */
export function refusedWithLeftTold(refused: CodeRefused, left: number, zone: Zone): Told {
  const told = refusedTold(refused, zone)
  if (left > 0)
    return { ...told, text: `${told.text}${left <= FEW ? ` Sisa ${left} percobaan.` : ''}` }
  const text = refused.kind === 'wrong' ? FIVE_WRONG : `${told.text} ${FIVE_WRONG}`
  return { text, topic: told.topic }
}

export function lockedTold(until: Date, now: Date | undefined, zone: Zone): Told {
  const span = now ? ` (${waitText(now, until)} lagi)` : ''
  const wait = `${timeText(until, zone)}${span}`
  return {
    text: `Verifikasi dikunci sampai pukul ${wait} karena terlalu banyak kode salah.`,
    topic: 'kode-salah',
  }
}

export const BUDGET_SPENT: Told = {
  text: 'Batas kode salah sudah habis. Pakai kode cadangan, atau hubungi BKPSDM.',
  topic: 'kode-cadangan',
}

export const SERVER_CLOCK: Told = {
  text: 'Jam server kami sedang tidak tepat; HP Anda tidak bermasalah. Silakan coba beberapa menit lagi.',
  topic: 'server-sibuk',
}

function typedCodeText(problem: TypedCodeProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'Ketik 6 angka dari aplikasi autentikator.'
    case 'length':
      return `Kode terdiri dari 6 angka; Anda mengetik ${problem.typed}.`
    case 'notDigits':
      return 'Kode hanya berisi angka.'
  }
}

type RecoveryProblem = RecoveryCodeProblem | RecoveryNotAdmitted | { kind: 'recoveryWrong' }

function recoveryTold(problem: RecoveryProblem, now: Date, zone: Zone): Told {
  const text = recoveryText(problem, now, zone)
  return { text, topic: 'kode-cadangan', field: 'recovery_code' }
}

function recoveryText(problem: RecoveryProblem, now: Date, zone: Zone): string {
  switch (problem.kind) {
    case 'recoveryEmpty':
      return 'Ketik kode cadangan Anda.'
    case 'recoveryShape':
      return 'Kode cadangan terdiri dari 16 huruf dan angka. Periksa kembali.'
    case 'recoveryWrong':
      return 'Kode cadangan salah atau sudah dipakai.'
    case 'recoveryWait':
      return `Terlalu banyak kode cadangan salah. Silakan coba lagi pukul ${timeText(problem.until, zone)} (${waitText(now, problem.until)} lagi).`
    case 'recoveryVoid':
      return 'Kode cadangan Anda sudah tidak berlaku karena terlalu banyak kode salah. Hubungi BKPSDM.'
  }
}
