import type { Zone } from '#domain/agency.ts'
import type { PasswordChangeProblem } from '#domain/password/change.ts'
import type { Told } from '../parts/problem.tsx'
import { newPasswordTold } from '../sign-in/new-password-words.ts'
import { busyTold, STALE, slowedTold } from '../sign-in/sign-in-words.ts'

export type ChangePasswordProblem =
  | PasswordChangeProblem
  | { kind: 'currentWrong' }
  | { kind: 'slowed'; until: Date; seconds: number }
  | { kind: 'tooManyPasswords' }
  | { kind: 'busy'; seconds: number }
  | { kind: 'stale' }

export const PASSWORD_ENDS_SESSIONS =
  'Setelah password diganti, semua sesi lain diakhiri. Sesi ini dan kode dari perangkat Anda tetap berlaku.'

export function changePasswordTold(problem: ChangePasswordProblem, zone: Zone): Told {
  switch (problem.kind) {
    case 'currentEmpty':
      return current('Ketik password Anda sekarang.')
    case 'currentWrong':
      return current('Password sekarang salah. Periksa kembali, lalu coba lagi.')
    case 'slowed':
      return slowedTold(problem.until, problem.seconds, zone)
    case 'tooManyPasswords':
      return {
        text: 'Terlalu banyak password salah. Gunakan Reset Password (Lupa Password).',
        topic: 'lupa-password',
      }
    case 'busy':
      return busyTold(problem.seconds)
    case 'stale':
      return STALE
    case 'empty':
    case 'tooShort':
    case 'tooLong':
    case 'nul':
    case 'classesMissing':
    case 'containsNumber':
    case 'containsName':
    case 'containsAgency':
    case 'common':
    case 'sameAsOld':
    case 'confirmationDiffers':
      return newPasswordTold(problem)
  }
}

function current(text: string): Told {
  return { text, topic: 'password-baru', field: 'current_password' }
}
