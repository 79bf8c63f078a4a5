import { describe, expect, test } from 'vitest'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  addForgetful,
  askedForCode,
  BETTER,
  emailProven,
  lastCodeMailedTo,
  passwordReset,
  typeNewPassword,
} from '#test/support/reset-walk.ts'
import { atSignIn, codeAt, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

describe.each([false, true])('R-RS-01 a forgotten password, by htmx: %s', (htmx) => {
  test('is replaced by whoever reads the mail, who then activates MFA again', async () => {
    const { person, end } = await passwordReset(sql, { htmx })
    expect(end.path).toBe(paths.signInAfterReset('reactivation'))
    expect(end.body).toContain(
      'Password baru tersimpan dan semua sesi diakhiri. Silakan masuk; Anda akan diminta mengaktifkan MFA lagi.',
    )
    const browser = await atSignIn(sql, { htmx })
    const page = await typePassword(browser, { ...person, password: BETTER })
    expect(page.path).toBe(paths.activation)
    expect(page.body).toContain('Perangkat lama masih ada? Ketik kodenya.')
  })

  test('keeps the second factor of an officer, who is asked for it', async () => {
    const { browser, page, person } = await emailProven(sql, { htmx }, { role: 'officer' })
    expect(page.path).toBe(paths.resetDevice)
    const next = await browser.send(paths.resetDevice, { code: codeAt(NOW) })
    expect(next.path).toBe(paths.resetNewPassword)
    const end = await typeNewPassword(browser)
    expect(end.body).toContain('kode dari perangkat Anda tetap berlaku.')
    const again = await atSignIn(sql, { htmx })
    const page2 = await typePassword(again, { ...person, password: BETTER })
    expect(page2.path).toBe(paths.code)
  })
})

test('the code page says the same whatever was asked, with the time in WIB', async () => {
  const person = await addForgetful(sql)
  const { page } = await askedForCode(sql, { nip: person.nip })
  expect(page.path).toBe(paths.resetCode)
  expect(page.body).toContain(
    'Jika NIP dan email cocok, kode 8 angka sudah dikirim dan berlaku sampai pukul 12.10 WIB. Periksa juga folder spam. Paling banyak 3 kode per jam. Email sudah tidak aktif? Hubungi BKPSDM.',
  )
  expect(await lastCodeMailedTo(sql, person)).toMatch(/^\d{8}$/)
})
