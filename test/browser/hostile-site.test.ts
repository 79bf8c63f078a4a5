import { expect, test } from 'vitest'
import { arrive, openWindow, startBrowser } from '#test/support/browser.ts'
import { addPerson, PASSWORD } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { toHome } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { listenAlone } from '#test/support/specimen-site.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const browser = await startBrowser()
const site = await startSite(sql)

/** Pages of another site; `localhost` is another origin and another site than 127.0.0.1. */
let bait = ''
const { port, close } = await listenAlone(
  () => new Response(`<!doctype html>${bait}`, { headers: { 'Content-Type': 'text/html' } }),
)
const hostile = `http://localhost:${port}/`

const PAGES = [
  paths.landing,
  paths.help,
  paths.signIn,
  paths.code,
  paths.home,
  paths.recoveryCodes,
  paths.practice,
  paths.sessionClock,
  paths.sessionOver,
  paths.signOut,
  '/tidak-ada',
]

test.each(PAGES)('no other site can frame %s', async (path) => {
  bait = `<iframe src="${site.origin}${path}"></iframe>`
  const { page, complaints } = await openWindow(browser)
  await page.goto(hostile)
  await expect.poll(() => complaints.join()).toContain("frame-ancestors 'none'")
  const framed = page.frames()[1]
  expect(await framed?.locator('body').textContent()).not.toContain('ASN Digital')
  await page.context().close()
})

test('R-CS-01 a form of another site that posts to Masuk is refused with 403', async () => {
  const { nip } = await addPerson(sql)
  const fields = `<input name="username" value="${nip}"><input name="password" value="${PASSWORD}">`
  bait = `<form method="post" action="${site.origin}${paths.signIn}">${fields}<button>Menang</button></form>`
  const { page, context } = await openWindow(browser, { baseURL: site.origin })
  await page.goto(paths.signIn)
  await page.goto(hostile)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button').click()
  expect((await answered).status()).toBe(403)
  // A form that only lacked its token would come back filled.
  await arrive(page, 'Kirim sekali lagi')
  await page.goto(site.origin + paths.code)
  expect(new URL(page.url()).pathname).toBe(paths.signIn)
  await context.close()
})

test('R-CS-01 a form of another site cannot sign anybody out', async () => {
  const one = await addPerson(sql)
  bait = `<form method="post" action="${site.origin}${paths.signOut}"><button>Menang</button></form>`
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await toHome(page, one, site.now())
  await page.goto(hostile)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button').click()
  expect((await answered).status()).toBe(403)
  await page.goto(site.origin + paths.home)
  expect(await page.getByRole('main').textContent()).toContain(one.name)
  await close()
})
