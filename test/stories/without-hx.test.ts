import { expect, test } from 'vitest'
import { arrive, openWindow, press, startBrowser } from '#test/support/browser.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  activate,
  BETTER,
  codeFor,
  keyOn,
  typeCode,
  typeSignIn,
  WEAK,
} from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { specimens } from '#test/support/specimens.ts'
import { paths } from '#views/paths.ts'

const ATTRIBUTES = [
  ...new Set(
    Object.values(specimens).flatMap(({ main }) =>
      [...String(main).matchAll(/ (hx-[a-z-]+)="/g)].map(([, name = '']) => name),
    ),
  ),
].sort()

const sql = await testDatabase()
const browser = await startBrowser()
let removed = ''
const site = await startSite(sql, {
  answer: async (response) => {
    if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response
    const html = await response.text()
    return new Response(html.replaceAll(new RegExp(` ${removed}="[^"]*"`, 'g'), ''), response)
  },
})

test('the pages use the attributes of htmx that these journeys do without', () => {
  expect(ATTRIBUTES).toEqual([
    'hx-disable',
    'hx-get',
    'hx-post',
    'hx-swap',
    'hx-sync',
    'hx-target',
    'hx-trigger',
  ])
})

test.each([...ATTRIBUTES, 'hx-[a-z-]+'])(
  'T-NOJS the journey goes on without %s',
  async (attribute) => {
    removed = attribute
    const one = await addPerson(sql, { state: 'created', password: WEAK })
    const { page } = await openWindow(browser, {
      baseURL: site.origin,
      extraHTTPHeaders: { 'Accept-Encoding': 'identity' },
    })
    await typeSignIn(page, one.nip, 'salah')
    await page.getByText('NIP atau password salah.').first().waitFor()
    await typeSignIn(page, one.nip, WEAK)
    await arrive(page, 'Password baru')
    expect(await page.content()).not.toMatch(new RegExp(` ${attribute}=`))
    await page.getByLabel('Password baru', { exact: true }).fill(BETTER)
    await page.getByLabel('Konfirmasi password').fill(BETTER)
    await press(page, 'Simpan password')
    await arrive(page, 'Aktivasi MFA')
    const key = await keyOn(page)
    await activate(page, site.now())
    await press(page, 'Lanjutkan')
    await arrive(page, 'Beranda')
    await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click()
    await arrive(page, 'Anda sudah keluar.')
    site.pass(30)
    await typeSignIn(page, one.nip, BETTER)
    await typeCode(page, codeFor(key, site.now()))
    await arrive(page, 'Beranda')
    await page.goto(paths.home)
    await page.getByRole('button', { name: 'Perpanjang sesi' }).click()
    await page
      .getByText(/^Sesi (berakhir|diperpanjang sampai) pukul/)
      .first()
      .waitFor()
  },
)
