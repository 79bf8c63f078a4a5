import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { test, vi } from 'vitest'
import type { Sql } from '#src/store/database.ts'
import { cpuOf, cpuOfFamily } from '#test/support/cpu.ts'
import { openDesk } from '#test/support/desk.ts'
import { databasePid, type Portal } from '#test/support/portal.ts'
import { newFolder, startProcess } from '#test/support/processes.ts'
import { paths } from '#views/paths.ts'
import {
  again,
  beginLarge,
  download,
  fileOf,
  letRead,
  type SenderAt,
  type Sent,
  scratchOf,
  sendByForm,
  sendByTus,
  senderAt,
  sendPieces,
} from './archive/transfers.ts'
import { addActivePeople } from './bench-people.ts'

vi.setConfig({ testTimeout: 900_000 })

const MB = 1_000_000
const MIB = 1024 * 1024
const PIECE = 256 * 1024
const ROUNDS = 5
const AT_ONCE = 20
/** Until connections that were closed while a file was made are known to be. */
const CLOSED_MS = 100
/** Until all are that nobody used: twenty that end while as many begin cannot be told apart. */
const ALL_CLOSED_MS = 6000
const LARGE = 100 * MB
const NODE = ['--conditions=dist']

const desk = await openDesk({ SCAN_POLICY: 'off' }, { fsync: true })
const { owner } = desk

/** `pids`: who works for it. */
type Way = {
  name: string
  bases: string[]
  pids: number[]
  go: (file: Sent) => Promise<unknown>
}

test('files in and out against plain streaming, SHA-256 and fsync of the same bytes', async () => {
  const portal = await desk.start({ JOBS: 'off' })
  const sql = await owner()
  await sql`update archive.record_types set max_bytes = ${10 * MIB} where code = 'pns'`
  const folder = await newFolder()
  const bare = await startProcess([...NODE, 'test/bench/bare-upload.ts', folder], {
    ready: /^siap/,
  })
  const plain = bare.line.replace('siap di ', '').trim()
  const pids = { ours: [portal.pid, await databasePid(portal)], theirs: [bare.pid] }
  for (const size of [MIB, 10 * MIB, LARGE]) {
    const [nip = ''] = await addActivePeople(sql, 1)
    const sender = await senderAt(portal.url, nip)
    const file = fileOf(size)
    const tus = size <= 10 * MIB ? byTus : largeByTus(sql, portal)
    const stored = await tus(sender, file, size)
    await letRead(sql, [stored])
    const lying = await putPlain(plain, file)
    const from = { plain: `${plain}/${lying}`, ours: portal.url + paths.versionFile(stored) }
    await compare(size, waysOf({ sender, plain, pids, from, size, tus }), again(file))
  }
  await portal.stop()
})

type Send = (sender: SenderAt, file: Sent, piece: number) => Promise<string>

type Around = {
  sender: SenderAt
  plain: string
  pids: { ours: number[]; theirs: number[] }
  from: { plain: string; ours: string }
  size: number
  tus: Send
}

const byTus: Send = sendByTus

/** More than the rules take: its first step is done by hand. */
function largeByTus(sql: Sql, { dataDir }: Portal): Send {
  return async ({ nip, browser }, file, piece) => {
    const id = await beginLarge(sql, scratchOf(dataDir), nip, file)
    await sendPieces(browser, paths.upload(id), file.bytes, piece)
    return id
  }
}

const PUT = 'plain PUT'
const PATCH = 'plain PATCH of 256 KiB each'
const GET = 'plain GET'

function waysOf({ sender, plain, pids: { ours, theirs }, from, size, tus }: Around): Way[] {
  const form = { name: 'form without script', bases: [PUT], pids: ours }
  return [
    { name: PUT, bases: [], pids: theirs, go: (file) => putPlain(plain, file) },
    { name: PATCH, bases: [], pids: theirs, go: (file) => patchPlain(plain, file) },
    {
      name: 'tus in 256 KiB',
      bases: [PUT, PATCH],
      pids: ours,
      go: (file) => tus(sender, file, PIECE),
    },
    { name: 'tus in one piece', bases: [PUT], pids: ours, go: (file) => tus(sender, file, size) },
    ...(tus === byTus ? [{ ...form, go: (file: Sent) => sendByForm(sender, file) }] : []),
    { name: GET, bases: [], pids: theirs, go: () => download(from.plain, {}) },
    {
      name: 'download',
      bases: [GET],
      pids: ours,
      go: () => download(from.ours, sender.headers()),
    },
  ]
}

test('memory while 20 files of 100 MB come and go at once', async () => {
  for (const jobs of ['off', 'here'] as const) {
    const portal = await desk.start({ JOBS: jobs })
    const sql = await owner()
    const senders: SenderAt[] = []
    for (const nip of await addActivePeople(sql, AT_ONCE))
      senders.push(await senderAt(portal.url, nip))
    const told = jobs === 'off' ? 'web alone' : 'with jobs'
    // What a process needs at all it has by then.
    await sendAll(portal, senders, 10 * MB, PIECE)
    await remember(`${told}: 20 × 10 MB in 256 KiB`, portal, () =>
      sendAll(portal, senders, 10 * MB, PIECE),
    )
    await remember(`${told}: 20 × 100 MB in 256 KiB`, portal, () =>
      sendAll(portal, senders, LARGE, PIECE),
    )
    let sent: string[] = []
    await remember(`${told}: 20 × 100 MB in one piece each`, portal, async () => {
      sent = await sendAll(portal, senders, LARGE, LARGE)
    })
    await letRead(sql, sent)
    await remember(`${told}: 20 downloads of 100 MB`, portal, () =>
      Promise.all(
        senders.map(({ headers }, at) =>
          download(portal.url + paths.versionFile(sent[at] ?? ''), headers()),
        ),
      ),
    )
    await portal.stop()
  }
})

/** One after the other in each round, so that whatever else the machine does meets all alike. */
async function compare(size: number, ways: Way[], file: Sent): Promise<void> {
  const seen = new Map(
    ways.map(({ name }) => [name, { clock: [] as number[], cpu: [] as number[] }]),
  )
  for (let round = -1; round < ROUNDS; round += 1)
    for (const { name, pids, go } of ways) {
      const sent = again(file)
      await setTimeout(CLOSED_MS)
      const [begun, before] = [performance.now(), await processorTime(pids)]
      await go(sent)
      if (round < 0) continue
      seen.get(name)?.clock.push(performance.now() - begun)
      seen.get(name)?.cpu.push((await processorTime(pids)) - before)
    }
  for (const { name, bases } of ways)
    for (const base of bases) {
      const [one, against] = [seen.get(name), seen.get(base)]
      if (!one || !against) continue
      const clock = (median(against.clock) / median(one.clock)).toFixed(2)
      const cpu = (sum(against.cpu) / sum(one.cpu)).toFixed(2)
      const budget = base === GET ? '≥ 0.25' : base === PUT ? '≥ 0.35' : ''
      tell([
        `${(size / MIB).toFixed(0)} MiB, ${name}`,
        `${clock} of ${base}, by processor ${cpu}`,
        budget,
      ])
    }
}

async function sendAll(
  portal: Portal,
  senders: SenderAt[],
  bytes: number,
  piece: number,
): Promise<string[]> {
  const sql = await owner()
  const file = fileOf(bytes)
  await setTimeout(ALL_CLOSED_MS)
  return Promise.all(
    senders.map(async ({ nip, browser }) => {
      const id = await beginLarge(sql, scratchOf(portal.dataDir), nip, file)
      await sendPieces(browser, paths.upload(id), file.bytes, piece)
      return id
    }),
  )
}

/** As the kernel has it; writing 5 begins the highest anew. */
async function remember(
  what: string,
  { pid }: Portal,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = await memoryOf(pid)
  await writeFile(`/proc/${pid}/clear_refs`, '5')
  await work()
  const { peak, now } = await memoryOf(pid)
  const each = ((peak - before.now) / AT_ONCE).toFixed(1)
  tell([
    what,
    `${mb(before.now)} before, ${mb(peak)} at most (${each} MB each), ${mb(now)} after`,
    '≤ 2 MB each',
  ])
}

async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { now: of('VmRSS'), peak: of('VmHWM') }
}

async function putPlain(url: string, { bytes: body }: Sent): Promise<string> {
  const id = await (await fetch(url, { method: 'POST' })).text()
  await (await fetch(`${url}/${id}`, { method: 'PUT', body })).text()
  return id
}

async function patchPlain(url: string, { bytes: file }: Sent): Promise<void> {
  const id = await (await fetch(url, { method: 'POST' })).text()
  for (let at = 0; at < file.length; at += PIECE) {
    const last = at + PIECE >= file.length ? '?last' : ''
    const body = file.subarray(at, at + PIECE)
    await (await fetch(`${url}/${id}${last}`, { method: 'PATCH', body })).text()
  }
}

/** Of the server of a database with all that it started. */
async function processorTime([first = 0, family]: number[]): Promise<number> {
  return (await cpuOf(first)) + (family ? await cpuOfFamily(family) : 0)
}

function median(each: number[]): number {
  return each.toSorted((one, other) => one - other)[Math.floor(each.length / 2)] ?? Number.NaN
}

function sum(each: number[]): number {
  return each.reduce((all, one) => all + one, 0)
}

/** At once, for the next one may take minutes. */
function tell(row: [what: string, measured: string, budget: string]): void {
  process.stdout.write(`${row.map((cell, at) => cell.padEnd([36, 62][at] ?? 0)).join('  ')}\n`)
}

function mb(megabytes: number): string {
  return `${megabytes.toFixed(0)} MB`
}
