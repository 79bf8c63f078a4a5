import { describe, expect, test } from 'vitest'
import { signInProblems } from '#test/support/specimens.ts'
import { noticeText, signInTold } from '#views/sign-in/sign-in-words.ts'

/** Word for word as identity.md 2.1 prints them. */
const TEXTS: Record<keyof typeof signInProblems, string> = {
  notNipShaped: 'NIP atau NI PPPK terdiri dari 18 angka. Periksa kembali.',
  wrong: 'NIP atau password salah. Periksa kembali, lalu coba lagi.',
  slowed: 'Terlalu banyak percobaan. Silakan coba lagi pukul 09.00.30 WIB (30 detik lagi).',
  captchaDue: 'Selesaikan pemeriksaan keamanan ini dahulu.',
  closedToNewBrowsers:
    'Masuk dari browser baru sedang ditutup untuk NIP ini. Gunakan Reset Password (Lupa Password), atau browser yang biasa Anda pakai.',
  busy: 'Server sedang sibuk. Silakan coba lagi dalam 5 detik.',
  disabled: 'Akun Anda dinonaktifkan. Hubungi BKPSDM instansi Anda.',
  frozen:
    'Akun Anda ditahan karena laporan Bukan saya. Buka kembali lewat Reset Password (Lupa Password), dengan kode dari perangkat lama atau BKPSDM.',
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
}

describe('at sign-in', () => {
  test.each(Object.values(signInProblems))('$kind is told in the exact words', (problem) => {
    expect(signInTold(problem).text).toBe(TEXTS[problem.kind])
  })

  test('R-RL-05 a long wait is told with its minutes', () => {
    const until = new Date('2026-08-17T03:42:15Z')
    expect(signInTold({ kind: 'slowed', until, seconds: 190 }).text).toBe(
      'Terlalu banyak percobaan. Silakan coba lagi pukul 10.42.15 WIB (3 menit 10 detik lagi).',
    )
  })

  test('R-EN-01 a wrong password marks the same fields as an unknown name', () => {
    expect(signInTold({ kind: 'wrong' })).toMatchObject({ field: 'username', either: 'password' })
  })

  test('whoever comes back from the code page is told why', () => {
    expect(noticeText('tooLate')).toBe('Waktu verifikasi habis. Silakan masuk lagi.')
    expect(noticeText('signInOver')).toBe(
      'Lima kode salah. Demi keamanan, silakan masuk lagi dari awal.',
    )
  })
})
