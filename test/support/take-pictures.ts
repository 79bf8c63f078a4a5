import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { inflateChromium, launchChromium } from './chromium.ts'
import { serveSpecimens } from './specimen-site.ts'
import { specimens } from './specimens.ts'

type Screen = BrowserContextOptions & { viewport: { width: number; height: number } }

const DESKTOP: Screen = { viewport: { width: 1280, height: 800 } }
const PHONE: Screen = { viewport: { width: 360, height: 740 } }
const README = 'docs/pictures'
const REVIEW = process.env['PICTURES'] ?? join(tmpdir(), 'pictures')
const NEWCOMER = '199002142015042902'

const browser = await launchChromium(await inflateChromium())
try {
  await takeForReadme()
  await takeForReview()
} finally {
  await browser.close()
}

/** Of the real program with its sample people: desktop beside phone, in the light scheme. */
async function takeForReadme(): Promise<void> {
  const portal = await startProgram()
  try {
    const atSignIn = (screen: Screen) => photograph(screen, portal, [])
    const atActivation = (screen: Screen) => photograph(screen, portal, [NEWCOMER, portal.password])
    await mkdir(README, { recursive: true })
    await beside(await atSignIn(DESKTOP), await atSignIn(PHONE), 'masuk.png')
    await beside(await atActivation(DESKTOP), await atActivation(PHONE), 'aktivasi.png')
  } finally {
    await portal.end()
  }
}

async function photograph(screen: Screen, { url }: { url: string }, typed: string[]) {
  const context = await browser.newContext({ baseURL: url, colorScheme: 'light', ...screen })
  const page = await context.newPage()
  await page.goto('/masuk')
  const [nip, password] = typed
  if (nip && password) {
    await page.getByLabel('NIP').fill(nip)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.getByRole('heading', { name: 'Aktivasi MFA' }).waitFor()
  }
  const picture = await page.screenshot()
  await context.close()
  return picture
}

async function beside(desktop: Buffer, phone: Buffer, name: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1120, height: 540 } })
  const image = (picture: Buffer, width: number) =>
    `<img width="${width}" src="data:image/png;base64,${picture.toString('base64')}"
      style="border: 1px solid #9aa7b8; border-radius: 8px">`
  await page.setContent(`<body style="margin: 0; padding: 16px; display: flex; gap: 16px;
    align-items: flex-start; background: #dfe5ec">${image(desktop, 812)}${image(phone, 242)}`)
  await page.screenshot({ path: join(README, name) })
  await page.close()
}

/** Every page in every state, to be looked at; nothing of it is kept in the repository. */
async function takeForReview(): Promise<void> {
  const site = await serveSpecimens()
  const screens = { phone: PHONE, desktop: DESKTOP }
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [name, screen] of Object.entries(screens))
      await takeAll(browser, join(REVIEW, `${name}-${colorScheme}`), {
        ...screen,
        colorScheme,
        baseURL: site.origin,
      })
  await site.close()
  process.stdout.write(`pictures of ${Object.keys(specimens).length} states in ${REVIEW}\n`)
}

async function takeAll(from: Browser, folder: string, options: BrowserContextOptions) {
  await mkdir(folder, { recursive: true })
  const context = await from.newContext(options)
  const page = await context.newPage()
  for (const name of Object.keys(specimens)) {
    const answer = await page.goto(`/${name}`)
    if (!answer?.ok()) throw new Error(`${name} cannot be drawn`)
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  }
  await context.close()
}

/** The built program on a free port, in a data folder that goes with it. */
async function startProgram() {
  const folder = await mkdtemp(join(tmpdir(), 'asn-pictures-'))
  const dataDir = join(folder, 'data')
  const child = spawn(process.execPath, ['--conditions=dist', 'dist/src/main.js'], {
    env: { PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const end = async () => {
    child.kill('SIGTERM')
    await gone
    await rm(folder, { recursive: true, force: true })
  }
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('siap di ')) continue
    child.stdout.resume()
    return { url: line.slice('siap di '.length).trim(), password: await passwordIn(dataDir), end }
  }
  await end()
  throw new Error('the program ended before it was ready')
}

async function passwordIn(dataDir: string): Promise<string> {
  const people = JSON.parse(await readFile(join(dataDir, 'sample-people.json'), 'utf8'))
  return people.find(({ nip }: { nip: string }) => nip === NEWCOMER).password
}
