import type { PasswordChoiceProblem } from '#domain/password/choose.ts'
import { type CharacterClass, type PasswordRule, SHORTEST_PASSWORD } from '#domain/password/rule.ts'
import { LONGEST_PASSWORD } from '#domain/password/typed-password.ts'
import type { Told } from '../parts/problem.tsx'
import { clockText } from '../parts/time-words.ts'
import { busyTold, STALE } from './sign-in-words.ts'

export type NewPasswordProblem =
  | PasswordChoiceProblem
  | { kind: 'stale' }
  | { kind: 'busy'; seconds: number }
  | { kind: 'slowed'; until: Date }

/** A line of the rule; where a script can check it alone, the pattern that it looks for. */
export type RuleLine = { text: string; pattern?: string }

export const NEW_PASSWORD_INTRO =
  'Password Anda belum memenuhi ketentuan. Silakan buat password baru.'

export const NEW_PASSWORD_WANTED = 'Silakan buat password baru.'

export const RULE_ADVICE = 'Kalimat panjang yang mudah Anda ingat biasanya paling kuat.'

const CLASS_TEXT: Record<CharacterClass, string> = {
  upper: 'huruf besar',
  lower: 'huruf kecil',
  digit: 'angka',
  symbol: 'simbol',
}

/** What stands above the field before anything is typed (R-PW-02). */
export function ruleLines(rule: PasswordRule): RuleLine[] {
  const shortest = SHORTEST_PASSWORD[rule]
  const length = {
    text: `minimal ${shortest} karakter`,
    pattern: `^.{${shortest},${LONGEST_PASSWORD}}$`,
  }
  return [length, ...(rule === 'classes' ? CLASS_LINES : []), ...CONTENT_LINES]
}

const CLASS_LINES: readonly RuleLine[] = [
  { text: 'ada huruf besar', pattern: '\\p{Lu}' },
  { text: 'ada huruf kecil', pattern: '\\p{Ll}' },
  { text: 'ada angka', pattern: '\\p{Nd}' },
  { text: 'ada simbol, misalnya titik, tanda seru, atau spasi', pattern: '[\\p{P}\\p{S}\\p{Zs}]' },
]

const CONTENT_LINES: readonly RuleLine[] = [
  { text: 'tidak memuat NIP, tanggal lahir, nama Anda, atau nama instansi dan layanan' },
  { text: 'tidak umum atau mudah ditebak' },
  { text: 'berbeda dari password lama' },
]

export function newPasswordTold(problem: NewPasswordProblem): Told {
  if (problem.kind === 'stale') return STALE
  if (problem.kind === 'busy') return busyTold(problem.seconds)
  if (problem.kind === 'slowed') return tooManyTold(problem.until)
  const field = problem.kind === 'confirmationDiffers' ? 'confirm_password' : 'new_password'
  return { text: choiceText(problem), topic: 'password-baru', field }
}

/** Before the sign-in the time is told in WIB (R-IN-01). */
function tooManyTold(until: Date): Told {
  return {
    text: `Terlalu banyak percobaan. Silakan coba lagi pukul ${clockText(until, 'WIB')}, atau mulai dari awal.`,
    topic: 'terlalu-banyak-percobaan',
  }
}

function choiceText(problem: PasswordChoiceProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'Ketik password baru.'
    case 'tooShort':
      return `Password minimal ${problem.minimum} karakter; Anda mengetik ${problem.typed}.`
    case 'tooLong':
      return `Password paling banyak ${problem.maximum} karakter.`
    case 'nul':
      return 'Password memuat karakter yang tidak dapat dipakai. Ketik ulang dengan huruf, angka, dan simbol biasa.'
    case 'classesMissing':
      return `Password harus memuat huruf besar, huruf kecil, angka, dan simbol. Belum ada: ${problem.missing.map((missing) => CLASS_TEXT[missing]).join(', ')}.`
    case 'containsNumber':
      return 'Password tidak boleh memuat NIP atau tanggal lahir.'
    case 'containsName':
      return 'Password tidak boleh memuat nama Anda.'
    case 'containsAgency':
      return 'Password tidak boleh memuat nama instansi atau layanan.'
    case 'common':
      return 'Password ini terlalu umum dan mudah ditebak. Pilih yang lain.'
    case 'sameAsOld':
      return 'Password baru harus berbeda dari yang lama.'
    case 'confirmationDiffers':
      return 'Konfirmasi password tidak sama.'
  }
}
