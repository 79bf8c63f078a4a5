import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  arrive,
  openWindow,
  pathOf,
  press,
  refusalOn,
  SCREENS,
  startBrowser,
} from '#test/support/browser.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  activate,
  BETTER,
  codeFor,
  keyOn,
  recoveryCodesOn,
  toActivation,
  typeSignIn,
  WEAK,
} from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { scan } from '#test/support/qr-reader.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const browser = await startBrowser()
const site = await startSite(sql)
const newcomer = () => addPerson(sql, { state: 'created' })

describe.each(SCREENS)('%s, someone who never was here', (_, screen) => {
  const open = () => openWindow(browser, { baseURL: site.origin, ...screen })

  test('activates MFA, keeps the recovery codes, practises and is in', async () => {
    const one = await newcomer()
    const { page, complaints } = await open()
    await page.goto('/')
    await page.getByRole('link', { name: 'Masuk', exact: true }).click()
    await page.getByLabel('NIP').fill(one.nip)
    await page.getByLabel('Password').fill(one.password)
    await press(page, 'Masuk')
    await arrive(page, 'Aktivasi MFA')
    const key = await keyOn(page)
    await activate(page, site.now())
    await page.getByText('MFA aktif di perangkat HP Samsung.').waitFor()
    expect(new Set(await recoveryCodesOn(page)).size).toBe(10)
    await page.getByLabel('Saya sudah menyimpan kode cadangan').check()
    await press(page, 'Lanjutkan')
    await arrive(page, 'Latihan')
    site.pass(30)
    await page.getByLabel('Kode OTP').fill(codeFor(key, site.now()))
    await press(page, 'Coba')
    await page.getByText('Kode cocok. HP Anda siap dipakai untuk masuk.').waitFor()
    await page.getByRole('link', { name: 'Buka Beranda' }).click()
    await arrive(page, 'Beranda')
    await page.getByText('Ini pertama kalinya Anda masuk.').waitFor()
    expect(await page.getByRole('main').textContent()).toContain('berkas arsip belum diunggah')
    expect(pathOf(page)).toBe(paths.home)
    expect(complaints).toEqual([])
  })

  test('is told the rule before typing, and replaces a weak password first', async () => {
    const one = await addPerson(sql, { state: 'created', password: WEAK })
    const { page, complaints } = await open()
    await typeSignIn(page, one.nip, WEAK)
    await arrive(page, 'Password baru')
    expect(await page.getByRole('main').getByRole('listitem').allTextContents()).toContainEqual(
      expect.stringContaining('minimal 12 karakter'),
    )
    await choose(page, 'Pendek-7')
    await page.getByText('Password minimal 12 karakter; Anda mengetik 8.').waitFor()
    await choose(page, BETTER)
    await arrive(page, 'Aktivasi MFA')
    await activate(page, site.now())
    expect(complaints).toEqual([])
    const again = await open()
    await typeSignIn(again.page, one.nip, BETTER)
    await arrive(again.page, 'Verifikasi')
  })

  test('leaves the recovery codes unticked and is reminded of them on Beranda', async () => {
    const { page } = await open()
    await toActivation(page, await newcomer())
    await activate(page, site.now())
    await press(page, 'Lanjutkan')
    await arrive(page, 'Beranda')
    await page.getByText('Kode cadangan Anda belum ditandai tersimpan.').waitFor()
  })
})

test('the QR code drawn on the page, the link and the key say the same, with name and issuer', async () => {
  const one = await newcomer()
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await toActivation(page, one)
  const link = await page.getByRole('link', { name: 'Buka di aplikasi' }).getAttribute('href')
  const read = await scan(page)
  const uri = new URL(read)
  expect(read).toBe(link)
  expect(uri.searchParams.get('secret')).toBe((await keyOn(page)).replaceAll(' ', ''))
  expect(uri.searchParams.get('issuer')).toBe('ASN Digital')
  expect(decodeURIComponent(uri.pathname)).toContain(one.nip)
})

test.each(['light', 'dark'] as const)(
  'the QR code is scanned off a %s screen',
  async (colorScheme) => {
    const { page } = await openWindow(browser, { baseURL: site.origin, colorScheme })
    await toActivation(page, await newcomer())
    expect(await scan(page)).toMatch(/^otpauth:\/\/totp\//)
  },
)

test.each([
  ['no name of the device', '', undefined, 'Beri nama perangkat, misalnya HP Samsung.'],
  ['no code', 'HP Samsung', '', 'Ketik 6 angka dari aplikasi autentikator.'],
  ['a code of five digits', 'HP Samsung', '12345', 'Kode terdiri dari 6 angka; Anda mengetik 5.'],
])('with %s the same QR code comes back and the name stays', async (_, name, code, told) => {
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await toActivation(page, await newcomer())
  const key = await keyOn(page)
  await page.getByLabel('Nama perangkat').fill(name)
  await page.getByLabel('Kode OTP').fill(code ?? codeFor(key, site.now()))
  await press(page, 'Aktifkan')
  await page.getByText(told).waitFor()
  expect(await refusalOn(page)).toBe(told)
  expect(await keyOn(page)).toBe(key)
  expect(await page.getByLabel('Nama perangkat').inputValue()).toBe(name)
})

test('the file of recovery codes holds the codes that the page shows', async () => {
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await toActivation(page, await newcomer())
  await activate(page, site.now())
  const shown = await recoveryCodesOn(page)
  const downloads = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Unduh' }).click()
  const file = await (await downloads).createReadStream()
  const text = (await file.toArray()).join('')
  expect(shown).toHaveLength(10)
  for (const code of shown) expect(text).toContain(code)
})

async function choose(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password baru', { exact: true }).fill(password)
  await page.getByLabel('Konfirmasi password').fill(password)
  await press(page, 'Simpan password')
}
