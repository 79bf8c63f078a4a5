import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Sql } from '#src/store/database.ts'
import { startEmbedded } from '#src/store/embedded.ts'
import { writeSyntheticFiles } from '#src/synthetic/write-files.ts'
import { searchTimes } from './searches.ts'

/**
 * npm run bench:import -- 200000 [folder]: the import of so many people against COPY of the rows it
 * made, into tables of the same columns, checks and indexes, and how long the desk searches before
 * and after. With a folder the database stays there. Nothing here is passed or failed.
 */
const people = Number(process.argv[2] ?? 200_000)
const kept = process.argv[3]
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'asn-bench-')))
await mkdir(folder, { recursive: true })
await chmod(folder, 0o711)
const dataDir = join(folder, 'data')
const SETTINGS = ['shared_buffers=2GB', 'max_wal_size=8GB', 'checkpoint_timeout=15min']
const embedded = await startEmbedded(join(dataDir, 'postgres'), SETTINGS)
const sql = openDatabase(embedded.url, { max: 1 })

const TABLES = ['people', 'login_identifiers', 'accounts', 'passwords', 'email_addresses', 'events']
const FEW = 10_000
const SLOW_MS = 50

try {
  await importFew()
  const files = await writeSyntheticFiles(join(folder, 'files'), { people, seed: 1 })
  await runImport([files.units, '--apply'])
  const first = await measured('dry run and apply', files.people)
  await tellSearches(people)
  const copied = await copyAgain('once')
  tell('plain COPY of the same rows', copied)
  say(`ratio of speeds: ${(copied / (first.dryRun + first.apply)).toFixed(2)}`)
  const again = await measured('the same file once more', files.people)
  say(
    `unchanged, to the first time: ${((again.dryRun + again.apply) / (first.dryRun + first.apply)).toFixed(2)}`,
  )
  await measured('export of the old SSO, one in five', files.realm)
} finally {
  await sql.end()
  await embedded.stop()
  if (!kept) await rm(folder, { recursive: true, force: true })
}

/** A small country first: what the desk's searches take there. */
async function importFew(): Promise<void> {
  const files = await writeSyntheticFiles(join(folder, 'few'), { people: FEW, seed: 1 })
  for (const path of [files.agencies, files.units, files.people]) await runImport([path, '--apply'])
  await tellSearches(FEW)
}

async function tellSearches(among: number): Promise<void> {
  say(`searches among ${among.toLocaleString('en')} people, ms of processor (of the clock)`)
  for (const { kind, took, worked } of await searchTimes(sql, SLOW_MS)) {
    const of = (at: 'p50' | 'p95' | 'max') => `${worked[at].toFixed(1)} (${took[at].toFixed(1)})`
    say(`  ${kind}: p50 ${of('p50')}, p95 ${of('p95')}, max ${of('max')}`)
  }
}

async function measured(what: string, path: string) {
  const dry = await runImport([path])
  const applied = await runImport([path, '--apply'])
  const peak = Math.max(dry.peakMb, applied.peakMb)
  tell(`${what}: dry run`, dry.seconds)
  tell(`${what}: apply`, applied.seconds)
  say(`${what}: peak memory of the process ${peak} MB`)
  return { dryRun: dry.seconds, apply: applied.seconds }
}

async function runImport(args: string[]): Promise<{ seconds: number; peakMb: number }> {
  const begun = performance.now()
  const program = ['--conditions=dist', 'dist/src/asn.js', 'import', ...args]
  const report = ['--report', join(folder, 'report.ndjson')]
  const env = { ...process.env, DATA_DIR: dataDir }
  const child = spawn(process.execPath, [...program, ...report], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [peakMb, [code]] = await Promise.all([peakOf(child), once(child, 'exit')])
  if (code !== 0) throw new Error(`the import ended with code ${code}`)
  return { seconds: (performance.now() - begun) / 1000, peakMb }
}

/** As the kernel has it: the highest the resident set ever was. */
async function peakOf(child: ChildProcess): Promise<number> {
  let peak = 0
  while (child.exitCode === null) {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return Math.round(peak / 1024)
}

/** By the server itself, from a file beside its data: nothing is faster. */
async function copyAgain(schema: string): Promise<number> {
  await sql.unsafe(`create schema ${schema}`)
  const file = join(embedded.folder, 'copy')
  let seconds = 0
  for (const table of TABLES) {
    const columns = await columnsOf(sql, table)
    await sql.unsafe(`copy ${table} (${columns}) to '${file}'`)
    await sql.unsafe(`create table ${schema}.${table} (like ${table} including all)`)
    const begun = performance.now()
    await sql.unsafe(`copy ${schema}.${table} (${columns}) from '${file}'`)
    const took = (performance.now() - begun) / 1000
    tell(`plain COPY of ${table}`, took)
    seconds += took
  }
  await sql.unsafe(`drop schema ${schema} cascade`)
  return seconds
}

async function columnsOf(of: Sql, table: string): Promise<string> {
  const rows = await of<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
  return rows.map(({ name }) => name).join(', ')
}

function tell(what: string, seconds: number): void {
  const rate = Math.round(people / seconds).toLocaleString('en')
  say(`${what}: ${seconds.toFixed(1)} s, ${rate} people/s`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
