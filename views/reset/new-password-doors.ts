import { paths } from '../paths.ts'
import type { NewPasswordDoor } from '../sign-in/new-password-page.tsx'
import { stepText } from './start-words.ts'

const DOOR = {
  action: paths.resetNewPassword,
  intro:
    'Silakan buat password baru. Setelah tersimpan, semua sesi diakhiri dan Anda masuk dengan password baru.',
  button: 'Reset Password',
}

/** A second factor that was asked for is one step more. */
export const FORGOTTEN_DOOR: Record<'afterEmail' | 'afterFactor', NewPasswordDoor> = {
  afterEmail: { ...DOOR, step: stepText(4, 4) },
  afterFactor: { ...DOOR, step: stepText(5, 5) },
}
