import type { Zone } from '#domain/agency.ts'
import type { EmailCodeProblem } from '#domain/reset/typed-code.ts'
import type { Told } from '../parts/problem.tsx'
import { momentText } from '../parts/time-words.ts'
import { type StartProblem, startTold } from '../reset/start-words.ts'

/** Before the right code nothing is told apart (R-EN-01): not the number, the code, nor its end. */
export type NewEmailProblem =
  | StartProblem
  | EmailCodeProblem
  | { kind: 'noCode' }
  | { kind: 'changeHeld'; until: Date }
  | { kind: 'correctionOver' }

export const NEW_EMAIL = {
  title: 'Kode untuk email baru',
  intro:
    'BKPSDM memperbaiki email Anda? Ketik NIP dan kode 8 angka dari surat di email baru itu. Email diganti setelah kodenya benar.',
  done: 'Email baru Anda sudah tersimpan. Demi keamanan, email itu dapat dipakai untuk reset setelah 3 hari.',
  button: 'Ganti email',
} as const

export function newEmailTold(problem: NewEmailProblem, zone: Zone): Told {
  switch (problem.kind) {
    case 'noCode':
      return told(
        'Kode salah atau sudah tidak berlaku. Periksa NIP dan kode, lalu coba lagi. Setelah lima kali salah, minta BKPSDM mengajukannya kembali.',
        'email_code',
      )
    case 'codeEmpty':
      return told('Ketik 8 angka dari email.', 'email_code')
    case 'codeLength':
      return told(`Kode terdiri dari 8 angka; Anda mengetik ${problem.typed}.`, 'email_code')
    case 'codeNotDigits':
      return told('Kode hanya berisi angka.', 'email_code')
    case 'changeHeld':
      return told(
        `Perubahan email dibuka kembali pada ${momentText(problem.until, zone)} karena MFA baru diaktifkan. Ketik kode ini lagi setelah itu, selama masih berlaku.`,
      )
    case 'correctionOver':
      return told(
        'Email Anda sudah berubah sejak perbaikan ini diajukan. Minta BKPSDM mengajukannya kembali.',
      )
    default:
      return startTold(problem)
  }
}

function told(text: string, field?: string): Told {
  return { text, topic: 'email-tidak-aktif', ...(field && { field }) }
}
