import type { HelpTopic } from '../help-topics.ts'
import { paths } from '../paths.ts'

export const MENU = {
  title: 'Reset',
  lead: 'Pilih yang Anda perlukan.',
  back: 'Kembali ke Masuk',
} as const

export type MenuItem = { name: string; who: string; path: string; topic: HelpTopic }

/** The three items of the published menu, and what follows a correction; each with who needs it. */
export const ITEMS: readonly MenuItem[] = [
  {
    name: 'Reset Password (Lupa Password)',
    who: 'Untuk Anda yang tidak ingat password, atau akunnya ditahan. Perlu: email yang terdaftar di SIASN.',
    path: paths.resetStart,
    topic: 'lupa-password',
  },
  {
    name: 'Reset Password Lemah',
    who: 'Untuk Anda yang ingat password lama, tetapi password itu pendek atau mudah ditebak. MFA Anda tetap.',
    path: paths.weakPassword,
    topic: 'password-baru',
  },
  {
    name: 'Reset MFA',
    who: 'Untuk Anda yang ingat password, tetapi HP dengan aplikasi autentikator hilang, rusak, atau diganti.',
    path: paths.mfaResetDoor,
    topic: 'ganti-hp',
  },
  {
    name: 'Kode untuk email baru',
    who: 'Untuk Anda yang emailnya diperbaiki BKPSDM. Perlu: kode 8 angka dari surat di email baru itu.',
    path: paths.newEmail,
    topic: 'email-tidak-aktif',
  },
]
