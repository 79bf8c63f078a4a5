import { expect, test } from 'vitest'
import { arrive, openWindow, press, startBrowser } from '#test/support/browser.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { toHome } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { paths } from '#views/paths.ts'

const WARNING = 'Sesi Anda berakhir dalam 2 menit.'
const MINUTE = 60

const sql = await testDatabase()
const browser = await startBrowser()

/** A browser and a server whose clocks go together, and only when the test says so. */
async function signedIn({ javaScriptEnabled }: { javaScriptEnabled: boolean }) {
  const site = await startSite(sql)
  const window = await openWindow(browser, { baseURL: site.origin, javaScriptEnabled })
  if (javaScriptEnabled) await window.page.clock.install({ time: site.now() })
  await toHome(window.page, await addPerson(sql), site.now())
  const pass = async (seconds: number) => {
    site.pass(seconds)
    if (javaScriptEnabled) await window.page.clock.fastForward(seconds * 1000)
  }
  return { ...window, pass }
}

test('R-SE-03 with JavaScript the warning comes two minutes before the end, not earlier', async () => {
  const { page, pass, complaints } = await signedIn({ javaScriptEnabled: true })
  await pass(28 * MINUTE - 1)
  expect(await page.getByText(WARNING).count()).toBe(0)
  await pass(1)
  await page.getByRole('alert').filter({ hasText: WARNING }).waitFor()
  expect(complaints).toEqual([])
})

test('R-SE-03 Lanjutkan puts off the end, and the warning comes again', async () => {
  const { page, pass } = await signedIn({ javaScriptEnabled: true })
  await pass(28 * MINUTE)
  await page.getByText(WARNING).waitFor()
  await page.getByRole('button', { name: 'Lanjutkan' }).click()
  await page.getByText('Sesi diperpanjang sampai pukul 12.58 WIB.').waitFor()
  expect(await page.getByText(WARNING).count()).toBe(0)
  await pass(28 * MINUTE)
  await page.getByText(WARNING).waitFor()
})

test('R-SE-03 the page that asks by itself is no activity: at the end it says so in place', async () => {
  const { page, pass, complaints } = await signedIn({ javaScriptEnabled: true })
  await pass(28 * MINUTE)
  await page.locator('#sesi[data-htmx-powered]').filter({ hasText: WARNING }).waitFor()
  await pass(2 * MINUTE)
  const over = page.getByRole('alert').filter({ hasText: 'Sesi Anda sudah berakhir.' })
  await over.getByRole('link', { name: 'Masuk' }).click()
  await arrive(page, 'Masuk')
  expect(complaints).toEqual([])
})

test('R-SE-03 without JavaScript the page prints the end, and Perpanjang sesi puts it off', async () => {
  const { page, pass, complaints } = await signedIn({ javaScriptEnabled: false })
  await page.getByText('Sesi berakhir pukul 12.30 WIB bila tidak ada kegiatan.').waitFor()
  await pass(29 * MINUTE)
  await page.getByRole('button', { name: 'Perpanjang sesi' }).click()
  await page.getByText('Sesi berakhir pukul 12.59 WIB bila tidak ada kegiatan.').waitFor()
  await pass(30 * MINUTE)
  await page.getByRole('button', { name: 'Perpanjang sesi' }).click()
  await arrive(page, 'Sesi berakhir')
  expect(complaints).toEqual([])
})

test.each([true, false])(
  'signing out of a session that is over says so (JavaScript: %s)',
  async (javaScriptEnabled) => {
    const { page, pass } = await signedIn({ javaScriptEnabled })
    await page.goto(paths.signOut)
    await pass(31 * MINUTE)
    const isThere = await page.getByRole('heading', { level: 1, name: 'Keluar' }).isVisible()
    if (isThere) await press(page, 'Keluar')
    await arrive(page, 'Sesi berakhir')
  },
)
