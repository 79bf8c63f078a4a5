import type { Page, Request } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { arrive, openWindow, SCRIPTING, startBrowser } from '#test/support/browser.ts'
import { addPerson, PASSWORD } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { codeFor, KEY, keyOn, toActivation, toCode, typeCode } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { paths } from '#views/paths.ts'

const LOST = 'Koneksi terputus. Isian Anda masih ada; silakan kirim lagi.'

const sql = await testDatabase()
const browser = await startBrowser()
let losesAnswers = false
const site = await startSite(sql, {
  answer: (response, { incoming }) => {
    if (losesAnswers && incoming.method === 'POST') incoming.socket.destroy()
    return response
  },
})

describe.each(SCRIPTING)('%s, a double click', (_, scripting) => {
  const open = () => openWindow(browser, { baseURL: site.origin, ...scripting })
  const twice = (page: Page, name: string) =>
    page.getByRole('main').getByRole('button', { name, exact: true }).dblclick()

  test('on Masuk leads to the code', async () => {
    const one = await addPerson(sql)
    const { page } = await open()
    await page.goto(paths.signIn)
    await page.getByLabel('NIP').fill(one.nip)
    await page.getByLabel('Password').fill(one.password)
    await twice(page, 'Masuk')
    await arrive(page, 'Verifikasi')
  })

  test('on Verifikasi uses the code once, and whoever clicked is in or told to sign in again', async () => {
    const one = await addPerson(sql)
    const { page } = await open()
    await toCode(page, one)
    await page.getByLabel('Kode OTP').fill(codeFor(KEY, site.now()))
    await twice(page, 'Verifikasi')
    await page.getByText(/^(Beranda|Buka Beranda)$/).waitFor()
    await page.goto(paths.home)
    // A browser without scripts drops the first answer for the second click, maybe with its cookie.
    const then = scripting.javaScriptEnabled === false ? /^(Beranda|Masuk)$/ : 'Beranda'
    await page.getByRole('heading', { level: 1, name: then, exact: true }).waitFor()
    expect(await sql`select from sessions where person = ${one.id}`).toHaveLength(1)
  })

  test('on Aktifkan makes one device and one set of recovery codes', async () => {
    const one = await addPerson(sql, { state: 'created' })
    const { page } = await open()
    await toActivation(page, one)
    await page.getByLabel('Nama perangkat').fill('HP Samsung')
    await page.getByLabel('Kode OTP').fill(codeFor(await keyOn(page), site.now()))
    await twice(page, 'Aktifkan')
    await page.getByRole('heading', { name: /^(Kode cadangan|Beranda)$/ }).waitFor()
    await page.goto(paths.recoveryCodes)
    await arrive(page, 'Kode cadangan')
    expect(await sql`select from devices where person = ${one.id}`).toHaveLength(1)
  })
})

describe('a line that breaks while a form is sent', () => {
  test.each([
    ['sign-in', 'Masuk', () => atSignIn()],
    ['code', 'Verifikasi', () => atCode()],
    ['activation', 'Aktifkan', () => atActivation()],
  ])('loses nothing of the %s, says so, and goes on when sent again', async (_, button, at) => {
    const { page, filled, next } = await at()
    const typed = await valuesOf(page)
    await page.route('**/*', (route, request) =>
      isPost(request) ? route.abort() : route.continue(),
    )
    const press = () =>
      page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
    await press()
    await page.getByText(LOST).waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('terputus')
    expect(typed).toEqual(filled)
    expect(await valuesOf(page)).toEqual(typed)
    await page.unroute('**/*')
    await press()
    await arrive(page, next)
    expect(await page.getByText(LOST).isVisible()).toBe(false)
  })

  test('an answer lost after the code was taken: the second sending tells how to go on', async () => {
    const { page, next } = await atCode()
    losesAnswers = true
    await typeCode(page, codeFor(KEY, site.now()))
    await page.getByText(LOST).waitFor()
    losesAnswers = false
    await typeCode(page, codeFor(KEY, site.now()))
    await page.getByText('Kode ini sudah dipakai untuk masuk.').waitFor()
    site.pass(30)
    await page.getByRole('link', { name: 'Masuk lagi' }).click()
    await arrive(page, 'Masuk')
    expect(next).toBe('Beranda')
  })
})

test('whoever is sent away in the middle sees no failure of the server', () => {
  expect(site.told.problems).toEqual([])
})

async function atSignIn() {
  const one = await addPerson(sql)
  const page = await newPage()
  await page.goto(paths.signIn)
  await page.getByLabel('NIP').fill(one.nip)
  await page.getByLabel('Password').fill(PASSWORD)
  return { page, filled: [one.nip, PASSWORD], next: 'Verifikasi' }
}

async function atCode() {
  const page = await newPage()
  await toCode(page, await addPerson(sql))
  const code = codeFor(KEY, site.now())
  await page.getByLabel('Kode OTP').fill(code)
  return { page, filled: [code], next: 'Beranda' }
}

async function atActivation() {
  const page = await newPage()
  await toActivation(page, await addPerson(sql, { state: 'created' }))
  const code = codeFor(await keyOn(page), site.now())
  await page.getByLabel('Nama perangkat').fill('HP Samsung')
  await page.getByLabel('Kode OTP').fill(code)
  return { page, filled: ['HP Samsung', code], next: 'Kode cadangan' }
}

async function newPage(): Promise<Page> {
  return (await openWindow(browser, { baseURL: site.origin })).page
}

function isPost(request: Request): boolean {
  return request.method() === 'POST'
}

function valuesOf(page: Page): Promise<string[]> {
  return page.evaluate(
    "[...document.querySelectorAll('main input:not([type=hidden])')].map(({ value }) => value)",
  )
}
