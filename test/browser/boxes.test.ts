import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { axeViolations, bringAxe } from '#test/support/axe.ts'
import { openWindow, startBrowser } from '#test/support/browser.ts'
import { boxSpecimens } from '#test/support/embed-specimens.ts'
import { overflowOf, unseenStops } from '#test/support/page-checks.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'

vi.setConfig({ testTimeout: 300_000 })

const browser = await startBrowser()
const site = await serveSpecimens()
const NARROW = { width: 280, height: 700 }
const PHONE = { width: 360, height: 700 }
const WIDE = { width: 900, height: 700 }
const PRESS = { name: 'Periksa', exact: true }

/** Of the paragraphs of help the longest, and one of each sort of line. */
const HELP = ['box-help-ganti-hp', 'box-help-lupa-password', 'box-help-kode-salah']
const BOXES = Object.keys(boxSpecimens).filter(
  (name) => !name.startsWith('box-help-') || HELP.includes(name),
)

/** Backgrounds and accents of hosts; the last are the hardest to be read on. */
const HOSTS = [
  '',
  '?skema=gelap',
  '?warna=8a1538&dasar=fff8e7',
  '?warna=ffd400&dasar=00529b',
  '?warna=777&dasar=777777',
  '?warna=fff&dasar=ffffff&skema=gelap',
]

test('T-A11Y axe finds nothing in any box, in the colours of any host, in light and dark', async () => {
  const { page, context } = await openWindow(browser, { baseURL: site.origin, viewport: PHONE })
  await bringAxe(context)
  const found: string[] = []
  for (const name of BOXES)
    for (const [at, host] of HOSTS.entries()) {
      await page.goto(`/${name}${host}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const violations = await axeViolations(page, at === 0 ? 'all' : 'colours')
        found.push(...violations.map((one) => `${name}${host} ${colorScheme}: ${one}`))
      }
    }
  expect(found).toEqual([])
})

test('T-A11Y every topic of help is sound as a box, as axe sees it', async () => {
  const { page, context } = await openWindow(browser, { baseURL: site.origin, viewport: NARROW })
  await bringAxe(context)
  const found: string[] = []
  for (const name of Object.keys(boxSpecimens)) {
    await page.goto(`/${name}`)
    found.push(...(await axeViolations(page)).map((one) => `${name}: ${one}`))
    found.push(...(await sideways(page, name)))
  }
  expect(found).toEqual([])
})

test('T-A11Y no box is wider than its frame, of 280, 360 or 900 px, nor with letters twice as large', async () => {
  const { page } = await openWindow(browser, { baseURL: site.origin })
  const found: string[] = []
  for (const name of BOXES) {
    await page.goto(`/${name}`)
    for (const viewport of [NARROW, PHONE, WIDE]) {
      await page.setViewportSize(viewport)
      found.push(...(await sideways(page, `${name} at ${viewport.width} px`)))
      found.push(...(await smallTargets(page)).map((one) => `${name}: ${one}`))
    }
    await page.setViewportSize(PHONE)
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    found.push(...(await sideways(page, `${name} with larger letters`)))
  }
  expect(found).toEqual([])
})

test('T-A11Y whoever goes through a box by Tab always sees where they are', async () => {
  const { page } = await openWindow(browser, { baseURL: site.origin, viewport: NARROW })
  for (const name of BOXES) {
    await page.goto(`/${name}?warna=8a1538&dasar=fff8e7`)
    expect([name, await unseenStops(page)]).toEqual([name, []])
  }
})

test('a box for verification checks where scripts run, and leads to the page where none do', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, context } = await openWindow(browser, { baseURL: site.origin, javaScriptEnabled })
    await page.goto('/box-verification')
    expect(await page.getByRole('button', PRESS).isVisible()).toBe(javaScriptEnabled)
    expect(await page.getByRole('link').getAttribute('href')).toBe('/verifikasi')
    await context.close()
  }
})

test('a box for verification fetches what checks a file only once somebody turns to it', async () => {
  const { page, context } = await openWindow(browser, { baseURL: site.origin })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/box-verification', { waitUntil: 'networkidle' })
  expect(asked.filter((path) => path.includes('check'))).toEqual([])
  await page.getByRole('button', PRESS).click()
  // The very first press counts, though nobody listened yet.
  await page.getByText('Pilih berkas yang akan diperiksa.').waitFor()
  expect(asked.filter((path) => path.endsWith('/check.js'))).not.toEqual([])
  await context.close()
})

test('a box for verification leaves the link alone where that does not come', async () => {
  const { page, context } = await openWindow(browser, { baseURL: site.origin })
  await page.route('**/check.js', (route) => route.abort())
  await page.goto('/box-verification')
  await page.getByRole('button', PRESS).click()
  await page.getByRole('button', PRESS).waitFor({ state: 'hidden' })
  expect(await page.getByRole('link').isVisible()).toBe(true)
  await context.close()
})

async function sideways(page: Page, name: string): Promise<string[]> {
  const pixels = await overflowOf(page)
  return pixels > 0 ? [`${name}: ${pixels} px too wide`] : []
}

function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('input, button, .asn-tombol, .asn-tautan, summary')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
    .map((element) => 'under 44 px: ' + element.outerHTML.slice(0, 80))`)
}
