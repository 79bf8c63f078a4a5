import { paths } from '../paths.ts'
import type { EmailDoor } from './email-page.tsx'
import { MFA_RESET } from './mfa-reset-words.ts'
import { FORGOTTEN, stepText } from './start-words.ts'

const FORGOTTEN_PATHS = {
  title: FORGOTTEN,
  emailPath: paths.resetEmail,
  codePath: paths.resetCode,
  start: { path: paths.resetStart, text: 'Ganti NIP' },
}

export const FORGOTTEN_EMAIL: EmailDoor = { ...FORGOTTEN_PATHS, step: stepText(2, 4) }

export const FORGOTTEN_CODE: EmailDoor = { ...FORGOTTEN_PATHS, step: stepText(3, 4) }

export const MFA_EMAIL: EmailDoor = {
  title: MFA_RESET.title,
  emailPath: paths.mfaResetEmail,
  codePath: paths.mfaResetEmailCode,
  start: { path: paths.mfaReset, text: 'Cara lain' },
}
