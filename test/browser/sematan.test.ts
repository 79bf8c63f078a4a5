import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { routes } from '#src/http/routes.ts'
import { openWindow, startBrowser } from '#test/support/browser.ts'
import { testDatabase } from '#test/support/database.ts'
import { addEmbedSite } from '#test/support/embed-sites.ts'
import { startHosts } from '#test/support/host-pages.ts'
import { startSite } from '#test/support/live-site.ts'
import { recordedDocument } from '#test/support/recorded.ts'
import { SHOWN, type Shown } from '#views/embed/embeds-words.ts'
import { linkOf, snippetsFor } from '#views/embed/snippets.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

const sql = await testDatabase()
const browser = await startBrowser()
const portal = await startSite(sql)
const hosts = await startHosts(portal.origin)
const REGISTERED = hosts.originOf('bkpsdm')
const STRANGER = hosts.originOf('jahat')
const site = await addEmbedSite(sql, { origins: [REGISTERED, hosts.originOf('portal')] })
const TITLES = [
  'Verifikasi keaslian dokumen',
  'Masuk ke ASN Digital',
  'Jam HP meleset: nyalakan waktu otomatis',
  'Aktivasi akun ASN Digital',
]

/** As the page /sematan says it, with the key filled in. */
function snippets(way: 'element' | 'frame' | 'part'): string {
  const all = SHOWN.map((shown) => snippetsFor(portal.origin, shown)[way])
  return all.join('\n').replaceAll('KUNCI', site.key)
}

const WITH_HTMX = `<script src="/htmx.js" defer></script>
  <meta name="htmx-config" content='{"mode":"cors","includeIndicatorCSS":false}'>`

async function visit(origin: string, html: string, options = {}) {
  hosts.shown.html = html
  const opened = await openWindow(browser, options)
  await opened.page.goto(`${origin}/`)
  return opened
}

beforeEach(() => {
  hosts.shown.css = ''
})

describe('R-EM-01 in a registered site', () => {
  test('every box is shown by the element, as high as it is, instead of its link', async () => {
    const { page, context, complaints } = await visit(REGISTERED, snippets('element'))
    for (const [at, title] of TITLES.entries()) {
      const element = page.locator('asn-sematan').nth(at)
      await element.scrollIntoViewIfNeeded()
      const box = element.frameLocator('iframe')
      await box.getByRole('heading', { level: 1, name: title }).waitFor()
      await expect.poll(() => element.locator('a').isVisible()).toBe(false)
      const inside = await box.locator('html').evaluate('document.documentElement.offsetHeight')
      const frame = await element.locator('iframe').boundingBox()
      expect(frame?.height).toBe(inside)
      expect(await element.locator('iframe').getAttribute('title')).toBeTruthy()
    }
    expect(complaints).toEqual([])
    expect(await context.cookies()).toEqual([])
  })

  test('every box is shown by a plain frame, without scripts too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await visit(REGISTERED, snippets('frame'), { javaScriptEnabled })
      for (const [at, title] of TITLES.entries()) {
        await page.locator('iframe').nth(at).scrollIntoViewIfNeeded()
        const box = page.frameLocator(`iframe >> nth=${at}`)
        await box.getByRole('heading', { level: 1, name: title }).waitFor()
      }
      await page.context().close()
    }
  })

  test('every box becomes a part of the page by htmx, in the style of the page', async () => {
    const html = WITH_HTMX + snippets('part').replaceAll(/<meta.*>/g, '')
    const { page, context, complaints } = await visit(REGISTERED, html)
    for (const title of TITLES)
      await page
        .locator('section.asn-kotak')
        .getByRole('heading', { level: 2, name: title })
        .waitFor()
    expect(complaints).toEqual([])
    expect(await context.cookies()).toEqual([])
  })

  test('htmx says nothing of the page, once it is told as the manual says', async () => {
    const html = `<script src="/quiet.js" defer></script>${WITH_HTMX}${snippets('part')}`
    hosts.shown.html = html
    const { page } = await openWindow(browser)
    const told: (string | undefined)[] = []
    page.on('request', (request) => {
      if (request.url().includes('potongan')) told.push(request.headers()['hx-current-url'])
    })
    await page.goto(`${REGISTERED}/`)
    await expect.poll(() => page.locator('section.asn-kotak').count()).toBe(SHOWN.length)
    expect(told).toEqual(SHOWN.map(() => undefined))
  })

  test('two boxes of one kind stand on one page, and each follows its own width', async () => {
    const [, element] = SHOWN.map((shown) => snippetsFor(portal.origin, shown).element)
    const twice = `${element}<div class="narrow">${element?.replace(/<script.*<\/script>/, '')}</div>`
    hosts.shown.css = '.narrow { width: 280px }'
    const { page } = await visit(REGISTERED, twice.replaceAll('KUNCI', site.key))
    const frames = page.locator('asn-sematan iframe')
    await expect.poll(() => frames.nth(1).boundingBox()).toMatchObject({ width: 280 })
    const height = async (at: number) => (await frames.nth(at).boundingBox())?.height ?? 0
    await expect.poll(() => height(0)).toBeGreaterThan(100)
    await expect.poll(async () => (await height(1)) - (await height(0))).toBeGreaterThan(20)
    const before = await height(0)
    await page.setViewportSize({ width: 300, height: 700 })
    await expect.poll(() => height(0)).toBeGreaterThan(before)
  })

  test('a box takes the colours of the page', async () => {
    hosts.shown.css = 'body { background: #00529b } a { color: #ffd400 }'
    const { page } = await visit(REGISTERED, snippets('element'))
    const box = page.frameLocator('asn-sematan[kotak=masuk] iframe')
    const link = "document.querySelector('.asn-tombol')"
    const colours = box
      .locator('.asn-tombol')
      .evaluate(`[document.body, ${link}].map((one) => getComputedStyle(one).backgroundColor)`)
    expect(await colours).toEqual(['rgb(0, 82, 155)', 'rgb(255, 212, 0)'])
  })

  test('signing in opens in a tab of its own, which knows nothing of the page it came from', async () => {
    const { page, context } = await visit(REGISTERED, snippets('element'))
    const link = page.frameLocator('asn-sematan[kotak=masuk] iframe').getByRole('link')
    const [tab] = await Promise.all([context.waitForEvent('page'), link.click()])
    await tab.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor()
    expect(tab.url()).toBe(portal.origin + paths.signIn)
    expect(await tab.evaluate('window.opener')).toBeNull()
    expect(page.url()).toBe(`${REGISTERED}/`)
  })

  test('a file is checked in the box, and goes nowhere', async () => {
    const document = await recordedDocument(sql)
    const { page, complaints } = await visit(REGISTERED, snippets('element'))
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`))
    const element = page.locator('asn-sematan[kotak=verifikasi]')
    const box = element.frameLocator('iframe')
    await box.getByLabel('Kode di lembar verifikasi').fill(await document.code())
    const buffer = Buffer.from(document.file.content)
    await box
      .locator('#berkas')
      .setInputFiles({ name: 'SK.pdf', mimeType: 'application/pdf', buffer })
    await box.getByRole('button', { name: 'Periksa', exact: true }).click()
    await box.getByRole('heading', { name: 'Asli dan berlaku' }).waitFor()
    expect(sent.filter((one) => !one.startsWith(`GET ${portal.origin}/`))).toEqual([])
    const inside = await box.locator('html').evaluate('document.documentElement.offsetHeight')
    await expect
      .poll(async () => (await element.locator('iframe').boundingBox())?.height)
      .toBe(inside)
    expect(complaints).toEqual([])
  })

  test('no frame but the own one of a box changes its size', async () => {
    const shouting = `<iframe src="${STRANGER}/shouting"></iframe><iframe src="/shouting"></iframe>`
    const { page } = await visit(REGISTERED, snippets('element') + shouting)
    await page.evaluate(`window.heard = 0
      addEventListener('message', ({ data }) => { if (data.asn === 4321) heard++ })`)
    await page.frameLocator('asn-sematan[kotak=masuk] iframe').getByRole('heading').waitFor()
    await expect.poll(() => page.evaluate('heard')).toBeGreaterThan(20)
    const { height = 0 } = (await page.locator('asn-sematan iframe').first().boundingBox()) ?? {}
    expect(height).toBeGreaterThan(100)
    expect(height).toBeLessThan(1000)
  })

  test('its own frame changes its size no more once it shows something else', async () => {
    const { page } = await visit(REGISTERED, snippets('element'))
    await page.frameLocator('asn-sematan[kotak=masuk] iframe').getByRole('heading').waitFor()
    const frame = page.locator('asn-sematan[kotak=masuk] iframe')
    await expect.poll(async () => (await frame.boundingBox())?.height).toBeGreaterThan(100)
    const before = await frame.boundingBox()
    await page.evaluate(`window.heard = 0
      addEventListener('message', ({ data }) => { if (data.asn === 4321) heard++ })
      document.querySelector('[kotak=masuk]').shadowRoot.querySelector('iframe').src =
        '${STRANGER}/shouting'`)
    await expect.poll(() => page.evaluate('heard')).toBeGreaterThan(5)
    expect((await frame.boundingBox())?.height).toBe(before?.height)
  })

  test('a box that is nearly in sight is ready before it is seen', async () => {
    hosts.shown.css = 'asn-sematan { display: block; margin-top: 1100px }'
    const one = snippetsFor(portal.origin, SHOWN[1] as Shown).element.replace('KUNCI', site.key)
    const { page } = await visit(REGISTERED, one, { viewport: { width: 800, height: 600 } })
    await page.locator('asn-sematan a').waitFor({ state: 'hidden' })
    expect(await page.evaluate('scrollY')).toBe(0)
  })
})

describe('R-EM-01 the link stays', () => {
  const linksOn = (page: Page) => page.locator('asn-sematan a')

  test('where the page runs no script', async () => {
    const { page } = await visit(REGISTERED, snippets('element'), { javaScriptEnabled: false })
    expect(await linksOn(page).evaluateAll((links) => links.map(String))).toEqual(
      SHOWN.map((shown) => portal.origin + linkOf(site.key, shown)),
    )
    for (const link of await linksOn(page).all()) expect(await link.isVisible()).toBe(true)
  })

  test('where a box does not say that it is there', async () => {
    hosts.shown.html = snippets('element')
    const { page } = await openWindow(browser)
    await page.route('**/static/box-*.js', (route) => route.abort())
    await page.goto(`${REGISTERED}/`)
    await expect.poll(() => page.locator('asn-sematan iframe').count(), { timeout: 20_000 }).toBe(0)
    for (const link of await linksOn(page).all()) expect(await link.isVisible()).toBe(true)
  })
})

describe('R-EM-01 in a site that is not registered', () => {
  test('no box is shown by the element: its link stays', async () => {
    const { page, complaints } = await visit(STRANGER, snippets('element'))
    await expect.poll(() => page.locator('asn-sematan iframe').count(), { timeout: 20_000 }).toBe(0)
    for (const link of await page.locator('asn-sematan a').all())
      expect(await link.isVisible()).toBe(true)
    expect(complaints.join()).toContain(`frame-ancestors ${REGISTERED}`)
  })

  test('no box is shown by a plain frame', async () => {
    const { page } = await visit(STRANGER, snippets('frame').replaceAll('loading="lazy"', ''))
    await expect.poll(() => refusedFrames(page)).toBe(SHOWN.length)
  })

  test('no box becomes a part of the page by htmx', async () => {
    const html = WITH_HTMX + snippets('part').replaceAll(/<meta.*>/g, '')
    const { page, complaints } = await visit(STRANGER, html)
    await expect.poll(() => complaints.filter((one) => /CORS/.test(one)).length).toBe(SHOWN.length)
    expect(await page.locator('.asn-kotak').count()).toBe(0)
    expect(await page.getByRole('link').count()).toBe(SHOWN.length)
  })

  test('a page of the site cannot be framed within one of them', async () => {
    const { page } = await visit(REGISTERED, snippets('frame').replaceAll('loading="lazy"', ''))
    await expect.poll(() => page.frames().length).toBe(SHOWN.length + 1)
    hosts.shown.html = `<iframe src="${REGISTERED}/inner"></iframe>`
    const outer = await openWindow(browser)
    outer.page.route('**/inner', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${portal.origin}${paths.embedBox(site.key, 'masuk')}"></iframe>`,
      }),
    )
    await outer.page.goto(`${STRANGER}/`)
    await expect.poll(() => refusedFrames(outer.page)).toBe(1)
  })
})

test('the page about boxes shows each, in frames of its own', async () => {
  const { page, complaints } = await openWindow(browser, { baseURL: portal.origin })
  await page.goto(paths.embeds)
  for (const [at, title] of TITLES.entries()) {
    const element = page.locator('asn-sematan').nth(at)
    await element.scrollIntoViewIfNeeded()
    const box = element.frameLocator('iframe')
    await box.getByRole('heading', { level: 1, name: title }).waitFor()
    await expect.poll(() => element.locator('a').isVisible()).toBe(false)
  }
  expect(complaints).toEqual([])
})

test('a snippet is copied as it stands', async () => {
  const { page, context } = await openWindow(browser, { baseURL: portal.origin })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(paths.embeds)
  await page.getByRole('button', { name: 'Salin potongan' }).first().click()
  await page.getByText('Potongan tersalin.').first().waitFor()
  const copied = await page.evaluate('navigator.clipboard.readText()')
  expect(copied).toBe(snippetsFor('http://localhost', SHOWN[0] as Shown).element)
})

describe('R-EM-01 everything else', () => {
  const addresses = routes
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path.replaceAll(/:\w+/g, 'x'))
    .concat('/log/checkpoint', '/log/vkey', '/tidak-ada')

  test('refuses to be framed, by a registered site too: every address of the portal', async () => {
    expect(addresses.length).toBeGreaterThan(150)
    for (const host of [STRANGER, REGISTERED])
      for (let at = 0; at < addresses.length; at += 50) {
        const some = addresses.slice(at, at + 50)
        const html = some.map((path) => `<iframe src="${portal.origin}${path}"></iframe>`).join('')
        const { page, context, complaints } = await visit(host, html)
        const refusals = () => complaints.filter((one) => one.includes("frame-ancestors 'none'"))
        await expect.poll(() => refusals().length, { timeout: 30_000 }).toBe(some.length)
        await expect.poll(() => refusedFrames(page)).toBe(some.length)
        await context.close()
      }
  })
})

/** What Chromium shows in place of a page that refuses to be framed. */
function refusedFrames(page: Page): number {
  return page.frames().filter((frame) => frame.url().startsWith('chrome-error:')).length
}
