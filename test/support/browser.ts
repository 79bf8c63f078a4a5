import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'
import { launchChromium } from './chromium.ts'

/** A window that a person sits at; `complaints` is what its console and its policy said. */
export type Window = { page: Page; context: BrowserContext; complaints: string[] }

export const SMALL = { width: 320, height: 640 }
export const DESKTOP = { width: 1280, height: 800 }

/** Every journey is walked at these: scripts on and off, a small phone and a desktop. */
export const SCREENS = [
  ['with JavaScript at 320 px', { javaScriptEnabled: true, viewport: SMALL }],
  ['without JavaScript at 320 px', { javaScriptEnabled: false, viewport: SMALL }],
  ['with JavaScript on a desktop', { javaScriptEnabled: true, viewport: DESKTOP }],
  ['without JavaScript on a desktop', { javaScriptEnabled: false, viewport: DESKTOP }],
] as const

export const SCRIPTING = [
  ['with JavaScript', { javaScriptEnabled: true }],
  ['without JavaScript', { javaScriptEnabled: false }],
] as const

/** A refusal is an answer; a page or file that is not there, or a failure of ours, is a complaint. */
const REFUSED = /^Failed to load resource: the server responded with a status of (403|422|429|503) /

/** One Chromium for a test file, closed when it ends. */
export async function startBrowser(): Promise<Browser> {
  const browser = await launchChromium(inject('chromium'))
  afterAll(() => browser.close())
  return browser
}

/** A person of their own: new context, no cookies. */
export async function openWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({ locale: 'id-ID', ...options })
  context.setDefaultTimeout(10_000)
  return { context, ...(await openTab(context)) }
}

/** Another tab of the same person. */
export async function openTab(context: BrowserContext) {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error' && !REFUSED.test(line.text())) complaints.push(line.text())
  })
  page.on('pageerror', (problem) => complaints.push(problem.message))
  return { page, complaints }
}

export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('main').getByRole('button', { name, exact: true }).click()
}

/** Waits until the page with that heading is there. */
export async function arrive(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
}

export function pathOf(page: Page): string {
  return new URL(page.url()).pathname
}

/** What is announced as a problem, without its link to help. */
export async function refusalOn(page: Page): Promise<string> {
  return (await page.locator('main .problem[role=alert] #alasan').textContent()) ?? ''
}
