import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { parseCaptchaId } from '#domain/captcha/captcha.ts'
import { captchaFields, passCaptcha } from '#src/http/captcha/check.ts'
import { getCaptchaPicture } from '#src/http/captcha/picture.ts'
import { getCaptchaSound } from '#src/http/captcha/sound.ts'
import { readForm } from '#src/http/form.ts'
import { captchaSecrets } from '#src/secrets/captcha.ts'
import { testDatabase } from '#test/support/database.ts'
import { Captcha } from '#views/captcha/captcha-part.tsx'
import { CAPTCHA_DUE } from '#views/captcha/captcha-words.ts'

const sql = await testDatabase()
const captcha = captchaSecrets(randomBytes(32))
const source = randomBytes(32)
let now = new Date('2026-11-21T12:00:00+07:00')
const deps = { sql, captcha, clock: () => now }

const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  mediaSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
}

let browser: Browser
let origin: string

beforeAll(async () => {
  const { executablePath, libraries } = inject('chromium')
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], env })
  const server = serve({ fetch: formPage().fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((ready) => server.once('listening', ready))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address?.port}`
  afterAll(async () => {
    await browser.close()
    server.close()
  })
})

/** A form as small as can be that needs the check at every post. */
function formPage() {
  const script = (path: string) => readFileSync(path, 'utf8')
  const js = { 'Content-Type': 'text/javascript' }
  return new Hono()
    .use(secureHeaders({ contentSecurityPolicy: POLICY }))
    .get('/htmx.js', (c) => c.body(script('node_modules/htmx.org/dist/htmx.min.js'), 200, js))
    .get('/captcha.js', (c) => c.body(script('static/captcha.js'), 200, js))
    .get('/pemeriksaan/:id/gambar', getCaptchaPicture(deps))
    .get('/pemeriksaan/:id/suara', getCaptchaSound(deps))
    .get('/', (c) => c.html(page(form(''))))
    .post('/', async (c) => {
      const sent = await readForm(c, captchaFields)
      const pass = await passCaptcha(deps, sent, source, now)
      const part = pass.passed
        ? '<p id="form">Lulus</p>'
        : form(`<p role="alert">${CAPTCHA_DUE}</p>${String(Captcha(pass))}`)
      const isPart = c.req.header('HX-Request-Type') === 'partial'
      return c.html(isPart ? part : page(part), pass.passed ? 200 : 422)
    })
}

function form(part: string): string {
  return `<form id="form" method="post" action="/" hx-post="/" hx-target="#form" hx-swap="outerHTML">
    <label>NIP <input name="username"></label>${part}<button>Masuk</button></form>`
}

function page(main: string): string {
  return `<!doctype html><html lang="id"><title>x</title><link rel="icon" href="data:,">
    <script src="/htmx.js" defer></script><script src="/captcha.js" defer></script>${main}`
}

async function asked({ htmx = true, ...options }: { htmx?: boolean; javaScriptEnabled: boolean }) {
  const context = await browser.newContext({ baseURL: origin, ...options })
  const tab = await context.newPage()
  const complaints: string[] = []
  tab.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  if (!htmx) await tab.route('**/htmx.js', (route) => route.fulfill({ body: '' }))
  const asksFor: string[] = []
  tab.on('request', (request) => asksFor.push(new URL(request.url()).pathname))
  await tab.goto('/')
  const enter = () => tab.getByLabel('NIP').press('Enter')
  await enter()
  await tab.getByText(CAPTCHA_DUE).waitFor()
  const id = async () => {
    const text = await tab.locator('[name=captcha_id]').inputValue()
    return parseCaptchaId(text) ?? expect.fail(`${text} is no number of a check`)
  }
  return {
    tab,
    enter,
    id,
    asksFor,
    complaints: () => complaints.filter((line) => !line.includes('422')),
  }
}

describe('R-CA-01 with JavaScript', () => {
  test('the check that htmx swapped in is passed by work alone, without picture or sound', async () => {
    const { tab, enter, asksFor, complaints } = await asked({ javaScriptEnabled: true })
    await tab.getByText('Browser Anda sudah diperiksa.').waitFor()
    await enter()
    await tab.getByText('Lulus').waitFor()
    expect(asksFor.filter((path) => path.startsWith('/pemeriksaan'))).toEqual([])
    expect(complaints()).toEqual([])
  })

  test('the check of a whole page is passed by work too', async () => {
    const { tab, enter } = await asked({ javaScriptEnabled: true, htmx: false })
    await tab.getByText('Browser Anda sudah diperiksa.').waitFor()
    await enter()
    await tab.getByText('Lulus').waitFor()
  })

  test('the sound can be played', async () => {
    const { tab } = await asked({ javaScriptEnabled: true })
    await tab.locator('audio').evaluate((audio) => audio.setAttribute('preload', 'metadata'))
    const seconds = () => tab.locator('audio').evaluate((audio) => Reflect.get(audio, 'duration'))
    await expect.poll(seconds).toBeGreaterThan(4)
  })
})

describe('R-CA-01 without JavaScript', () => {
  test('the picture loads, and what the picture shows passes in lower case', async () => {
    const { tab, enter, id, complaints } = await asked({ javaScriptEnabled: false })
    await tab.getByText('Gambar, suara, atau tunggu').click()
    const picture = tab.getByRole('img')
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBe(264)
    const [signs = ''] = captcha.answersOf(await id())
    await tab.getByLabel('Jawaban').fill(signs.toLowerCase())
    await enter()
    await tab.getByText('Lulus').waitFor()
    expect(complaints()).toEqual([])
  })

  test('a minute passes whoever asks to wait, and Enter alone does not ask', async () => {
    const { tab, enter } = await asked({ javaScriptEnabled: false })
    await enter()
    await tab.getByText('Pilih salah satu cara').waitFor()
    await tab.getByText('Gambar, suara, atau tunggu').click()
    await tab.getByLabel('Tunggu 60 detik tanpa captcha').check()
    await enter()
    await tab.getByText('(60 detik lagi)').waitFor()
    now = new Date(now.getTime() + 60_000)
    await enter()
    await tab.getByText('Lulus').waitFor()
  })
})

test('the script weighs at most 1 kB compressed', () => {
  expect(brotliCompressSync(readFileSync('static/captcha.js')).length).toBeLessThanOrEqual(1000)
})
