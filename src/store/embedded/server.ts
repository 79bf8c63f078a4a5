import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Place } from './place.ts'
import type { Programs } from './programs.ts'
import { refusalFor, run } from './run.ts'

/** What the lock file of the data folder tells, once its process has been looked at. */
export type Found =
  | { state: 'absent' }
  | { state: 'unfinished' | 'leftBehind'; lock: string }
  | { state: 'serving'; port: number }

const LISTEN = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC']
const TRY_AGAIN = /already exists|another (server|postmaster)|in use|lock file .* is empty/i

/** A dead process is PostgreSQL's own affair; a zombie, or a number given anew, misleads it. */
export async function findServer(place: Place): Promise<Found> {
  const lock = await readFile(lockOf(place), 'utf8').catch((problem) => {
    if (problem.code !== 'ENOENT') throw problem
  })
  if (lock === undefined) return { state: 'absent' }
  const [pid = '', servedFolder = '', , port = ''] = lock.split('\n')
  if (port === '') return { state: 'unfinished', lock }
  if (!isAlive(Number(pid))) return { state: 'absent' }
  if (!(await isSameFolder(servedFolder, join(place.folder, 'data'))))
    return { state: 'leftBehind', lock }
  const ours = (await commandOf(Number(pid))).includes(await markOf(place))
  return ours ? { state: 'serving', port: Number(port) } : { state: 'leftBehind', lock }
}

/** Starts the server; answers quietly where another process was faster or took the port. */
export async function launch(place: Place, { pgCtl }: Programs, settings: string[]): Promise<void> {
  const log = join(place.folder, 'log')
  const before = await lengthOf(log)
  const own = [await markOf(place), `port=${await freePort()}`]
  const flags = [...LISTEN, ...own, ...settings].map((setting) => `-c ${setting}`).join(' ')
  const args = ['start', '-w', '-t', '120', '-D', 'data', '-l', 'log', '-o', flags]
  const { code, said } = await run(place, pgCtl, args)
  if (code === 0) return
  const logged = await readFile(log, 'utf8').catch(() => '')
  const words = `${said}\n${logged.slice(before)}`
  if (!TRY_AGAIN.test(words)) throw refusalFor(place, words)
}

export async function shutDown(place: Place, { pgCtl }: Programs): Promise<void> {
  const args = ['stop', '-w', '-t', '60', '-m', 'fast', '-D', 'data']
  const { code, said } = await run(place, pgCtl, args)
  if (code !== 0 && (await findServer(place)).state === 'serving')
    throw new Error(`PostgreSQL in ${place.folder} did not stop: ${said.trim()}`)
}

/** Takes away the very lock that was judged; one that a new server made meanwhile goes back. */
export async function removeLock(place: Place, judged: string): Promise<void> {
  const path = lockOf(place)
  const aside = join(place.folder, `lock-${randomUUID()}`)
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  if ((await readFile(aside, 'utf8')) !== judged) await link(aside, path).catch(() => {})
  await rm(aside)
}

/** Number 0 and below would ask for groups of processes. */
function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A folder moved under a running server is no longer where the lock says; a copied one is. */
async function isSameFolder(served: string, data: string): Promise<boolean> {
  const there = await stat(served).catch(() => undefined)
  const here = await stat(data)
  return !there || (there.dev === here.dev && there.ino === here.ino)
}

/** What the server of this very cluster has in its command line, where everyone may read it. */
async function markOf({ folder }: Place): Promise<string> {
  const password = await readFile(join(folder, 'password'))
  return `cluster_name=asn-${createHash('sha256').update(password).digest('hex').slice(0, 16)}`
}

/** The command line of a process; a zombie has none. */
async function commandOf(pid: number): Promise<string> {
  if (platform() === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const [program, ...args]: [string, ...string[]] =
    platform() === 'win32' ? windowsCommand(pid) : ['ps', '-o', 'command=', '-p', String(pid)]
  const listed = await promisify(execFile)(program, args).catch(() => ({ stdout: '' }))
  return listed.stdout
}

function windowsCommand(pid: number): [string, ...string[]] {
  const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`
  return ['powershell', '-NoProfile', '-Command', query]
}

function lockOf({ folder }: Place): string {
  return join(folder, 'data/postmaster.pid')
}

async function lengthOf(log: string): Promise<number> {
  return await readFile(log, 'utf8').then(
    ({ length }) => length,
    () => 0,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
