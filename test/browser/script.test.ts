import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { assets, at, frame, person } from '#test/support/specimen-parts.ts'
import { specimens } from '#test/support/specimens.ts'
import { homePage } from '#views/home/home-page.tsx'
import { PagePart, type Page as View, WholePage } from '#views/page.tsx'
import { paths } from '#views/paths.ts'

const FILES: Record<string, string> = {
  [assets.css]: 'static/app.css',
  [assets.app]: 'static/app.js',
  [assets.htmx]: 'node_modules/htmx.org/dist/htmx.min.js',
}

const TYPES: Record<string, string> = { css: 'text/css', js: 'text/javascript' }

/** The warning is due after a second; the session specimens answer what the page asks then. */
const dueSoon = homePage({
  frame: { ...frame, clock: { ...frame.clock, warnsAt: at(1) } },
  person,
  previousAt: undefined,
  failedElsewhere: 0,
  hold: undefined,
  pendingMfaReset: undefined,
  todo: [],
  hat: undefined,
  hats: [],
})

let browser: Browser
let origin: string
let posts = 0

const server = createServer((request, response) => {
  const path = request.url ?? ''
  const file = FILES[path]
  if (file) {
    response.setHeader('Content-Type', TYPES[path.split('.').at(-1) ?? ''] ?? '')
    return response.end(readFileSync(file))
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (request.method === 'POST') posts += 1
  if (path === paths.code && request.method === 'POST') return request.socket.destroy()
  if (path === paths.signIn) return setTimeout(() => response.end(part('sign-in-wrong')), 200)
  if (path === paths.sessionClock) return response.end(part('session-warning'))
  if (path === paths.sessionExtension) return response.end(part('session-extended'))
  if (path === paths.signOut) return response.writeHead(204).end()
  const view = path === '/due-soon' ? dueSoon : specimens[path.slice(1)]
  return response.end(view ? String(WholePage(view, assets)) : '')
})

beforeAll(async () => {
  const { executablePath, libraries } = inject('chromium')
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], env })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await browser.close()
  server.close()
})

async function open(name: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(`${origin}/${name}`)
  posts = 0
  return page
}

test('R-PW-06 the password is shown on demand, and never when it is sent', async () => {
  const page = await open('sign-in')
  const field = page.getByLabel('Password')
  const button = page.getByRole('button', { name: 'Tampilkan password' })
  await button.click()
  expect(await field.getAttribute('type')).toBe('text')
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('button', { name: 'Masuk' }).click()
  expect(await field.getAttribute('type')).toBe('password')
})

test('a refusal is swapped in once for two clicks and takes the focus', async () => {
  const page = await open('sign-in')
  await page.getByRole('button', { name: 'Masuk' }).dblclick()
  await page.getByText('NIP atau password salah.').waitFor()
  await page.locator('#masuk [role=alert]:focus').waitFor()
  expect(posts).toBe(1)
  expect(await page.getByRole('button', { name: 'Tampilkan password' }).isVisible()).toBe(true)
})

test('a refusal that comes as a page has the focus too', async () => {
  const page = await open('code-refused-wrong')
  await page.locator('#kode [role=alert]:focus').waitFor()
})

test('a broken connection is told, and what was typed stays', async () => {
  const page = await open('code')
  await page.getByLabel('Kode OTP').fill('123456')
  await page.getByRole('button', { name: 'Verifikasi' }).click()
  await page.getByText('Koneksi terputus. Isian Anda masih ada').waitFor()
  await page.locator('#terputus:focus').waitFor()
  expect(await page.getByLabel('Kode OTP').inputValue()).toBe('123456')
  expect(await page.getByRole('button', { name: 'Verifikasi' }).isEnabled()).toBe(true)
})

test('R-PW-04 the rule is marked while one types', async () => {
  const page = await open('new-password-classes')
  await page.getByLabel('Password baru').fill('Kantor7')
  const marked = await page.locator('#ketentuan b:visible').locator('..').allTextContents()
  expect(marked).toEqual([
    'ada huruf besar – terpenuhi',
    'ada huruf kecil – terpenuhi',
    'ada angka – terpenuhi',
  ])
  expect(await page.getByRole('status').textContent()).toBe('3 dari 5 terpenuhi')
})

test('the key is copied without its spaces', async () => {
  const page = await open('activation')
  await page.getByRole('button', { name: 'Salin kunci' }).click()
  await page.getByText('Kunci tersalin.').waitFor()
  const copied = await page.evaluate('navigator.clipboard.readText()')
  expect(copied).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
})

test('a key that may not be copied is selected, and the page says what to do', async () => {
  const page = await open('activation')
  await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())')
  await page.getByRole('button', { name: 'Salin kunci' }).click()
  await page.getByText('Tekan lama pada kunci untuk menyalin.').waitFor()
  expect(await page.evaluate('getSelection().toString()')).toContain('GEZD GNBV')
})

test('whoever puts off the end stays on the button and is told the new end', async () => {
  const page = await open('home-running')
  await page.getByRole('button', { name: 'Perpanjang sesi' }).click()
  await page.getByText('Sesi diperpanjang sampai pukul 09.30 WIB.').waitFor()
  const button = page.locator('button#perpanjang:focus')
  await button.waitFor()
  expect(await button.getAttribute('tabindex')).toBeNull()
})

test('R-SE-03 the warning arrives by itself and leaves focus and title where they are', async () => {
  const page = await open('due-soon')
  await page.getByRole('link', { name: 'Bantuan' }).focus()
  await page.getByText('Sesi Anda berakhir dalam 2 menit.').waitFor()
  expect(await page.locator(':focus').textContent()).toBe('Bantuan')
  expect(await page.title()).toBe('Beranda · ASN Digital')
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
})

test('the button of a plain form is out of reach once the form is on its way', async () => {
  const page = await open('sign-out')
  const button = page.locator('main button')
  await button.click({ noWaitAfter: true })
  await expect.poll(() => posts).toBe(1)
  expect(await button.isDisabled()).toBe(true)
})

function part(name: string): string {
  const view: View | undefined = specimens[name]
  return view ? String(PagePart(view)) : ''
}
