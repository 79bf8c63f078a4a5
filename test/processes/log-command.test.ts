import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { openDesk } from '#test/support/desk.ts'

vi.setConfig({ testTimeout: 240_000 })

const desk = await openDesk()

test('log verify --full --files finds a real desk whole, and names whatever byte was changed', async () => {
  const portal = await desk.start()
  const isSigned = async () => (await fetch(`${portal.url}/log/checkpoint`)).ok
  await vi.waitUntil(isSigned, { timeout: 60_000, interval: 100 })
  await portal.stop()
  const whole = await verify('--full', '--files')
  expect(whole).toMatchObject({ code: 0 })
  expect(whole.said).toMatch(/utuh [1-9]\d*, rusak 0, hilang 0, belum dapat diperiksa 0/)

  const blob = await firstFile(join(desk.dataDir, 'arsip'), /^[0-9a-f-]{36}$/)
  await flipped(blob, async () => {
    const { code, said } = await verify('--full', '--files')
    expect(code).toBe(1)
    expect(said).toContain(`Salinan ${basename(blob)} di main rusak.`)
    await untilMadeAnew(basename(blob))
  })
  const bundle = await widestBundle()
  await flipped(bundle, async () => {
    const { code, said } = await verify('--full')
    expect(code).toBe(1)
    expect(said).toContain('tile/entries/000')
  })
  expect(await verify('--full')).toMatchObject({ code: 0 })
})

/** The portal runs again, and its jobs mend what the command has found. */
async function untilMadeAnew(object: string): Promise<void> {
  const portal = await desk.start()
  const sql = await desk.owner()
  const isLeft = async () =>
    (await sql`select from archive.copies where object = ${object}`).length > 0
  await vi.waitUntil(async () => !(await isLeft()), { timeout: 90_000, interval: 100 })
  await portal.stop()
}

/** One bit of its last byte but one is another while the work goes on. */
async function flipped(path: string, work: () => Promise<void>): Promise<void> {
  const before = await readFile(path)
  const changed = Buffer.from(before)
  changed.writeUInt8(changed.readUInt8(changed.length - 2) ^ 1, changed.length - 2)
  await writeFile(path, changed)
  await work()
  await writeFile(path, before)
}

/** The one that is read: narrower ones, of a shorter log, stay beside it until it is full. */
async function widestBundle(): Promise<string> {
  const folder = join(desk.dataDir, 'log', 'tile', 'entries', '000.p')
  const widths = (await readdir(folder)).map(Number)
  return join(folder, String(Math.max(...widths)))
}

async function firstFile(folder: string, name: RegExp): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const file = found.find((one) => one.isFile() && name.test(one.name))
  if (!file) throw new Error(`nothing lies in ${basename(folder)}`)
  return join(file.parentPath, file.name)
}

async function verify(...options: string[]): Promise<{ code: number | null; said: string }> {
  const args = ['--conditions=dist', 'dist/src/asn.js', 'log', 'verify', ...options]
  const env = { DATA_DIR: desk.dataDir }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, problems, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code, said: out + problems }
}
