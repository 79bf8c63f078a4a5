import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { captchaWords } from '#views/captcha/captcha-words.ts'
import { openWindow, press } from './browser.ts'
import { textBrowser } from './text-browser.ts'

/** Someone before a screen: a story told with it is the same story in every kind of browser. */
export type Reader = {
  open: (address: string) => Promise<void>
  follow: (link: string) => Promise<void>
  type: (label: string, value: string) => Promise<void>
  press: (button: string) => Promise<void>
  /** The first button whose name begins so. */
  pressFirst: (button: string) => Promise<void>
  /** Waits until the page says so. */
  see: (sentence: string) => Promise<void>
  text: () => Promise<string>
  download: (link: string) => Promise<string>
  /** `answer`: what the picture shows, for those whose browser does no work for them. */
  passCheck: (answer: () => Promise<string>) => Promise<void>
  /** What the browser had to say against the pages. */
  complaints: () => readonly string[]
}

export const READERS = [
  'in Chromium with JavaScript',
  'in Chromium without JavaScript',
  'in a text browser',
] as const

export async function openReader(
  kind: (typeof READERS)[number],
  browser: Browser,
  origin: string,
): Promise<Reader> {
  if (kind === 'in a text browser') return asText(origin)
  const javaScriptEnabled = kind === 'in Chromium with JavaScript'
  const { page, complaints } = await openWindow(browser, { baseURL: origin, javaScriptEnabled })
  const passCheck = javaScriptEnabled ? () => awaitWork(page) : byPicture(page)
  return { ...inWindow(page), passCheck, complaints: () => complaints }
}

function inWindow(page: Page) {
  const main = page.getByRole('main')
  return {
    open: async (address: string) => {
      await page.goto(address)
    },
    follow: (name: string) => page.getByRole('link', { name, exact: true }).click(),
    type: (label: string, value: string) => main.getByLabel(label, { exact: true }).fill(value),
    press: (name: string) => press(page, name),
    pressFirst: (name: string) => main.getByRole('button', { name }).first().click(),
    see: (sentence: string) => main.getByText(sentence).first().waitFor(),
    text: () => main.innerText(),
    download: async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ])
      return readFile(await file.path(), 'utf8')
    },
  }
}

/** The script of the page does it; a person who types meanwhile never waits. */
function awaitWork(page: Page): Promise<void> {
  return page.getByText(captchaWords.done).waitFor()
}

function byPicture(page: Page) {
  return async (answer: () => Promise<string>) => {
    await page.getByText(captchaWords.otherWays).click()
    await page.getByLabel(captchaWords.answer).fill(await answer())
  }
}

function asText(origin: string): Reader {
  const browser = textBrowser(origin)
  return {
    ...browser,
    type: async (label, value) => browser.type(label, value),
    see: async (sentence) => expect(browser.text()).toContain(sentence),
    text: async () => browser.text(),
    passCheck: async (answer) => browser.type(captchaWords.answer, await answer()),
    complaints: () => [],
  }
}
