import { describe, expect, test } from 'vitest'
import {
  arrive,
  openTab,
  openWindow,
  pathOf,
  press,
  SCRIPTING,
  startBrowser,
} from '#test/support/browser.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  activate,
  BETTER,
  codeFor,
  KEY,
  toCode,
  typeCode,
  typeSignIn,
  WEAK,
} from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { addForgetful, answerFor, EMAIL, lastCodeMailedTo } from '#test/support/reset-walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const browser = await startBrowser()
const site = await startSite(sql)

type Page = Parameters<typeof toCode>[0]

/** With a script the browser proves its work by itself; here the test answers, to be as quick. */
async function passCheck(page: Page): Promise<void> {
  const id = (await page.locator('#captcha').getAttribute('data-captcha')) ?? ''
  await page
    .locator('[name=captcha_answer]')
    .evaluate((input, answer) => input.setAttribute('value', answer), answerFor(id))
}

async function toEmailCode(page: Page, nip: string): Promise<void> {
  await page.goto(paths.resetStart)
  await page.getByLabel('NIP').fill(nip)
  await passCheck(page)
  await press(page, 'Check')
  await page.getByLabel('Email').fill(EMAIL)
  await press(page, 'Kirim')
  await page.getByText('Jika NIP dan email cocok').waitFor()
}

async function typeEmailCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Kode dari email').fill(code)
  await press(page, 'Lanjut')
}

async function typeTwice(page: Page, button: string): Promise<void> {
  await page.getByLabel('Password baru', { exact: true }).fill(BETTER)
  await page.getByLabel('Konfirmasi password').fill(BETTER)
  await press(page, button)
}

describe.each(SCRIPTING)('%s', (_, scripting) => {
  const open = () => openWindow(browser, { baseURL: site.origin, ...scripting })

  test('R-RS-01 a forgotten password is replaced, and MFA activated again', async () => {
    await sql`delete from throttles`
    const one = await addForgetful(sql)
    const { page, complaints } = await open()
    await page.goto(paths.signIn)
    await page.getByRole('link', { name: 'Reset', exact: true }).click()
    await arrive(page, 'Reset')
    await toEmailCode(page, one.nip)
    await typeEmailCode(page, '00000000')
    await page.getByText('Kode salah. Sisa 4 percobaan.').first().waitFor()
    await typeEmailCode(page, await lastCodeMailedTo(sql, one))
    await arrive(page, 'Password baru')
    await page.getByLabel('Password baru', { exact: true }).fill('pendek')
    await press(page, 'Reset Password')
    await page.getByText('Password minimal 12 karakter').first().waitFor()
    await typeTwice(page, 'Reset Password')
    await page.getByText('Anda akan diminta mengaktifkan MFA lagi.').waitFor()
    await typeSignIn(page, one.nip, BETTER)
    await arrive(page, 'Aktivasi MFA')
    await activate(page, site.now(), 'HP Baru')
    expect(complaints).toEqual([])
  })

  test('R-RS-08 a weak password is replaced on the way in', async () => {
    const one = await addForgetful(sql, { password: WEAK })
    const { page, complaints } = await open()
    await page.goto(paths.weakPassword)
    await page.getByLabel('NIP').fill(one.nip)
    await page.getByLabel('Password lama').fill(WEAK)
    await press(page, 'Lanjut')
    await arrive(page, 'Verifikasi')
    await typeCode(page, codeFor(KEY, site.now()))
    await arrive(page, 'Password baru')
    await typeTwice(page, 'Simpan password')
    await arrive(page, 'Beranda')
    expect(complaints).toEqual([])
  })

  test('R-RS-09 a lost phone is replaced from the page that asks for its code', async () => {
    await sql`delete from throttles`
    const one = await addForgetful(sql)
    const { page, complaints } = await open()
    await toCode(page, one)
    await page.getByRole('link', { name: 'Reset MFA' }).click()
    await arrive(page, 'Reset MFA')
    await page.getByRole('link', { name: 'Pakai kode dari email' }).click()
    await page.getByLabel('Email').fill(EMAIL)
    await press(page, 'Kirim')
    await page.getByLabel('Kode dari email').waitFor()
    await typeEmailCode(page, await lastCodeMailedTo(sql, one))
    await arrive(page, 'Aktivasi MFA')
    await activate(page, site.now(), 'HP Baru')
    expect(complaints).toEqual([])
  })

  test('T-FLOW back, reload, a second tab and a restart go on where the reset stands', async () => {
    await sql`delete from throttles`
    const one = await addForgetful(sql)
    const { page, context } = await open()
    await toEmailCode(page, one.nip)
    await page.reload()
    expect(pathOf(page)).toBe(paths.resetCode)
    await site.restart()
    const second = await openTab(context)
    await second.page.goto(paths.resetNewPassword)
    expect(pathOf(second.page)).toBe(paths.resetCode)
    await typeEmailCode(second.page, await lastCodeMailedTo(sql, one))
    await arrive(second.page, 'Password baru')
    await page.reload()
    expect(pathOf(page)).toBe(paths.resetNewPassword)
    await typeTwice(page, 'Reset Password')
    await page.getByText('Password baru tersimpan').waitFor()
    await second.page.getByLabel('Password baru', { exact: true }).fill(BETTER)
    await press(second.page, 'Reset Password')
    await second.page.getByText('Password baru tersimpan').waitFor()
    await second.page.goBack()
    await second.page.reload()
    expect(pathOf(second.page)).toBe(paths.signIn)
  })
})
