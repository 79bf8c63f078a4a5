import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { arrive, openWindow, press, type Window } from './browser.ts'
import type { SomePerson } from './builders.ts'
import { toHome } from './journey.ts'

type Site = { origin: string; now: () => Date }

/** Somebody in a browser of their own, which stays open between their sessions. */
export type AtWork = Window & { person: SomePerson }

/** Each signs in, and puts on the hat of whoever holds one. */
export async function sitDown(
  browser: Browser,
  site: Site,
  person: SomePerson,
  options: BrowserContextOptions = {},
): Promise<AtWork> {
  const window = await openWindow(browser, { baseURL: site.origin, ...options })
  const one = { ...window, person }
  await comeBack(one, site)
  return one
}

/** Another day: the session is over, the browser is the same. */
export async function comeBack({ page, person }: AtWork, site: Site): Promise<void> {
  await page.context().clearCookies()
  await toHome(page, person, site.now())
  if (!person.role) return
  await press(page, 'Pakai peran ini')
  await page.waitForURL(/\/instansi\//)
}

/** Goes where a link of the page leads. */
export async function follow(page: Page, link: string | RegExp, heading: string): Promise<void> {
  const name = typeof link === 'string' ? { name: link, exact: true } : { name: link }
  await page.getByRole('main').getByRole('link', name).first().click()
  await arrive(page, heading)
}

export async function reads(page: Page, text: string | RegExp, timeout = 10_000): Promise<void> {
  await page.getByRole('main').getByText(text).first().waitFor({ timeout })
}

/** What a link of the page saves. */
export async function save(page: Page, link: string | RegExp): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('main').getByRole('link', { name: link }).first().click()
  const parts: Buffer[] = []
  for await (const part of await (await coming).createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
