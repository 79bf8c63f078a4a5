import { expect, test, vi } from 'vitest'
import { DESKTOP, openWindow, SMALL, startBrowser } from '#test/support/browser.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 600_000 })

const browser = await startBrowser()
const site = await serveSpecimens()

/** Pages of documents as scanners make them: upright, on their side, and larger than A4 is. */
const PICTURES = {
  upright: [1000, 1414],
  'on its side': [1000, 707],
  square: [1000, 1000],
} as const

const LOOKS = Object.keys(PICTURES).flatMap((shape) =>
  ['record-verified', 'record-preview', 'record-preview-marked'].flatMap((name) =>
    [SMALL, DESKTOP].map((viewport) => ({ shape, name, viewport, width: viewport.width })),
  ),
)

test.each(LOOKS)(
  'nothing on $name moves when a page $shape arrives late at $width px',
  async ({ shape, name, viewport }) => {
    const { page } = await openWindow(browser, { baseURL: site.origin, viewport })
    let arrive = () => {}
    const late = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const [width, height] = PICTURES[shape as keyof typeof PICTURES]
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`
    await page.route('**/arsip/versi/**', async (route) => {
      await late
      await route.fulfill({ contentType: 'image/svg+xml', body })
    })
    await page.goto(`/${name}`, { waitUntil: 'domcontentloaded' })
    const paints = () => page.evaluate("performance.getEntriesByType('paint').length")
    await expect.poll(paints).toBeGreaterThan(0)
    await page.evaluate(`window.moved = []; new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.moved.push(value)
    }).observe({ type: 'layout-shift', buffered: true })`)
    arrive()
    await page.waitForLoadState('load')
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    )
    expect(await page.evaluate('window.moved')).toEqual([])
  },
)
