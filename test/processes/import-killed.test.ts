import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { openDatabase } from '#src/store/database.ts'
import { startEmbedded } from '#src/store/embedded.ts'
import { migrate } from '#src/store/migrate.ts'
import { writeSyntheticFiles } from '#src/synthetic/write-files.ts'
import { newFolder } from '#test/support/processes.ts'

vi.setConfig({ testTimeout: 120_000 })

const PEOPLE = 80_000
const folder = await newFolder()
const dataDir = join(folder, 'data')
const embedded = await startEmbedded(join(dataDir, 'postgres'), ['fsync=off'])
const sql = openDatabase(embedded.url, { max: 3 })
await migrate(sql)
const files = await writeSyntheticFiles(join(folder, 'files'), { people: PEOPLE, seed: 7 })

/** Whoever waits for one of these tables is in the midst of reading, or of a batch. */
const HELD = ['import_people', 'import_batches', 'accounts', 'email_addresses', 'events']

test('T-CRASH kill -9 at any step of an import loses and doubles nobody, and the next start goes on', async () => {
  await finish(start(files.agencies))
  for (const table of HELD) {
    await killWhileHeld(table)
    await expectWhole()
    if (table === 'import_people') continue
    await killAfterProgress()
    await expectWhole()
  }
  expect(await countOf('people')).toBeGreaterThan(0)
  expect(await countOf('people')).toBeLessThan(PEOPLE)
  const said = await finish(start(files.people))
  expect(said).toContain('Melanjutkan impor yang sudah dibaca dari berkas ini.')
  expect(await countOf('people')).toBe(PEOPLE)
  await expectWhole()
  expect(await countOf('import_people')).toBe(0)
})

test('two imports at once: the second is refused and changes nothing', async () => {
  const first = start(files.people)
  await waitFor(
    async () => (await sql`select from pg_locks where locktype = 'advisory'`).length > 0,
  )
  const second = start(files.people)
  expect(await text(second.stderr)).toContain('Impor lain sedang berjalan.')
  expect(await finish(first)).toContain(
    `Selesai: 0 baru, 0 berubah, ${PEOPLE.toLocaleString('id-ID')} tetap`,
  )
})

test('T-LEAK an error that nobody foresaw tells where it came from, not what stands in the row', async () => {
  const [name] = /[A-Z][a-z]+ [A-Z][a-z]+/.exec(await readFile(files.people, 'utf8')) ?? ['']
  await sql.unsafe(`alter table import_people add constraint planted check (name <> '${name}')`)
  const child = start(files.people)
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
  await sql`alter table import_people drop constraint planted`
  expect(complaint).toContain('"code":"23514"')
  expect(said + complaint).not.toContain(name)
  expect(said + complaint).not.toContain('instansi.example')
})

function start(path: string) {
  const args = ['--conditions=dist', 'dist/src/asn.js', 'import', path, '--apply']
  const report = ['--report', join(folder, 'report.ndjson')]
  return spawn(process.execPath, [...args, ...report], { env: { DATA_DIR: dataDir } })
}

async function finish(child: ReturnType<typeof start>): Promise<string> {
  const [said, complaint, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  if (code !== 0) throw new Error(complaint)
  return said
}

async function killWhileHeld(table: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in share row exclusive mode`)
    const child = start(files.people)
    await waitFor(async () => (await importers('Lock')) > 0)
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  await waitFor(async () => (await importers()) === 0)
}

/** At whatever the next batches are doing by then. */
async function killAfterProgress(): Promise<void> {
  const before = await countOf('people')
  const child = start(files.people)
  await waitFor(async () => (await countOf('people')) > before)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await waitFor(async () => (await importers()) === 0)
}

async function importers(waitingFor?: string): Promise<number> {
  const rows = await sql`
    select from pg_stat_activity
    where application_name = 'asn-import' and (${waitingFor ?? null}::text is null or wait_event_type = ${waitingFor ?? null})`
  return rows.length
}

/** Whoever is there is there whole, and as often as batches say that are done. */
async function expectWhole(): Promise<void> {
  const people = await countOf('people')
  const [row] = await sql`
    select (select count(*) from accounts) as accounts,
      (select count(*) from login_identifiers where kind <> 'userName') as numbers,
      (select count(*) from events where kind = 'imported') as events,
      (select coalesce(sum((done ->> 'new')::int), 0)::bigint from import_batches) as done`
  expect(row).toEqual({ accounts: people, numbers: people, events: people, done: people })
}

async function countOf(table: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from ${sql(table)}`
  return row?.count ?? 0
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (let rest = 3000; rest > 0; rest -= 1) {
    if (await condition()) return
    await setTimeout(10)
  }
  throw new Error('it did not come to that')
}
