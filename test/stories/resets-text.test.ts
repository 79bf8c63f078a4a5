import { expect, test } from 'vitest'
import { testDatabase } from '#test/support/database.ts'
import { BETTER, codeFor, KEY } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { addForgetful, answerFor, EMAIL, lastCodeMailedTo } from '#test/support/reset-walk.ts'
import { textBrowser } from '#test/support/text-browser.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const site = await startSite(sql)
const open = () => textBrowser(site.origin)

/** What the picture of the newest check shows: a text browser hands it to a program that shows it. */
async function pictureAnswer(): Promise<string> {
  const [row] = await sql<
    { id: string }[]
  >`select id from captchas order by expires_at desc limit 1`
  return answerFor(row?.id ?? '')
}

test('T-NOJS in a text browser who forgot the password goes on with the old device', async () => {
  const one = await addForgetful(sql)
  const browser = open()
  await browser.open(paths.signIn)
  await browser.follow('Reset')
  await browser.follow('Reset Password (Lupa Password)')
  browser.type('NIP', one.nip)
  browser.type('Jawaban dari gambar atau suara', await pictureAnswer())
  await browser.press('Check')
  expect(browser.text()).toContain('Langkah 2 dari 4')
  browser.type('Email', EMAIL)
  await browser.press('Kirim')
  browser.type('Kode dari email', '0000 0000')
  await browser.press('Lanjut')
  expect(browser.text()).toContain('Kode salah. Sisa 4 percobaan.')
  browser.type('Kode dari email', await lastCodeMailedTo(sql, one))
  await browser.press('Lanjut')
  browser.type('Password baru', BETTER)
  browser.type('Konfirmasi password', BETTER)
  await browser.press('Reset Password')
  expect(browser.text()).toContain('Anda akan diminta mengaktifkan MFA lagi.')
  browser.type('NIP', one.nip)
  browser.type('Password', BETTER)
  await browser.press('Masuk')
  expect(browser.text()).toContain('Perangkat lama masih ada? Ketik kodenya.')
  browser.type('Kode perangkat lama', codeFor(KEY, site.now()))
  await browser.press('Pakai perangkat lama')
  expect(browser.path()).toBe(paths.home)
})
