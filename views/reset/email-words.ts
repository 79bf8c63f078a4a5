import type { Zone } from '#domain/agency.ts'
import type { EmailAddressProblem } from '#domain/mail/address.ts'
import type { EmailCodeProblem } from '#domain/reset/typed-code.ts'
import type { Told } from '../parts/problem.tsx'
import { timeText } from '../parts/time-words.ts'
import { STALE } from '../sign-in/sign-in-words.ts'

export type EmailProblem = { kind: 'emailEmpty' | 'emailMalformed' | 'stale' }

/** `elsewhere`: another post was first. */
export type TypedEmailCodeProblem =
  | EmailCodeProblem
  | { kind: 'emailCodeWrong'; left: number }
  | { kind: 'emailCodeVoid' | 'emailCodeLate' | 'stale' }

export const EMAIL_INTRO = 'Ketik email yang terdaftar di SIASN.'

export const EMAIL_WHY = 'Demi keamanan, email Anda tidak ditampilkan di sini.'

export const EMAIL_DEAD = 'Email sudah tidak aktif?'

export const NO_CODE = 'Kode tidak datang?'

export const CODE_HINT = '8 angka dari email; spasi boleh diketik, boleh tidak.'

export function emailProblemOf(problem: EmailAddressProblem): EmailProblem {
  return { kind: problem === 'empty' ? 'emailEmpty' : 'emailMalformed' }
}

export function emailTold({ kind }: EmailProblem): Told {
  switch (kind) {
    case 'emailEmpty':
      return { text: EMAIL_INTRO, topic: 'lupa-password', field: 'email' }
    case 'emailMalformed':
      return {
        text: 'Email tidak lengkap. Contoh: nama@instansi.go.id.',
        topic: 'lupa-password',
        field: 'email',
      }
    case 'stale':
      return STALE
  }
}

/** The same whoever asked and whether or not a mail is on its way (R-EN-01). */
export function sentText(until: Date, zone: Zone): string {
  return `Jika NIP dan email cocok, kode 8 angka sudah dikirim dan berlaku sampai pukul ${timeText(until, zone)}. Periksa juga folder spam. Paling banyak 3 kode per jam. Email sudah tidak aktif? Hubungi BKPSDM.`
}

export function emailCodeTold(problem: TypedEmailCodeProblem): Told {
  const text = emailCodeText(problem)
  if (text === undefined) return STALE
  const isOver = problem.kind === 'emailCodeVoid' || problem.kind === 'emailCodeLate'
  return { text, topic: 'kode-email', ...(!isOver && { field: 'email_code' }) }
}

function emailCodeText(problem: TypedEmailCodeProblem): string | undefined {
  switch (problem.kind) {
    case 'codeEmpty':
      return 'Ketik 8 angka dari email.'
    case 'codeLength':
      return `Kode terdiri dari 8 angka; Anda mengetik ${problem.typed}.`
    case 'codeNotDigits':
      return 'Kode hanya berisi angka.'
    case 'emailCodeWrong':
      return `Kode salah. Sisa ${problem.left} percobaan.`
    case 'emailCodeVoid':
      return 'Kode salah lima kali. Silakan mulai dari awal.'
    case 'emailCodeLate':
      return 'Kode sudah tidak berlaku. Silakan minta kode baru.'
    case 'stale':
      return undefined
  }
}
