import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { generateSync } from 'otplib'

/**
 * The load generator, a process of its own: does one job, prints what it saw as a line of JSON.
 * `rate`: so many requests a second, whether answered or not; without it, as fast as `atOnce` allow.
 */
export type PagesJob = {
  kind: 'pages'
  url: string
  headers: Record<string, string>
  atOnce: number
  seconds: number
  rate?: number
}

/** Each of `names` signs in once, from a network of its own, up to /beranda. */
export type SignInsJob = {
  kind: 'signIns'
  url: string
  names: string[]
  password: string
  key: string
  atOnce: number
}

/** `seconds` and `cpu` (milliseconds of this process) belong to `count`; the rest are milliseconds. */
export type Seen = { count: number; seconds: number; cpu: number; p50: number; p99: number }

type Asked = { status: number; body: string; cookies: string[] }

const job = JSON.parse(process.argv[2] ?? '{}') as PagesJob | SignInsJob
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
const times: number[] = []
let shown = { step: 0, code: '' }
const start = performance.now()
if (job.kind === 'pages') await pages(job)
else await signIns(job)
tell((performance.now() - start) / 1000)
process.exit(0)

async function pages(job: PagesJob): Promise<void> {
  const end = start + job.seconds * 1000
  const once = async (since: number) => {
    const { status } = await ask('GET', job.url, job.headers)
    if (status !== 200) throw new Error(`${job.url} answered ${status}`)
    times.push(performance.now() - since)
  }
  if (job.rate) {
    const all: Promise<void>[] = []
    for (let due = start; due < end; due += 1000 / job.rate) {
      if (due > performance.now()) await pause(due - performance.now())
      all.push(once(Math.max(due, start)))
    }
    await Promise.all(all)
    return
  }
  const worker = async () => {
    while (performance.now() < end) await once(performance.now())
  }
  await Promise.all(Array.from({ length: job.atOnce }, worker))
}

async function signIns({ url, names, password, key, atOnce }: SignInsJob): Promise<void> {
  const left = [...names.entries()]
  const worker = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [at, username] = next
      const since = performance.now()
      await signIn(url, { username, password, key, address: `10.${at >> 8}.${at & 255}.7` })
      times.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

type Person = { username: string; password: string; key: string; address: string }

async function signIn(url: string, { username, password, key, address }: Person): Promise<void> {
  const cookies = new Map<string, string>()
  let csrf = ''
  const go = async (method: string, path: string, form?: Record<string, string>) => {
    const headers = {
      'Sec-Fetch-Site': 'same-origin',
      'Accept-Encoding': 'identity',
      'X-Forwarded-For': address,
      Cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      'Content-Type': 'application/x-www-form-urlencoded',
    }
    const body = form && new URLSearchParams({ csrf, ...form }).toString()
    const found = await ask(method, url + path, headers, body)
    for (const cookie of found.cookies) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    csrf = /name="csrf" value="([^"]+)"/.exec(found.body)?.[1] ?? csrf
    const wanted = method === 'GET' ? 200 : 303
    if (found.status !== wanted) throw new Error(`${method} ${path} answered ${found.status}`)
  }
  await go('GET', '/masuk')
  await go('POST', '/masuk', { username, password })
  await go('GET', '/masuk/kode')
  await go('POST', '/masuk/kode', { code: codeNow(key) })
  await go('GET', '/beranda')
}

/** Everybody has the same key here, so the generator computes a code once in thirty seconds. */
function codeNow(key: string): string {
  const epoch = Math.floor(Date.now() / 1000)
  const step = Math.floor(epoch / 30)
  if (shown.step !== step) shown = { step, code: generateSync({ secret: key, epoch }) }
  return shown.code
}

function ask(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const sent = request(url, { method, agent, headers: { ...headers, ...length } })
    sent.once('error', reject)
    sent.once('response', (answer: IncomingMessage) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () => {
        const { statusCode: status = 0, headers } = answer
        const text = Buffer.concat(parts).toString()
        resolve({ status, body: text, cookies: headers['set-cookie'] ?? [] })
      })
    })
    sent.end(body)
  })
}

function tell(seconds: number): void {
  const { user, system } = process.cpuUsage()
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]
  const seen = {
    count: times.length,
    seconds,
    cpu: (user + system) / 1000,
    p50: at(0.5),
    p99: at(0.99),
  }
  process.stdout.write(`${JSON.stringify(seen)}\n`)
}
