import { paths } from '../paths.ts'

/** An item of the menu that begins with name and password. */
export type Door = {
  id: string
  title: string
  intro: string
  path: string
  passwordLabel: string
}

export const WEAK_DOOR: Door = {
  id: 'password-lemah',
  title: 'Reset Password Lemah',
  intro:
    'Masukkan password lama. Bila MFA sudah aktif, kode dari perangkat Anda diminta juga. Setelah itu Anda membuat password baru; MFA tetap.',
  path: paths.weakPassword,
  passwordLabel: 'Password lama',
}

export const MFA_DOOR: Door = {
  id: 'reset-mfa',
  title: 'Reset MFA',
  intro:
    'Masukkan NIP dan password. Setelah itu Anda memilih: kode cadangan, atau kode yang dikirim ke email terdaftar.',
  path: paths.mfaResetDoor,
  passwordLabel: 'Password',
}
