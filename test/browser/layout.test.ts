import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { DESKTOP, openWindow, SMALL, startBrowser } from '#test/support/browser.ts'
import { objectionsTo, overflowOf, unseenStops } from '#test/support/page-checks.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'
import { specimens } from '#test/support/specimens.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Only what is on the screen counts as moved. */
const TALL = { width: 320, height: 3000 }
const HALF_DESKTOP = { width: 640, height: 400 }

const browser = await startBrowser()
const site = await serveSpecimens()

const soundness = (page: Page) =>
  Promise.all([objectionsTo(page), widerBy(page), unfocusedRefusal(page)])

test.each([
  ['at 320 px', { viewport: SMALL }],
  ['on a desktop', { viewport: DESKTOP }],
  ['on a desktop at 200 %', { viewport: HALF_DESKTOP }],
])(
  'T-A11Y labels, targets, headings, landmarks, width and focus of every page are sound %s',
  async (_, screen) => {
    expect(await gather(screen, async (page) => (await soundness(page)).flat())).toEqual([])
  },
)

test('T-A11Y labels, targets, headings, landmarks and width are sound without JavaScript', async () => {
  const screen = { viewport: SMALL, javaScriptEnabled: false }
  const check = async (page: Page) => [...(await objectionsTo(page)), ...(await widerBy(page))]
  expect(await gather(screen, check)).toEqual([])
})

test('T-A11Y no page scrolls sideways at 640 px with letters twice as large', async () => {
  const larger = async (page: Page) => {
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    return widerBy(page)
  }
  expect(await gather({ viewport: HALF_DESKTOP }, larger)).toEqual([])
})

test('T-A11Y whoever goes by Tab always sees where they are', async () => {
  expect(await gather({ viewport: SMALL }, unseenStops)).toEqual([])
})

test.each([
  'sign-in',
  'new-password-classes',
  'code',
  'activation',
  'recovery-codes',
  'home',
  'help',
])('nothing on %s moves when the scripts arrive late', async (name) => {
  const { page } = await openWindow(browser, { baseURL: site.origin, viewport: TALL })
  let arrive = () => {}
  const late = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/static/*.js', async (route) => {
    await late
    await route.continue()
  })
  await page.goto(`/${name}`, { waitUntil: 'commit' })
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
})

/** Where scripts run, a refusal that comes with the page takes the focus. */
function unfocusedRefusal(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const alert = document.querySelector('main .problem[role=alert]:not([hidden])')
    return alert && alert !== document.activeElement ? ['refusal without focus'] : []
  })()`)
}

async function widerBy(page: Page): Promise<string[]> {
  const pixels = await overflowOf(page)
  return pixels > 0 ? [`${pixels} px too wide`] : []
}

/** What a check says of every page in every state. */
async function gather(
  options: BrowserContextOptions,
  check: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const { page } = await openWindow(browser, { baseURL: site.origin, ...options })
  const found: string[] = []
  for (const name of Object.keys(specimens)) {
    await page.goto(`/${name}`)
    for (const said of await check(page)) found.push(`${name}: ${said}`)
  }
  return found
}
