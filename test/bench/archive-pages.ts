import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonId } from '#domain/person.ts'
import { openDatabase, type Sql } from '#src/store/database.ts'
import { startEmbedded } from '#src/store/embedded.ts'
import { migrate } from '#src/store/migrate.ts'
import { makeDice } from '#src/synthetic/dice.ts'
import {
  agencyAt,
  checkWords,
  largestOf,
  makeNation,
  type Nation,
  nationMadeAt,
  SMALL,
  samplesIn,
  unitAt,
} from './archive/fill.ts'
import { type Look, type Office, officeLooks, ownLooks, type Sampled } from './archive/looks.ts'

/**
 * npm run bench:archive -- 500000 5000000: how long the server works for the pages of the archive among
 * so many people and records, against ten thousand and a hundred thousand. Nothing is passed or failed.
 * A third word names a folder in which both nations stay, to be asked again after a change.
 */
const FEW: Nation = { people: 10_000, records: 100_000 }
const asked: Nation = {
  people: Number(process.argv[2] ?? 100_000),
  records: Number(process.argv[3] ?? 1_000_000),
}
const SETTINGS = [
  'shared_buffers=2GB',
  'maintenance_work_mem=2GB',
  'work_mem=64MB',
  'temp_buffers=256MB',
  'max_wal_size=8GB',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
]
const WARM_UPS = 8
const EACH = 30
const SLOW_MS = 50

/** `now`: when the nation was made, which is today to all that asks. */
type At = { owner: Sql; sql: Sql; now: Date }

/** Milliseconds of processor: of what nobody has looked at lately, and of the same once more. */
type Times = { page: string; first: Summary; again: Summary; clock: Summary }
type Summary = { p50: number; p95: number; max: number }

const kept = process.argv[4]
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'asn-bench-')))
await chmod(folder, 0o711)

try {
  const few = await timesIn(FEW)
  tell(few, few)
  if (asked.people > FEW.people) tell(few, await timesIn(asked))
} finally {
  if (!kept) await rm(folder, { recursive: true, force: true })
}

async function timesIn(nation: Nation): Promise<Times[]> {
  const embedded = await startEmbedded(join(folder, `postgres-${nation.people}`), SETTINGS)
  const owner = openDatabase(embedded.url, { max: 2 })
  const sql = openDatabase(embedded.url, { role: 'asn_app', max: 1, lasting: true })
  try {
    await migrate(owner)
    const now = (await nationMadeAt(owner)) ?? (await filled(owner, nation))
    return await timesOfPages({ owner, sql, now }, nation)
  } finally {
    await sql.end()
    await owner.end()
    await embedded.stop()
  }
}

async function filled(owner: Sql, nation: Nation): Promise<Date> {
  const begun = performance.now()
  const now = new Date()
  await makeNation(owner, nation, now)
  await checkWords(owner)
  say(`made in ${Math.round((performance.now() - begun) / 1000)} s`)
  return now
}

async function timesOfPages(at: At, nation: Nation): Promise<Times[]> {
  const { owner } = at
  const [size] = await owner<{ bytes: number; records: number; versions: number }[]>`
    select pg_database_size(current_database()) as bytes, (select count(*) from archive.records) as records,
      (select count(*) from archive.versions) as versions`
  const { bytes = 0, records = 1, versions = 0 } = size ?? {}
  say(
    `${count(nation.people)} people, ${count(records)} records, ${count(versions)} versions: ${Math.round(bytes / 1e6)} MB, ` +
      `${Math.round(bytes / records)} bytes a record`,
  )
  const largest = largestOf(nation.people)
  const everybody = await samplesIn(owner, range(1, nation.people, 1))
  const small = await samplesIn(owner, range(largest + 1, largest + SMALL, 2))
  const large = await samplesIn(owner, range(1, largest, 3))
  const timesOf = await timing(at.sql)
  return [
    ...(await timesOf(ownLooks(at), everybody, '')),
    ...(await timesOf(officeLooks(await placeOf(at, 1)), small, `agency of ${count(SMALL)}: `)),
    ...(await timesOf(officeLooks(await placeOf(at, 0)), large, 'largest agency: ')),
  ]
}

async function placeOf({ owner, sql, now }: At, agency: number) {
  const rows = await owner<{ id: PersonId }[]>`
    select bench.verifier_id(${agency}, v) as id from generate_series(0, 19) v`
  const office: Office = {
    agency: await agencyAt(owner, agency),
    unit: await unitAt(owner, agency, 1),
    verifiers: rows.map(({ id }) => id),
  }
  return { sql, now, office }
}

function range(from: number, to: number, seed: number): number[] {
  const dice = makeDice(seed)
  return Array.from({ length: WARM_UPS + EACH }, () => from + dice.below(to - from + 1))
}

async function timing(sql: Sql) {
  const [server] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  return (looks: Look[], samples: Sampled[], where: string) =>
    timesOf(server?.pid, looks, samples, where)
}

async function timesOf(
  server: number | undefined,
  looks: Look[],
  samples: Sampled[],
  where: string,
): Promise<Times[]> {
  const times: Times[] = []
  for (const { page, ask } of looks) {
    const kept = { first: [] as number[], again: [] as number[], clock: [] as number[] }
    for (const [turn, of] of samples.entries()) {
      const first = await measured(server, () => ask(of, 2 * turn))
      const again = await measured(server, () => ask(of, 2 * turn + 1))
      if (turn < WARM_UPS) continue
      kept.first.push(first.worked)
      kept.clock.push(first.took)
      kept.again.push(again.worked)
    }
    const one = {
      page: where + page,
      first: summary(kept.first),
      again: summary(kept.again),
      clock: summary(kept.clock),
    }
    if (one.again.p95 > SLOW_MS) say(`slow: ${one.page} ${one.again.p95.toFixed(1)} ms`)
    times.push(one)
  }
  return times
}

async function measured(server: number | undefined, ask: () => Promise<unknown>) {
  const [begun, before] = [performance.now(), await processorTime(server)]
  await ask()
  return { worked: (await processorTime(server)) - before, took: performance.now() - begun }
}

/** Milliseconds that the server ran for one connection so far, as Linux counts them. */
async function processorTime(server: number | undefined): Promise<number> {
  const [ran] = (await readFile(`/proc/${server}/schedstat`, 'utf8')).split(' ')
  return Number(ran) / 1e6
}

function summary(each: readonly number[]): Summary {
  const sorted = each.toSorted((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

function tell(few: Times[], many: Times[]): void {
  say(
    `\nms of the server's processor, p50/p95/max, and growth from ${count(FEW.records)} records (p50/p95)`,
  )
  say('page | not looked at lately | growth | once more | growth | by the clock p50/p95')
  for (const [at, one] of many.entries()) {
    const before = few[at]
    const growth = (kind: 'first' | 'again') =>
      (['p50', 'p95'] as const)
        .map((share) => (one[kind][share] / (before?.[kind][share] ?? Number.NaN)).toFixed(2))
        .join('/')
    const of = ({ p50, p95, max }: Summary) => [p50, p95, max].map((ms) => ms.toFixed(1)).join('/')
    const clock = [one.clock.p50, one.clock.p95].map((ms) => ms.toFixed(1)).join('/')
    say(
      [one.page, of(one.first), growth('first'), of(one.again), growth('again'), clock].join(' | '),
    )
  }
}

function count(number: number): string {
  return number.toLocaleString('en')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
