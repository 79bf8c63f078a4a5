import type { BrowserContext, Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { axeViolations, bringAxe } from '#test/support/axe.ts'
import { arrive, DESKTOP, openWindow, press, SMALL, startBrowser } from '#test/support/browser.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { distinctPages, pagesOfEachStyle } from '#test/support/distinct-pages.ts'
import { activate, codeFor, KEY, toActivation, toCode, typeCode } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'
import { specimens } from '#test/support/specimens.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 600_000 })

/** How a page is looked at, and for what; on a page that is loaded, only the colours follow it. */
type Look = {
  viewport: typeof SMALL
  colorScheme: 'light' | 'dark'
  scope: 'all' | 'colours'
}

const browser = await startBrowser()
const site = await serveSpecimens()
/** Where nothing moves: a colour on its way from one scheme to the other is neither's. */
const CALM = { baseURL: site.origin, reducedMotion: 'reduce' } as const

test('T-A11Y axe finds nothing at 320 px in light before any script came', async () => {
  const { context } = await openWindow(browser, { baseURL: site.origin })
  // With scripts switched off axe could not run either.
  await context.route('**/*.js', (route) => route.abort())
  const look: Look = { viewport: SMALL, colorScheme: 'light', scope: 'all' }
  expect(await violationsIn(context, distinctPages(), [look])).toEqual([])
})

test('T-A11Y axe finds nothing with JavaScript on a desktop in dark and light, and at 320 px in dark', async () => {
  const { context } = await openWindow(browser, CALM)
  const looks: Look[] = [
    { viewport: DESKTOP, colorScheme: 'dark', scope: 'all' },
    { viewport: DESKTOP, colorScheme: 'light', scope: 'colours' },
    { viewport: SMALL, colorScheme: 'dark', scope: 'colours' },
  ]
  expect(await violationsIn(context, pagesOfEachStyle(), looks)).toEqual([])
})

test('T-A11Y axe finds nothing on the pages of a whole journey, swapped in or not', async () => {
  const sql = await testDatabase()
  const live = await startSite(sql)
  const { page } = await openWindow(browser, { baseURL: live.origin, viewport: SMALL })
  await bringAxe(page.context())
  const seen: string[] = []
  const check = async (what: string) => {
    seen.push(...(await axeViolations(page)).map((violation) => `${what}: ${violation}`))
  }
  const visit = async (path: string) => {
    await page.goto(path)
    await check(path)
  }
  for (const path of [paths.landing, paths.signIn, paths.help, '/tidak-ada']) await visit(path)
  const one = await addPerson(sql, { state: 'created' })
  await toActivation(page, one)
  await check('activation')
  await press(page, 'Aktifkan')
  await page.getByText('Beri nama perangkat, misalnya HP Samsung.').waitFor()
  await check('activation refused')
  await activate(page, live.now())
  await check('recovery codes')
  for (const path of [paths.practice, paths.home, paths.signOut, paths.sessionClock])
    await visit(path)
  await page.context().clearCookies()
  await atCode(page)
  expect(seen).toEqual([])

  async function atCode(page: Page) {
    await toCode(page, await addPerson(sql))
    await check('code')
    await typeCode(page, '000000')
    await page.getByText('Kode salah.').waitFor()
    await check('code refused')
    await typeCode(page, codeFor(KEY, live.now()))
    await arrive(page, 'Beranda')
  }
})

test('axe looks at no page twice, and at every kind of page', () => {
  const pages = distinctPages()
  expect(new Set(pages).size).toBe(pages.length)
  expect(pages.length).toBeGreaterThan(80)
  expect(pages.length).toBeLessThan(Object.keys(specimens).length)
})

test('axe is awake: a field without a label is found, and a colour too pale in one scheme', async () => {
  const { page, context } = await openWindow(browser, CALM)
  await bringAxe(context)
  await page.goto('/sign-in')
  await page.evaluate("document.querySelector('label').remove()")
  expect((await axeViolations(page)).join()).toContain('label at #username')
  await page.evaluate("document.querySelector('h1').style.color = '#10161f'")
  expect(await axeViolations(page, 'colours')).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeViolations(page, 'colours')).toEqual(['color-contrast at h1'])
})

/** What axe says of these pages: each is loaded at the first look. */
async function violationsIn(
  context: BrowserContext,
  names: readonly string[],
  looks: readonly Look[],
): Promise<string[]> {
  await bringAxe(context)
  const found: string[] = []
  const waiting = [...names]
  const work = async () => {
    const page = await context.newPage()
    for (let name = waiting.pop(); name; name = waiting.pop())
      for (const [at, { viewport, colorScheme, scope }] of looks.entries()) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme })
        if (at === 0) await page.goto(`/${name}`)
        const violations = await axeViolations(page, scope)
        found.push(
          ...violations.map((one) => `${name}, ${viewport.width} px ${colorScheme}: ${one}`),
        )
      }
  }
  await Promise.all([work(), work()])
  return found
}
