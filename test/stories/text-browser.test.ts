import { expect, test } from 'vitest'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { codeFor } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { textBrowser } from '#test/support/text-browser.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const site = await startSite(sql)

test('T-NOJS in a text browser one activates by the typed key, signs out and in again', async () => {
  const one = await addPerson(sql, { state: 'created' })
  const browser = textBrowser(site.origin)
  await browser.open('/')
  await browser.follow('Masuk')
  browser.type('NIP', one.nip)
  browser.type('Password', 'salah')
  await browser.press('Masuk')
  expect(browser.text()).toContain('NIP atau password salah.')
  browser.type('Password', one.password)
  await browser.press('Masuk')
  expect(browser.path()).toBe(paths.activation)
  const [key = ''] = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(browser.text()) ?? []
  browser.type('Nama perangkat', 'HP Nokia')
  browser.type('Kode OTP', '000000')
  await browser.press('Aktifkan')
  expect(browser.text()).toContain('Kode salah.')
  browser.type('Kode OTP', codeFor(key, site.now()))
  await browser.press('Aktifkan')
  expect(browser.text()).toContain('MFA aktif di perangkat HP Nokia.')
  await browser.press('Lanjutkan')
  expect(browser.path()).toBe(paths.home)
  await browser.open(paths.signOut)
  await browser.press('Keluar')
  expect(browser.text()).toContain('Anda sudah keluar.')
  await browser.follow('Masuk')
  site.pass(30)
  browser.type('NIP', one.nip)
  browser.type('Password', one.password)
  await browser.press('Masuk')
  browser.type('Kode OTP', codeFor(key, site.now()))
  await browser.press('Verifikasi')
  expect(browser.text()).toContain(one.name)
})

test('T-NOJS a text browser that lost its cookies is asked to send once more, never refused for good', async () => {
  const one = await addPerson(sql)
  const browser = textBrowser(site.origin)
  await browser.open(paths.signIn)
  browser.forget()
  browser.type('NIP', one.nip)
  browser.type('Password', one.password)
  await browser.press('Masuk')
  expect(browser.text()).toContain('Silakan kirim sekali lagi.')
  browser.type('Password', one.password)
  await browser.press('Masuk')
  expect(browser.path()).toBe(paths.code)
})
