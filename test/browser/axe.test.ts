import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { axeViolations } from '#test/support/axe.ts'
import { arrive, DESKTOP, openWindow, press, SMALL, startBrowser } from '#test/support/browser.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { activate, codeFor, KEY, toActivation, toCode, typeCode } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { serveSpecimens } from '#test/support/specimen-site.ts'
import { specimens } from '#test/support/specimens.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const browser = await startBrowser()
const site = await serveSpecimens()
const names = Object.keys(specimens)

test.each([
  ['at 320 px in light before any script came', SMALL, 'light', 'noScripts', 'all'],
  ['on a desktop in dark with JavaScript', DESKTOP, 'dark', 'scripts', 'all'],
  ['at 320 px in dark', SMALL, 'dark', 'scripts', 'colours'],
  ['on a desktop in light', DESKTOP, 'light', 'scripts', 'colours'],
] as const)('T-A11Y axe finds nothing %s', async (_, viewport, colorScheme, scripts, scope) => {
  const options = { baseURL: site.origin, viewport, colorScheme }
  const { context } = await openWindow(browser, options)
  // With scripts switched off axe could not run either.
  if (scripts === 'noScripts') await context.route('**/*.js', (route) => route.abort())
  const found: string[] = []
  const waiting = [...names]
  const work = async () => {
    const page = await context.newPage()
    for (let name = waiting.pop(); name; name = waiting.pop()) {
      await page.goto(`/${name}`)
      for (const violation of await axeViolations(page, scope)) found.push(`${name}: ${violation}`)
    }
  }
  await Promise.all([work(), work()])
  expect(found).toEqual([])
})

test('T-A11Y axe finds nothing on the pages of a whole journey, swapped in or not', async () => {
  const sql = await testDatabase()
  const live = await startSite(sql)
  const { page } = await openWindow(browser, { baseURL: live.origin, viewport: SMALL })
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

test('axe is awake: a field without a label is found', async () => {
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await page.goto('/sign-in')
  await page.evaluate("document.querySelector('label').remove()")
  expect((await axeViolations(page)).join()).toContain('label at #username')
})
