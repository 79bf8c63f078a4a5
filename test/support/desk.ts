import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { DEFAULT_COST, makePasswords } from '#src/secrets/password-hash.ts'
import { openDatabase, type Sql } from '#src/store/database.ts'
import { someKeys } from './keys.ts'
import { type Portal, startPortal } from './portal.ts'
import { preparedData } from './prepared.ts'

/** One data folder with the keys of the builders, for any number of processes. */
export type Desk = {
  dataDir: string
  start: (env?: Record<string, string>) => Promise<Portal>
  /** A connection as owner of the tables, to the server as it runs now. */
  owner: () => Promise<Sql>
  address: () => Promise<string>
}

/** Hashes as the program makes them, so that no sign-in renews one. */
export const presentPasswords = makePasswords({ keys: someKeys(), cost: DEFAULT_COST })

/** Started in most tests of processes; main.test.ts and production.test.ts start the program as it is. */
const STRAIGHT = ['--import', './test/support/straight-imports.ts']

export async function openDesk(
  env: Record<string, string> = {},
  disk: { fsync?: boolean } = {},
): Promise<Desk> {
  const dataDir = await preparedData(disk)
  const always = { TRUSTED_PROXIES: '127.0.0.1', RESPONSE_DEADLINE_MS: '0', ...env }
  return {
    dataDir,
    start: (more = {}) => startPortal({ dataDir, env: { ...always, ...more }, node: STRAIGHT }),
    owner: async () => {
      const sql = openDatabase(await addressOf(dataDir), { max: 3, name: 'test' })
      afterAll(() => sql.end({ timeout: 1 }))
      return sql
    },
    address: () => addressOf(dataDir),
  }
}

/** Until the server has noticed that the program is gone, and what it had begun is undone. */
export async function untilForgotten(sql: Sql): Promise<void> {
  for (;;) {
    const left = await sql`select from pg_stat_activity where application_name like 'asn-digital%'`
    if (left.length === 0) return
    await setTimeout(10)
  }
}

/** Until as many statements wait for a lock as `expected` says at that moment. */
export async function untilWaiting(
  sql: Sql,
  expected: () => number,
  name = 'asn-digital',
): Promise<void> {
  for (let rest = 1000; rest > 0; rest -= 1) {
    const waiting = await sql`
      select from pg_stat_activity
      where application_name = ${name} and wait_event_type = 'Lock'`
    if (waiting.length >= expected()) return
    await setTimeout(10)
  }
  throw new Error('nobody waits for the lock')
}

async function addressOf(dataDir: string): Promise<string> {
  const names = await readdir(dataDir, { recursive: true })
  const lock = join(dataDir, names.find((name) => name.endsWith('postmaster.pid')) ?? '')
  const port = (await readFile(lock, 'utf8')).split('\n')[3]
  const password = await readFile(join(dirname(dirname(lock)), 'password'), 'utf8')
  return `postgres://postgres:${password.trim()}@127.0.0.1:${port}/postgres`
}

/** No news of the archive is mailed to the sample people, so that a test counts its own mails. */
export async function silenceNews(owner: Sql): Promise<void> {
  await owner`
    insert into archive.digests (person, last_on) select id, 'infinity' from people
    on conflict (person) do update set last_on = excluded.last_on`
}
