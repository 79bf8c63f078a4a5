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
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  activate,
  BETTER,
  codeFor,
  KEY,
  keyOn,
  recoveryCodesOn,
  toActivation,
  toCode,
  toHome,
  typeCode,
  typeSignIn,
  WEAK,
} from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const browser = await startBrowser()
const site = await startSite(sql)
const newcomer = () => addPerson(sql, { state: 'created' })

describe.each(SCRIPTING)('%s', (_, scripting) => {
  const open = () => openWindow(browser, { baseURL: site.origin, ...scripting })

  test('whoever closes the tab at a step finds that step again', async () => {
    const { page, context } = await open()
    const one = await addPerson(sql, { state: 'created', password: WEAK })
    await typeSignIn(page, one.nip, WEAK)
    await arrive(page, 'Password baru')
    const chosen = await elsewhereAndBack(paths.newPassword, 'Password baru')
    await chosen.getByLabel('Password baru', { exact: true }).fill(BETTER)
    await chosen.getByLabel('Konfirmasi password').fill(BETTER)
    await press(chosen, 'Simpan password')
    await arrive(chosen, 'Aktivasi MFA')
    const key = await keyOn(chosen)
    const scanned = await elsewhereAndBack(paths.activation, 'Aktivasi MFA')
    expect(await keyOn(scanned)).toBe(key)
    await activate(scanned, site.now())
    const codes = await recoveryCodesOn(scanned)
    const saving = await elsewhereAndBack(paths.recoveryCodes, 'Kode cadangan')
    expect(await recoveryCodesOn(saving)).toEqual(codes)

    async function elsewhereAndBack(path: string, heading: string) {
      for (const tab of context.pages()) await tab.close()
      const tab = await openTab(context)
      await tab.page.goto(paths.help)
      await tab.page.goto(path)
      await arrive(tab.page, heading)
      return tab.page
    }
  })

  test('no step can be skipped: each address leads to the step that is due', async () => {
    const { page } = await open()
    await toCode(page, await addPerson(sql))
    const later = [paths.home, paths.recoveryCodes, paths.practice]
    for (const path of [paths.newPassword, paths.activation, ...later]) {
      await page.goto(path)
      expect(pathOf(page)).toBe(paths.code)
    }
  })

  test('signing in again in the same browser keeps the QR code, another browser gets its own', async () => {
    const one = await newcomer()
    const { page } = await open()
    await toActivation(page, one)
    const key = await keyOn(page)
    await toActivation(page, one)
    expect(await keyOn(page)).toBe(key)
    const other = await open()
    await toActivation(other.page, one)
    expect(await keyOn(other.page)).not.toBe(key)
  })

  test('a QR code that is over is told, and a new one is there', async () => {
    const { page } = await open()
    await toActivation(page, await newcomer())
    const key = await keyOn(page)
    site.pass(14 * 60)
    await page.reload()
    expect(await keyOn(page)).toBe(key)
    site.pass(2 * 60)
    await page.getByLabel('Nama perangkat').fill('HP Samsung')
    await page.getByLabel('Kode OTP').fill(codeFor(key, site.now()))
    await press(page, 'Aktifkan')
    await page.getByText(/QR ini sudah lewat 15 menit|Waktu verifikasi habis/).waitFor()
  })

  test('a sign-in left for more than ten minutes says that its time is over', async () => {
    const { page } = await open()
    await toCode(page, await addPerson(sql))
    site.pass(601)
    await typeCode(page, codeFor(KEY, site.now()))
    await page.getByText('Waktu verifikasi habis. Silakan masuk lagi.').waitFor()
    expect(pathOf(page)).toBe(paths.signIn)
  })

  test('a form of an older tab comes back filled, and goes through when sent again', async () => {
    const one = await addPerson(sql)
    const { page, context } = await open()
    await page.goto(paths.signIn)
    const { page: other } = await openTab(context)
    await toCode(other, one)
    await page.getByLabel('NIP').fill(one.nip)
    await page.getByLabel('Password').fill(one.password)
    await press(page, 'Masuk')
    await page.getByText('Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.').waitFor()
    expect(await page.getByLabel('NIP').inputValue()).toBe(one.nip)
    await page.getByLabel('Password').fill(one.password)
    await press(page, 'Masuk')
    await arrive(page, 'Verifikasi')
  })

  test('two tabs at the code: the second finds the session that the first opened', async () => {
    const one = await addPerson(sql)
    const { page, context, complaints } = await open()
    await toCode(page, one)
    const second = await openTab(context)
    await second.page.goto(paths.code)
    await typeCode(page, codeFor(KEY, site.now()))
    await arrive(page, 'Beranda')
    await typeCode(second.page, codeFor(KEY, site.now()))
    await arrive(second.page, 'Beranda')
    expect([...complaints, ...second.complaints]).toEqual([])
  })

  test('two tabs at the activation show one QR code, and only one device comes of it', async () => {
    const one = await newcomer()
    const { page, context } = await open()
    await toActivation(page, one)
    const second = await openTab(context)
    await second.page.goto(paths.activation)
    expect(await keyOn(second.page)).toBe(await keyOn(page))
    await activate(page, site.now())
    await second.page.getByLabel('Nama perangkat').fill('HP kedua')
    await second.page.getByLabel('Kode OTP').fill(codeFor(await keyOn(second.page), site.now()))
    await press(second.page, 'Aktifkan')
    await arrive(second.page, 'Beranda')
    const devices = await sql`select name from devices where person = ${one.id}`
    expect(devices.map(({ name }) => name)).toEqual(['HP Samsung'])
  })

  test('Back from Beranda stays signed in, Back after signing out shows nobody', async () => {
    const one = await addPerson(sql, { name: 'Wayan Sudiarta' })
    const { page } = await open()
    await toHome(page, one, site.now())
    await page.goBack()
    await arrive(page, 'Beranda')
    await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click()
    await arrive(page, 'Anda sudah keluar.')
    await page.goBack()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.content()).not.toContain(one.name)
  })

  test('cookies deleted midway lead to the start, not to a failure', async () => {
    const one = await newcomer()
    const { page, context, complaints } = await open()
    await toActivation(page, one)
    await context.clearCookies()
    await page.getByLabel('Nama perangkat').fill('HP Samsung')
    await page.getByLabel('Kode OTP').fill(codeFor(await keyOn(page), site.now()))
    await press(page, 'Aktifkan')
    await arrive(page, 'Masuk')
    await toActivation(page, one)
    await activate(page, site.now())
    await context.clearCookies()
    await press(page, 'Lanjutkan')
    await arrive(page, 'Masuk')
    expect(complaints).toEqual([])
  })

  test('a server restarted at every step is not noticed', async () => {
    const one = await newcomer()
    const { page, complaints } = await open()
    await page.goto(paths.signIn)
    await page.getByLabel('NIP').fill(one.nip)
    await page.getByLabel('Password').fill(one.password)
    await site.restart()
    await press(page, 'Masuk')
    await arrive(page, 'Aktivasi MFA')
    await site.restart()
    await activate(page, site.now())
    const codes = await recoveryCodesOn(page)
    await site.restart()
    await page.reload()
    expect(await recoveryCodesOn(page)).toEqual(codes)
    await page.getByLabel('Saya sudah menyimpan kode cadangan').check()
    await site.restart()
    await press(page, 'Lanjutkan')
    await arrive(page, 'Latihan')
    expect(complaints).toEqual([])
  })
})

test('Back to a refused form asks for the form, and sends nothing', async () => {
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await toCode(page, await addPerson(sql))
  await typeCode(page, '000000')
  await page.getByText('Kode salah.').waitFor()
  await page.getByRole('link', { name: 'Pakai kode cadangan' }).click()
  await page.getByLabel('Kode cadangan').waitFor()
  const before = site.told.asked.length
  await page.goBack()
  await page.getByLabel('Kode OTP').waitFor()
  expect(site.told.asked.slice(before)).toEqual([`GET ${paths.code}`])
})

test('Back to the code from elsewhere finds a form that works', async () => {
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await toCode(page, await addPerson(sql))
  await page.getByRole('link', { name: 'Bantuan', exact: true }).click()
  await arrive(page, 'Bantuan')
  await page.goBack()
  await typeCode(page, codeFor(KEY, site.now()))
  await arrive(page, 'Beranda')
})

test('a page that the browser kept as it was, with its button out of reach, gets it back', async () => {
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await toHome(page, await addPerson(sql), site.now())
  await page.goto(paths.signOut)
  const button = page.getByRole('main').getByRole('button', { name: 'Keluar' })
  await page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
  await button.click()
  await expect.poll(() => button.isDisabled()).toBe(true)
  // Chromium without a screen keeps no pages, so what it would say then is said for it.
  await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
  expect(await button.isEnabled()).toBe(true)
})

test('nothing went wrong on the server in all that', () => {
  expect(site.told.problems).toEqual([])
})
