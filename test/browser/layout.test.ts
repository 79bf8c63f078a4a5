import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { DESKTOP, openWindow, SMALL, startBrowser } from '#test/support/browser.ts'
import { objectionsTo, overflowOf, unseenStops } from '#test/support/page-checks.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'
import { specimens } from '#test/support/specimens.ts'

vi.setConfig({ testTimeout: 60_000 })

const HALF_DESKTOP = { width: 640, height: 400 }

const browser = await startBrowser()
const site = await serveSpecimens()

test.each([
  ['at 320 px', SMALL, true],
  ['at 320 px without JavaScript', SMALL, false],
  ['on a desktop', DESKTOP, true],
])(
  'T-A11Y fields, buttons, headings and landmarks of every page are sound %s',
  async (_, viewport, javaScriptEnabled) => {
    expect(await gather({ viewport, javaScriptEnabled }, objectionsTo)).toEqual([])
  },
)

test.each([
  ['at 320 px', SMALL],
  ['on a desktop at 200 %', HALF_DESKTOP],
])('T-A11Y no page scrolls sideways %s', async (_, viewport) => {
  expect(await gather({ viewport }, widerBy)).toEqual([])
})

test('T-A11Y no page scrolls sideways at 320 px with letters twice as large', async () => {
  const larger = (page: Page) => page.evaluate("document.documentElement.style.fontSize = '200%'")
  const check = async (page: Page) => {
    await larger(page)
    return widerBy(page)
  }
  expect(await gather({ viewport: SMALL }, check)).toEqual([])
})

test('T-A11Y whoever goes by Tab always sees where they are', async () => {
  expect(await gather({ viewport: SMALL }, unseenStops)).toEqual([])
})

test('T-A11Y a refusal has the focus where scripts run, and is announced', async () => {
  const focused = (page: Page) =>
    page.evaluate<string[]>(`(() => {
      const alert = document.querySelector('main .problem[role=alert]:not([hidden])')
      return alert && alert !== document.activeElement ? ['not focused'] : []
    })()`)
  expect(await gather({}, focused)).toEqual([])
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
  const { page } = await openWindow(browser, { baseURL: site.origin, viewport: SMALL })
  let arrive = () => {}
  const late = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/static/*.js', async (route) => {
    await late
    await route.continue()
  })
  await page.goto(`/${name}`, { waitUntil: 'commit' })
  await page.waitForFunction("performance.getEntriesByType('paint').length > 0")
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
