import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { arrive, openWindow, startBrowser } from '#test/support/browser.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { codeFor, KEY, toActivation, toCode, toHome, typeCode } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const browser = await startBrowser()

test('the first visit of the sign-in page weighs at most 8 kB to be read, in one window of TCP', async () => {
  const { origin } = await startSite(sql)
  const html = await bytesOf(origin, paths.signIn)
  const css = await bytesOf(origin, await addressIn(origin, /\/static\/app-[^"]+\.css/))
  expect(html + css).toBeLessThanOrEqual(8000)
  expect(html + css).toBeGreaterThan(3000)
})

test('all that a browser loads for it weighs at most 20 kB, in at most 4 requests, all from here', async () => {
  const site = await startSite(sql)
  const { page } = await openWindow(browser, { baseURL: site.origin })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(paths.signIn, { waitUntil: 'networkidle' })
  const away = asked.filter((url) => !url.startsWith(`${site.origin}/`) && !url.startsWith('data:'))
  expect(away).toEqual([])
  expect(site.told.asked.length).toBeLessThanOrEqual(4)
  expect(site.bytesSent()).toBeLessThanOrEqual(20_000)
  expect(site.bytesSent()).toBeGreaterThan(10_000)
})

test('the journey from sign-in over the code to Beranda weighs at most 28 kB with an empty cache', async () => {
  const site = await startSite(sql)
  const one = await addPerson(sql)
  const { page, context } = await openWindow(browser, { baseURL: site.origin })
  await toHome(page, one, site.now())
  await page.waitForLoadState('networkidle')
  await context.close()
  expect(site.told.asked).toContain(`GET ${paths.home}`)
  expect(site.bytesSent()).toBeLessThanOrEqual(28_000)
})

test('no page weighs more than 30 kB with all that it loads', async () => {
  const addresses = [paths.landing, paths.help, paths.signIn, paths.sessionOver, paths.signOut]
  for (const path of addresses) {
    const site = await startSite(sql)
    const { page, context } = await openWindow(browser, { baseURL: site.origin })
    await page.goto(path, { waitUntil: 'networkidle' })
    await context.close()
    expect([path, site.bytesSent() <= 30_000, site.bytesSent()]).toEqual([
      path,
      true,
      site.bytesSent(),
    ])
  }
})

test('the activation, drawn with its QR code, weighs at most 30 kB from the first page on', async () => {
  const site = await startSite(sql)
  const { page, context } = await openWindow(browser, { baseURL: site.origin })
  await toActivation(page, await addPerson(sql, { state: 'created' }))
  await page.waitForLoadState('networkidle')
  await context.close()
  expect(site.bytesSent()).toBeLessThanOrEqual(30_000)
})

test('what htmx redraws after a wrong code weighs at most 4 kB', async () => {
  const site = await startSite(sql)
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await toCode(page, await addPerson(sql))
  await page.waitForLoadState('networkidle')
  const before = site.bytesSent()
  await typeCode(page, '000000')
  await page.getByText('Kode salah.').waitFor()
  const part = site.bytesSent() - before
  expect(part).toBeLessThanOrEqual(4000)
  expect(part).toBeGreaterThan(500)
  await typeCode(page, codeFor(KEY, site.now()))
  await arrive(page, 'Beranda')
})

test('nothing waits for a script: the form is drawn and works while the scripts hang', async () => {
  const site = await startSite(sql)
  const one = await addPerson(sql)
  const { page } = await openWindow(browser, { baseURL: site.origin })
  await page.route('**/static/*.js', () => new Promise(() => {}))
  await page.goto(paths.signIn, { waitUntil: 'commit' })
  await page.getByLabel('NIP').fill(one.nip)
  await page.getByLabel('Password').fill(one.password)
  await page.getByRole('button', { name: 'Masuk' }).click({ noWaitAfter: true })
  await arrive(page, 'Verifikasi')
})

/** All that comes over the wire for one address, headers and all, for a browser that takes brotli. */
async function bytesOf(origin: string, path: string): Promise<number> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  const headers = ['Accept-Encoding: gzip, deflate, br', 'Connection: close', `Host: ${hostname}`]
  socket.write(`GET ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
  await once(socket.resume(), 'close')
  return socket.bytesRead
}

async function addressIn(origin: string, pattern: RegExp): Promise<string> {
  const html = await (await fetch(origin + paths.signIn)).text()
  return pattern.exec(html)?.[0] ?? ''
}
