import { readFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, test, vi } from 'vitest'
import { DEFAULT_COST } from '#src/secrets/password-hash.ts'
import { seedText } from '#src/secrets/seeds.ts'
import { PASSWORD, SEED } from '#test/support/builders.ts'
import { caller } from '#test/support/caller.ts'
import { cpuOf, cpuOfFamily, cpuOfMainThread } from '#test/support/cpu.ts'
import { openDesk } from '#test/support/desk.ts'
import { codeOn, signIn } from '#test/support/last-steps.ts'
import { databasePid } from '#test/support/portal.ts'
import { startProcess } from '#test/support/processes.ts'
import { paths } from '#views/paths.ts'
import { addActivePeople } from './bench-people.ts'
import type { PagesJob, Seen, SignInsJob } from './load.ts'
import { measuringBrowser } from './wire.ts'

vi.setConfig({ testTimeout: 300_000 })

const CORES = availableParallelism()
const SECONDS = 5
const SIGN_INS = 300
const KEY = seedText(SEED)
const NODE = ['--conditions=dist']

/** Mails are the work of other processes here, as on a deadline night. */
const desk = await openDesk({ JOBS: 'off' }, { fsync: true })
const portal = await desk.start()
const owner = await desk.owner()
const rows: [what: string, measured: string, budget: string][] = []

afterAll(async () => {
  const shared = `${CORES} cores (${cpus()[0]?.model}) shared by portal, PostgreSQL and load generator`
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
  process.stdout.write(`\n${shared}\n${lines.join('\n')}\n`)
  await portal.stop()
})

test('weights on the wire', async () => {
  const [nip = ''] = await addActivePeople(owner, 1)
  const ask = measuringBrowser(portal.url)
  const first = await ask('GET', paths.signIn)
  const html = brotliDecompressSync(first.body).toString()
  const csrfOf = (body: Buffer) =>
    /name="csrf" value="([^"]+)"/.exec(brotliDecompressSync(body).toString())?.[1] ?? ''
  const files = [...html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map(([, path = '']) => path)
  const loaded = await Promise.all(files.map((path) => ask('GET', path)))
  const css = loaded[files.findIndex((path) => path.endsWith('.css'))]?.bytes ?? 0
  const others = loaded.reduce((sum, { bytes }) => sum + bytes, 0) - css
  const part = await ask('POST', paths.signIn, {
    form: { username: nip, password: 'salah', csrf: csrfOf(first.body) },
    part: true,
  })
  const fresh = measuringBrowser(portal.url)
  const again = await fresh('GET', paths.signIn)
  const posted = await fresh('POST', paths.signIn, {
    form: { username: nip, password: PASSWORD, csrf: csrfOf(again.body) },
  })
  const code = await fresh('GET', paths.code)
  const opened = await fresh('POST', paths.code, {
    form: { code: codeOn(KEY), csrf: csrfOf(code.body) },
  })
  const home = await fresh('GET', paths.home)
  const whole = [again, ...loaded, posted, code, opened, home].reduce(
    (sum, { bytes }) => sum + bytes,
    0,
  )
  rows.push(['GET /masuk, HTML with headers', `${first.bytes} B`, ''])
  rows.push(['the same with CSS', `${first.bytes + css} B`, '≤ 8,000 B'])
  rows.push([
    `the same with all it loads (${1 + files.length} requests)`,
    `${first.bytes + css + others} B`,
    '≤ 20,000 B, ≤ 4 requests',
  ])
  rows.push(['GET /masuk/kode', `${code.bytes} B`, ''])
  rows.push(['GET /beranda', `${home.bytes} B`, '≤ 30,000 B'])
  rows.push(['sign-in, code, Beranda, empty cache', `${whole} B`, '≤ 28,000 B'])
  rows.push(['refused sign-in as a part for htmx', `${part.bytes} B`, '≤ 4,000 B'])
})

test('pages against a bare page of the same size', async () => {
  const [nip = ''] = await addActivePeople(owner, 1)
  const cookie = await sessionCookie(nip)
  for (const [path, headers] of [
    [paths.signIn, {}],
    [paths.home, { Cookie: cookie }],
  ] as const) {
    const url = portal.url + path
    const size = Buffer.byteLength(await (await fetch(url, { headers })).text())
    const bare = await startProcess([...NODE, 'test/bench/bare.ts', String(size)], {
      ready: /^siap/,
    })
    const all = { kind: 'pages', atOnce: 16, seconds: SECONDS } as const
    await load({ ...all, url, headers, seconds: 2 })
    const base = await load({ ...all, url: bare.line.replace('siap di ', ''), headers: {} })
    const plain = await load({
      ...all,
      url,
      headers: { ...headers, 'Accept-Encoding': 'identity' },
    })
    const packed = await load({ ...all, url, headers: { ...headers, 'Accept-Encoding': 'br' } })
    await bare.end('SIGTERM')
    rows.push([`bare page of ${size} B`, perSecond(base), ''])
    rows.push([`GET ${path}`, `${perSecond(plain)}  ${ratio(plain, base)} of bare`, ''])
    rows.push([`GET ${path}, brotli`, `${perSecond(packed)}  ${ratio(packed, base)} of bare`, ''])
    const half = await load({
      ...all,
      url,
      headers: { ...headers, 'Accept-Encoding': 'br' },
      rate: packed.count / packed.seconds / 2,
    })
    rows.push([
      `GET ${path} at half load`,
      `p50 ${ms(half.p50)}  p99 ${ms(half.p99)}`,
      'p99 ≤ 25 ms',
    ])
  }
})

test('sign-ins against bare hashing', async () => {
  const names = await addActivePeople(owner, 3 * SIGN_INS)
  const { memoryKib, passes, parallelism } = DEFAULT_COST
  const args = [memoryKib, passes, parallelism, CORES, SECONDS].map(String)
  const hashes = JSON.parse(
    (await startProcess([...NODE, 'test/bench/hashes.ts', ...args], { ready: /^\{/ })).line,
  ) as Seen
  // Code that has run a few hundred times is compiled by then.
  await load(signInsJob(names.slice(SIGN_INS), 16))
  const database = await databasePid(portal)
  const floor = await floorOf(names.slice(0, SIGN_INS), [memoryKib, passes], database)
  const before = [
    await cpuOf(portal.pid),
    await cpuOfFamily(database),
    await cpuOfMainThread(portal.pid),
  ] as const
  const seen = await load(signInsJob(names.slice(0, SIGN_INS), 16))
  const web = ((await cpuOf(portal.pid)) - before[0]) / seen.count
  const data = ((await cpuOfFamily(database)) - before[1]) / seen.count
  const own = ((await cpuOfMainThread(portal.pid)) - before[2]) / seen.count
  const hash = hashes.cpu / hashes.count
  rows.push(['argon2id alone, one a core', `${perSecond(hashes)}  ${ms(hash)} CPU each`, ''])
  rows.push([
    'sign-ins: five requests each, deadline 0',
    `${perSecond(seen)}  ${ratio(seen, hashes)} of argon2id`,
    '≥ 0.85',
  ])
  rows.push([
    'the same by CPU, load generator elsewhere',
    `${(hash / (web + data)).toFixed(2)} of argon2id`,
    '≥ 0.85',
  ])
  rows.push([
    'CPU a sign-in besides the hash',
    `${ms(own + data)}: main thread ${ms(own)}, PostgreSQL ${ms(data)}`,
    '≤ 4 ms',
  ])
  rows.push(['CPU of the load generator a sign-in', ms(seen.cpu / seen.count), ''])
  rows.push([
    'the same libraries doing nothing else',
    `${ratio(floor.seen, hashes)} of argon2id, by CPU ${(hash / floor.cpu).toFixed(2)}, besides the hash ${ms(floor.besides)}`,
    '',
  ])
})

/** As many sign-ins of `floor.ts`, on the database that the portal uses. */
async function floorOf(names: string[], cost: number[], database: number) {
  const args = [await desk.address(), '2500', ...cost.map(String)]
  const bare = await startProcess([...NODE, 'test/bench/floor.ts', ...args], { ready: /^siap/ })
  const job = { ...signInsJob(names, 16), url: bare.line.replace('siap di ', '') }
  await load(job)
  const used = async () => [
    await cpuOf(bare.pid),
    await cpuOfFamily(database),
    await cpuOfMainThread(bare.pid),
  ]
  const before = await used()
  const seen = await load(job)
  const after = await used()
  await bare.end('SIGTERM')
  const [all = 0, data = 0, own = 0] = after.map(
    (cpu, at) => (cpu - (before[at] ?? 0)) / seen.count,
  )
  return { seen, cpu: all + data, besides: own + data }
}

test('statements a sign-in', async () => {
  const [nip = ''] = await addActivePeople(owner, 1)
  await owner`alter system set log_statement = 'all'`
  await owner`select pg_reload_conf()`
  const browser = caller(portal.url)
  const counted: string[] = []
  let sum = 0
  const count = async (name: string, act: () => Promise<unknown>) => {
    const before = await statements()
    await act()
    const found = (await statements()) - before
    sum += found
    counted.push(`${name} ${found}`)
  }
  await count('(reload)', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await signIn(caller(portal.url), nip, 'x')
  })
  sum = 0
  counted.length = 0
  await count('GET /masuk', () => browser.get(paths.signIn))
  await count('POST /masuk', () =>
    browser.post(paths.signIn, { username: nip, password: PASSWORD }),
  )
  await count('GET kode', () => browser.get(paths.code))
  await count('POST kode', () => browser.post(paths.code, { code: codeOn(KEY) }))
  await count('GET /beranda', () => browser.get(paths.home))
  await owner`alter system reset log_statement`
  await owner`select pg_reload_conf()`
  rows.push(['SQL statements a sign-in', `${sum}: ${counted.join(', ')}`, '≤ 8'])
})

test('a page while 32 people sign in at once', async () => {
  const usual = await desk.start({ RESPONSE_DEADLINE_MS: '400' })
  const names = await addActivePeople(owner, 3 * SIGN_INS)
  const headers = { Cookie: await sessionCookie(names.pop() ?? ''), 'Accept-Encoding': 'br' }
  await load({ ...signInsJob(names.splice(0, SIGN_INS), 32), url: usual.url })
  const signing = load({ ...signInsJob(names, 32), url: usual.url })
  const page = await load({
    kind: 'pages',
    url: usual.url + paths.home,
    headers,
    atOnce: 1,
    seconds: 6,
    rate: 40,
  })
  const seen = await signing
  await usual.stop()
  rows.push([
    'GET /beranda while 32 sign in at once',
    `p50 ${ms(page.p50)}  p99 ${ms(page.p99)}  (${perSecond(seen)} sign-ins)`,
    'p99 ≤ 20 ms',
  ])
})

function signInsJob(names: string[], atOnce: number): SignInsJob {
  return { kind: 'signIns', url: portal.url, names, password: PASSWORD, key: KEY, atOnce }
}

async function load(job: PagesJob | SignInsJob): Promise<Seen> {
  const args = [...NODE, 'test/bench/load.ts', JSON.stringify(job)]
  return JSON.parse((await startProcess(args, { ready: /^\{/ })).line)
}

async function sessionCookie(nip: string): Promise<string> {
  const browser = caller(portal.url)
  await signIn(browser, nip, PASSWORD)
  await browser.send(paths.code, { code: codeOn(KEY) })
  return `sid=${browser.cookies.get('sid')}`
}

/** All that PostgreSQL has been asked since it logs, but for the watch over the clock. */
async function statements(): Promise<number> {
  const log = await readFile(join(desk.dataDir, 'postgres', 'log'), 'utf8')
  const lines = log.split('\n').filter((line) => /LOG: {2}(execute|statement)/.test(line))
  return lines.filter((line) => !/clock_timestamp|alter system|pg_reload_conf/.test(line)).length
}

function perSecond({ count, seconds }: Pick<Seen, 'count' | 'seconds'>): string {
  return `${(count / seconds).toFixed(count / seconds < 100 ? 1 : 0)}/s`
}

function ratio(one: Seen, base: Seen): string {
  return (one.count / one.seconds / (base.count / base.seconds)).toFixed(2)
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`
}
