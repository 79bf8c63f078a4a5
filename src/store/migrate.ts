import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import { startRefusal } from './start-refusal.ts'

type Migration = { name: string; text: string; sha256: string }
type Applied = { name: string; sha256: string }

const LOCK = 4_112_026
const FOLDER = join(packageFolder(import.meta.dirname), 'migrations')

/**
 * Runs the files of migrations/ that this database lacks, in name order, each in a transaction
 * under a lock, so that several processes may start at once. Refuses to start if the files and
 * what was applied contradict each other.
 */
export async function migrate(sql: Sql, folder = FOLDER): Promise<void> {
  const files = await readMigrations(folder)
  await inTransaction(sql, async (tx) => {
    await waitForTurn(tx)
    await tx`
      create table if not exists migrations (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`
  })
  for (const file of files) await inTransaction(sql, (tx) => bringUpTo(tx, files, file))
  if (files.length === 0) refuseContradiction(files, await listApplied(sql))
}

/** The names of the files that this database lacks, for /readyz; any role may ask. */
export async function missingMigrations(sql: Sql, folder = FOLDER): Promise<string[]> {
  const names = (await readMigrations(folder)).map(({ name }) => name)
  const [table] = await sql<{ there: boolean }[]>`
    select to_regclass('migrations') is not null as there`
  if (!table?.there) return names
  const applied = new Set((await listApplied(sql)).map(({ name }) => name))
  return names.filter((name) => !applied.has(name))
}

async function bringUpTo(tx: TransactionSql, files: Migration[], file: Migration): Promise<void> {
  await waitForTurn(tx)
  const applied = await listApplied(tx)
  refuseContradiction(files, applied)
  if (applied.some(({ name }) => name === file.name)) return
  await tx.unsafe(file.text).catch((problem) => refuseBroken(file, problem))
  await tx`insert into migrations (name, sha256) values (${file.name}, ${file.sha256})`
}

async function waitForTurn(tx: TransactionSql): Promise<void> {
  await tx`select pg_advisory_xact_lock(${LOCK})`
}

async function listApplied(sql: Sql | TransactionSql): Promise<Applied[]> {
  return await sql<Applied[]>`select name, sha256 from migrations order by name collate "C"`
}

function refuseContradiction(files: Migration[], applied: Applied[]): void {
  const byName = new Map(files.map((file) => [file.name, file]))
  const last = applied.at(-1)?.name ?? ''
  for (const { name, sha256 } of applied) {
    const file = byName.get(name)
    if (!file)
      throw startRefusal(
        `This database has had migrations/${name}, which this version of the program does not have: start the version that brought it, or a newer one.`,
      )
    if (file.sha256 !== sha256)
      throw startRefusal(
        `migrations/${name} was changed after this database had it: bring the file back as it was and put the change into a new file.`,
      )
  }
  const late = files.slice(0, applied.length).find(({ name }) => !hasIt(applied, name))
  if (late && late.name < last)
    throw startRefusal(
      `migrations/${late.name} comes before migrations/${last}, which this database already has: give it a later number.`,
    )
}

function hasIt(applied: Applied[], name: string): boolean {
  return applied.some((one) => one.name === name)
}

function refuseBroken(file: Migration, problem: unknown): never {
  if (!(problem instanceof postgres.PostgresError)) throw problem
  const line = file.text.slice(0, Number(problem.position ?? 0)).split('\n').length
  throw startRefusal(
    `migrations/${file.name} failed at line ${line} and left nothing behind: ${problem.message}.`,
    problem,
  )
}

/** Line ends are made alike first: git may have changed them on the way. */
async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return await Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** The same folder whether this file runs as source or from dist/. */
function packageFolder(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : packageFolder(dirname(from))
}
