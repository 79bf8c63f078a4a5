import { describe, expect, test } from 'vitest'
import { newPasswordProblems } from '#test/support/specimens.ts'
import {
  NEW_PASSWORD_INTRO,
  newPasswordTold,
  ruleLines,
} from '#views/sign-in/new-password-words.ts'

/** Word for word as identity.md 2.1 and 2.3 print them. */
const TEXTS: Record<keyof typeof newPasswordProblems, string> = {
  empty: 'Ketik password baru.',
  tooShort: 'Password minimal 12 karakter; Anda mengetik 9.',
  tooLong: 'Password paling banyak 256 karakter.',
  nul: 'Password memuat karakter yang tidak dapat dipakai. Ketik ulang dengan huruf, angka, dan simbol biasa.',
  classesMissing:
    'Password harus memuat huruf besar, huruf kecil, angka, dan simbol. Belum ada: simbol.',
  containsNumber: 'Password tidak boleh memuat NIP atau tanggal lahir.',
  containsName: 'Password tidak boleh memuat nama Anda.',
  containsAgency: 'Password tidak boleh memuat nama instansi atau layanan.',
  common: 'Password ini terlalu umum dan mudah ditebak. Pilih yang lain.',
  sameAsOld: 'Password baru harus berbeda dari yang lama.',
  confirmationDiffers: 'Konfirmasi password tidak sama.',
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
  busy: 'Server sedang sibuk. Silakan coba lagi dalam 5 detik.',
  slowed: 'Terlalu banyak percobaan. Silakan coba lagi pukul 10.00.00 WIB, atau mulai dari awal.',
}

describe('a new password', () => {
  test.each(Object.values(newPasswordProblems))('$kind is told in the exact words', (problem) => {
    expect(newPasswordTold(problem).text).toBe(TEXTS[problem.kind])
  })

  test('names every class that is missing', () => {
    const missing = ['upper', 'lower', 'digit', 'symbol'] as const
    expect(newPasswordTold({ kind: 'classesMissing', missing }).text).toContain(
      'Belum ada: huruf besar, huruf kecil, angka, simbol.',
    )
  })

  test('marks the second field only when the two differ', () => {
    expect(newPasswordTold({ kind: 'confirmationDiffers' }).field).toBe('confirm_password')
    expect(newPasswordTold({ kind: 'common' }).field).toBe('new_password')
  })

  test('is asked for in the exact words', () => {
    expect(NEW_PASSWORD_INTRO).toBe(
      'Password Anda belum memenuhi ketentuan. Silakan buat password baru.',
    )
  })
})

describe('R-PW-02 the rule that stands above the field', () => {
  test.each([
    ['classes', 'Kantor-Baru7', [true, true, true, true, true]],
    ['classes', 'kantorbaru', [false, false, true, false, false]],
    ['length', 'kantor di ujung', [true]],
    ['length', 'kantor di ujun', [false]],
  ] as const)('%s: of %s a script would mark %j', (rule, typed, marks) => {
    const patterns = ruleLines(rule).flatMap(({ pattern }) => pattern ?? [])
    expect(patterns.map((pattern) => new RegExp(pattern, 'su').test(typed))).toEqual(marks)
  })

  test('names its length', () => {
    expect(ruleLines('classes')[0]?.text).toBe('minimal 12 karakter')
    expect(ruleLines('length')[0]?.text).toBe('minimal 15 karakter')
  })
})
