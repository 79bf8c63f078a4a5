import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect, test, vi } from 'vitest'
import { DESKTOP, openWindow, SCRIPTING, SMALL, startBrowser } from '#test/support/browser.ts'
import { distinctPages } from '#test/support/distinct-pages.ts'
import { objectionsTo, overflowOf, unseenStops } from '#test/support/page-checks.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 600_000 })

/** Only what is on the screen counts as moved. */
const TALL = { width: 320, height: 3000 }
const HALF_DESKTOP = { width: 640, height: 400 }

const SCREENS = [
  ['at 320 px', SMALL],
  ['on a desktop', DESKTOP],
  ['on a desktop at 200 %', HALF_DESKTOP],
] as const

/** Its boxes are on the real site alone, where test/browser/sematan.test.ts looks at it. */
const WITH_BOXES = 'embeds'

/** What is said of every page, by what it was looked at for. */
const said = new Map<string, string[]>()

const browser = await startBrowser()
const site = await serveSpecimens()

/**
 * Each page is loaded twice, with scripts and without; all that is asked of it follows at once, and
 * what it complains of meanwhile is heard.
 */
beforeAll(async () => {
  const all = distinctPages()
  const half = Math.ceil(all.length / 2)
  await Promise.all([
    visitAll(all.slice(0, half), {}, askWithScripts),
    visitAll(all.slice(half), {}, askWithScripts),
  ])
  await visitAll(all, { javaScriptEnabled: false }, ask)
})

test.each(SCREENS)(
  'T-A11Y labels, targets, headings, landmarks, width and focus of every page are sound %s',
  (screen) => {
    expect(said.get(screen)).toEqual([])
  },
)

test('T-A11Y labels, targets, headings, landmarks and width are sound without JavaScript', () => {
  expect(said.get('without JavaScript')).toEqual([])
})

test('T-A11Y no page scrolls sideways at 640 px with letters twice as large', () => {
  expect(said.get('with larger letters')).toEqual([])
})

test.each(SCRIPTING)('%s no page of any structure breaks the policy or complains', (scripting) => {
  expect(said.get(`complaints ${scripting}`)).toEqual([])
})

test('T-A11Y whoever goes by Tab always sees where they are', () => {
  expect(said.get('by Tab')).toEqual([])
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

type Say = (what: string, objections: readonly string[]) => void

async function visitAll(
  names: readonly string[],
  options: BrowserContextOptions,
  check: (page: Page, say: Say) => Promise<void>,
): Promise<void> {
  const screen = { baseURL: site.origin, viewport: SMALL, ...options }
  const { page, complaints } = await openWindow(browser, screen)
  const [withScripts, without] = SCRIPTING
  const [scripting] = options.javaScriptEnabled === false ? without : withScripts
  for (const name of names) {
    const say: Say = (what, objections) => {
      const before = said.get(what) ?? []
      said.set(what, [...before, ...objections.map((one) => `${name}: ${one}`)])
    }
    await page.setViewportSize(SMALL)
    await page.goto(`/${name}`)
    // One answer later all of the loading was heard, and nothing yet of what the page asks for by and by.
    await page.title()
    say(`complaints ${scripting}`, name === WITH_BOXES ? [] : complaints)
    await check(page, say)
    await page.goto('about:blank')
    complaints.length = 0
  }
}

async function ask(page: Page, say: Say): Promise<void> {
  say('without JavaScript', [...(await objectionsTo(page)), ...(await widerBy(page))])
}

async function askWithScripts(page: Page, say: Say): Promise<void> {
  for (const [screen, viewport] of SCREENS) {
    await page.setViewportSize(viewport)
    const found = await Promise.all([objectionsTo(page), widerBy(page), unfocusedRefusal(page)])
    say(screen, found.flat())
  }
  await page.evaluate("document.documentElement.style.fontSize = '200%'")
  say('with larger letters', await widerBy(page))
  await page.evaluate("document.documentElement.style.fontSize = ''")
  await page.setViewportSize(SMALL)
  say('by Tab', await unseenStops(page))
}

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
