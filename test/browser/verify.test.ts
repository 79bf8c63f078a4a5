import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, openWindow, startBrowser } from '#test/support/browser.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'

const browser = await startBrowser()
const site = await serveSpecimens()

async function atWork(): Promise<Page> {
  const { page } = await openWindow(browser, { baseURL: site.origin, viewport: DESKTOP })
  await page.goto('/verification-work-judge')
  await page.locator('#dokumen:focus').waitFor()
  return page
}

const focused = (page: Page) =>
  page.evaluate<string>(
    '((one) => one.value && one.tagName === "BUTTON" ? one.value : one.id)(document.activeElement)',
  )

test('a number key marks a reason, and once more unmarks it', async () => {
  const page = await atWork()
  const reason = page.getByLabel('Halaman kurang')
  await page.keyboard.press('4')
  expect(await reason.isChecked()).toBe(true)
  await page.keyboard.press('4')
  expect(await reason.isChecked()).toBe(false)
})

test.each([
  ['t', 'terima'],
  ['k', 'kembalikan'],
  ['l', 'lewati'],
  ['c', 'catatan'],
  ['h', 'halaman'],
])('the key %s leads to %s', async (key, to) => {
  const page = await atWork()
  await page.keyboard.press(key)
  expect(await focused(page)).toBe(to)
})

test('whoever types letters and numbers into a field has them there, and Enter sends nothing', async () => {
  const page = await atWork()
  const number = page.getByLabel('Nomor SK')
  await number.fill('')
  await number.pressSequentially('t4k')
  expect(await number.inputValue()).toBe('t4k')
  expect(await page.getByLabel('Halaman kurang').isChecked()).toBe(false)
  await number.press('Enter')
  expect(await focused(page)).toBe('terima')
  expect(page.url()).toContain('verification-work-judge')
})

test('a click on a page names it, and a box drawn on it says which part is meant', async () => {
  const page = await atWork()
  const picture = page.locator('figure[data-page="1"] img')
  const { x = 0, y = 0, width = 0, height = 0 } = (await picture.boundingBox()) ?? {}
  await page.mouse.move(x + width * 0.1, y + height * 0.1)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.4, y + height * 0.2)
  await page.mouse.up()
  expect(await page.getByLabel('Halaman yang dimaksud').inputValue()).toBe('1')
  const box = (await page.locator('#kotak').inputValue()).split(' ').map(Number)
  for (const [at, wanted] of [100, 100, 300, 100].entries())
    expect(Math.abs((box[at] ?? 0) - wanted)).toBeLessThan(10)
  await page.getByLabel('Halaman yang dimaksud').fill('2')
  expect(await page.locator('#kotak').inputValue()).toBe('')
})
