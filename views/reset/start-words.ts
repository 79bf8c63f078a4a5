import type { Told } from '../parts/problem.tsx'
import { type SignInProblem, signInTold } from '../sign-in/sign-in-words.ts'

export type StartProblem =
  | { kind: 'nipEmpty' }
  | Extract<SignInProblem, { kind: 'notNipShaped' | 'slowed' | 'captchaDue' | 'stale' }>

export type StartNotice = 'tooLate'

export const FORGOTTEN = 'Reset Password (Lupa Password)'

export const START_INTRO =
  'Ketik NIP, lalu buktikan bahwa email yang terdaftar di SIASN adalah milik Anda. Setelah itu Anda membuat password baru.'

export function startTold(problem: StartProblem): Told {
  if (problem.kind !== 'nipEmpty') return signInTold(problem)
  return { text: 'Ketik NIP atau NI PPPK Anda.', topic: 'lupa-password', field: 'username' }
}

export function startNoticeText(notice: StartNotice): string {
  switch (notice) {
    case 'tooLate':
      return 'Waktu reset habis atau reset dihentikan. Silakan mulai dari awal.'
  }
}

/** `of` counts one more where a code of the second factor is asked for. */
export function stepText(step: number, of: number): string {
  return `Langkah ${step} dari ${of}`
}
