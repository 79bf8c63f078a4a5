import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '#src/store/database.ts'
import { type Embedded, startEmbedded } from '#src/store/embedded.ts'
import { isRunning, notedPid, untilGone } from '../../support/leftovers.ts'
import { newFolder, type Started, startProcess } from '../../support/processes.ts'

vi.setConfig({ testTimeout: 60_000 })

const CARELESS = ['fsync=off']
const isRoot = process.getuid?.() === 0
const NOBODY = isRoot ? { uid: 65_534, gid: 65_534 } : {}

/** Making a cluster takes seconds, so the tests take turns with one; each leaves it at rest. */
const home = join(await newFolder(), 'home')
await (await startEmbedded(home, CARELESS)).stop()

test('two processes that start at the same moment in an empty folder share one server', async () => {
  const empty = join(await newFolder(), 'home')
  const [one, other] = await Promise.all([startAlone(empty), startAlone(empty)])
  const pid = await notedPid(lockOf(empty))
  expect(urlOf(one)).toBe(urlOf(other))
  await one.end('SIGTERM')
  expect(await ask(urlOf(other))).toBe(1)
  await other.end('SIGTERM')
  expect(await isRunning(pid)).toBe(false)
})

test('two starts that find no password yet agree on one', async () => {
  const empty = join(await newFolder(), 'home')
  const [one, other] = await Promise.all([start(empty), start(empty)])
  expect(one.url).toBe(other.url)
})

test('two processes that leave at the same moment stop the server', async () => {
  const both = [await startAlone(home), await startAlone(home)]
  const pid = await notedPid(lockOf(home))
  await Promise.all(both.map(({ end }) => end('SIGTERM')))
  expect(await isRunning(pid)).toBe(false)
})

test('a start after kill -9 of the process takes its server over, with all data', async () => {
  const killed = await startAlone(home)
  await keepRow(urlOf(killed))
  const pid = await notedPid(lockOf(home))
  await killed.end('SIGKILL')
  const { url } = await start(home)
  expect(await notedPid(lockOf(home))).toBe(pid)
  expect(await keptRows(url)).toBe(1)
})

test('a start after kill -9 of process and server finds all data', async () => {
  const killed = await startAlone(home)
  await keepRow(urlOf(killed))
  const pid = await notedPid(lockOf(home))
  process.kill(pid, 'SIGKILL')
  await Promise.all([killed.end('SIGKILL'), untilGone(pid)])
  const { url } = await start(home)
  expect(await keptRows(url)).toBe(1)
})

test('a server of the same data is not started while one is running', async () => {
  const first = await start(home)
  const again = await start(home)
  expect(again.url).toBe(first.url)
})

test('a lock whose process number another program has by now is put aside', async () => {
  const stranger = spawn('sleep', ['60'], NOBODY)
  await leaveLock(stranger.pid ?? 0)
  const { url } = await start(home)
  expect(await ask(url)).toBe(1)
  expect(stranger.kill('SIGKILL')).toBe(true)
})

test('a lock whose process is a zombie is put aside', async () => {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], NOBODY)
  const [said] = await once(parent.stdout, 'data')
  await leaveLock(Number(said))
  const { url } = await start(home)
  expect(await ask(url)).toBe(1)
  parent.kill('SIGKILL')
})

test('an empty lock, left by a full disk, does not hold up the start for ever', async () => {
  await writeFile(lockOf(home), '')
  expect(await ask((await start(home)).url)).toBe(1)
})

test('a folder copied from under a running server gets a server of its own', async () => {
  const original = await start(home)
  const copied = join(await newFolder(), 'copied')
  await cp(home, copied, { recursive: true })
  await chownLike(home, copied)
  const copy = await start(copied)
  expect(copy.url).not.toBe(original.url)
  expect(await ask(original.url)).toBe(1)
})

test('only the password opens the server', async () => {
  const { url } = await start(home)
  const wrong = Object.assign(new URL(url), { password: 'x' }).href
  await expect(ask(wrong)).rejects.toMatchObject({ code: '28P01' })
})

test('data of another PostgreSQL are refused in one sentence that says what to do', async () => {
  await writeFile(join(home, 'data/PG_VERSION'), '14\n')
  onTestFinished(() => writeFile(join(home, 'data/PG_VERSION'), '18\n'))
  await expect(startEmbedded(home)).rejects.toMatchObject({
    name: 'StartRefusal',
    message: `The database in ${home} was made by another version of PostgreSQL: set DATA_DIR to a new folder, or start the version of this program that made it.`,
  })
})

test.each(['file', 'file/home'])('a start at %s is refused in one sentence', async (name) => {
  const folder = await newFolder()
  await writeFile(join(folder, 'file'), '')
  await expect(startEmbedded(join(folder, name))).rejects.toMatchObject({
    name: 'StartRefusal',
    message: `There is a file in the way of ${join(folder, name)}: set DATA_DIR to a folder.`,
  })
})

test.runIf(isRoot)('a folder of root with other things in it is not given away', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'other'), '')
  await expect(startEmbedded(folder)).rejects.toMatchObject({ name: 'StartRefusal' })
  expect((await stat(folder)).uid).toBe(0)
})

async function start(home: string): Promise<Embedded> {
  const server = await startEmbedded(home, CARELESS)
  onTestFinished(server.stop)
  return server
}

function startAlone(home: string): Promise<Started> {
  return startProcess(['test/support/embedded-alone.ts', home], { ready: /^\{/ })
}

function urlOf({ line }: Started): string {
  return JSON.parse(line).url
}

/** Copies made by root belong to root; `cp -a` keeps the owner. */
async function chownLike(from: string, to: string): Promise<void> {
  const copied = spawn('chown', ['-R', `--reference=${from}`, to])
  await once(copied, 'close')
}

function lockOf(home: string): string {
  return join(home, 'data/postmaster.pid')
}

async function leaveLock(pid: number): Promise<void> {
  const lines = [pid, join(home, 'data'), 1, 5432, '', '127.0.0.1', '  1 1', 'ready   ', '']
  await writeFile(lockOf(home), lines.join('\n'))
}

async function ask(url: string): Promise<unknown> {
  const sql = openDatabase(url, { max: 1 })
  const [row] = await sql`select 1::int8 as one`.finally(() => sql.end())
  return row?.['one']
}

async function keepRow(url: string): Promise<void> {
  const sql = openDatabase(url, { max: 1 })
  await sql`create table kept as select 1 as one`
  await sql.end()
}

async function keptRows(url: string): Promise<number> {
  const sql = openDatabase(url, { max: 1 })
  const rows = await sql`select one from kept`
  await sql`drop table kept`
  await sql.end()
  return rows.length
}
