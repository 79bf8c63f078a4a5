import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { writeDump } from '#src/jobs/keyring-dumps.ts'
import { emptyKeyring, loadDump } from '#src/store/archive/keyring-dump.ts'
import { inTransaction, openDatabase, type Sql } from '#src/store/database.ts'
import type { someKeyring } from './rotating.ts'

type Places = Awaited<ReturnType<typeof someKeyring>>

/** A copy of the whole database as it stands, with all connections to it closed for a moment. */
export async function snapshotOf(owner: Sql): Promise<Sql> {
  const [from] = await owner<{ name: string }[]>`select current_database() as name`
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`
  const server = openDatabase(inject('server'), { max: 1 })
  await server`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = ${from?.name ?? ''}`
  await server.unsafe(`create database ${name} template ${from?.name}`)
  const sql = openDatabase(Object.assign(new URL(inject('server')), { pathname: name }).href)
  afterAll(async () => {
    await sql.end()
    await server.unsafe(`drop database ${name} with (force)`)
    await server.end()
  })
  return sql
}

/** The keyring of `from`, as its newest dump has it, in the place of the one that is in `to`. */
export async function moveKeyring(from: Places, to: Sql): Promise<void> {
  const { places } = from
  await writeDump(places.sql, places.dumps, places.clock())
  const name = (await readdir(places.dumps[0])).sort().at(-1)
  await loadKeyring(to, join(places.dumps[0], name ?? ''))
}

export async function loadKeyring(to: Sql, path: string): Promise<void> {
  await to`truncate keyring.version_keys, keyring.person_keys, keyring.shard_keys`
  await inTransaction(to, async (tx) => {
    await emptyKeyring(tx)
    await loadDump(tx, path, 'keyring')
  })
}
