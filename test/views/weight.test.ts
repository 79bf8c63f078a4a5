import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { assets } from '#test/support/specimen-parts.ts'
import { specimens } from '#test/support/specimens.ts'
import { WholePage } from '#views/page.tsx'

/** What the headers of an answer may weigh: those of a page carry the policy and a cookie. */
const PAGE_HEADERS = 1000
const FILE_HEADERS = 600

const html = String(WholePage(specimens['sign-in'] ?? { title: '', main: '' }, assets))
const page = weight(html, 4)
const style = weight(readFileSync('static/app.css'), 11)
const script = weight(readFileSync('static/app.js'), 11)
const htmx = weight(readFileSync('node_modules/htmx.org/dist/htmx.min.js'), 11)

test('the first visit of the sign-in page weighs at most 8 kB to be read', () => {
  expect(page).toBeLessThanOrEqual(1800)
  expect(style).toBeLessThanOrEqual(3600)
  expect(page + style + PAGE_HEADERS + FILE_HEADERS).toBeLessThanOrEqual(8000)
})

test('all that it loads weighs at most 20 kB in at most 4 requests', () => {
  const asked = parse(html)
    .querySelectorAll('[src], link[href]')
    .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
    .filter((address) => !address.startsWith('data:'))
  expect(asked).toEqual([assets.css, assets.htmx, assets.app])
  expect(script).toBeLessThanOrEqual(1150)
  expect(page + style + script + htmx + PAGE_HEADERS + 3 * FILE_HEADERS).toBeLessThanOrEqual(20_000)
})

test('no part that htmx redraws is large', () => {
  const parts = Object.entries(specimens).filter(
    ([name, { main }]) => name !== 'help' && / hx-(post|get)=/.test(String(main)),
  )
  const heavy = parts.filter(([, { main }]) => weight(String(main), 4) > 4000)
  expect(heavy.map(([name]) => name)).toEqual([])
})

test('no page of an office weighs more than 30 kB, with all it loads', () => {
  const office = weight(readFileSync('static/office.css'), 11)
  const loaded = style + office + script + htmx + PAGE_HEADERS + 4 * FILE_HEADERS
  const pages = Object.entries(specimens).filter(([, { frame }]) => frame?.hat !== undefined)
  const heavy = pages.filter(
    ([, one]) => weight(String(WholePage(one, assets)), 4) + loaded > 30_000,
  )
  expect(heavy.map(([name]) => name)).toEqual([])
})

test('no page about an archive weighs more than 30 kB to its owner, with all it loads', () => {
  const archive = weight(readFileSync('static/archive.css'), 11)
  const loaded = style + archive + script + htmx + PAGE_HEADERS + 4 * FILE_HEADERS
  const pages = Object.entries(specimens).filter(([, { sheet }]) => sheet === 'archive')
  const heavy = pages.filter(
    ([, one]) => weight(String(WholePage(one, assets)), 4) + loaded > 30_000,
  )
  expect(pages.length).toBeGreaterThan(30)
  expect(heavy.map(([name]) => name)).toEqual([])
})

function weight(content: string | Buffer, quality: number): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    .length
}
