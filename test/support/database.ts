import { afterAll, inject } from 'vitest'
import { openDatabase, type Sql } from '#src/store/database.ts'

const applications = new WeakMap<Sql, Sql>()
const keyrings = new WeakMap<Sql, Sql>()
const lockers = new WeakMap<Sql, Sql>()
const logKeepers = new WeakMap<Sql, Sql>()

/** A migrated database of this test file's own, dropped when the file ends. */
export async function testDatabase(options: { role?: string } = {}): Promise<Sql> {
  const address = await databaseAddress('migrated')
  const sql = openDatabase(address, options)
  const application = options.role ? sql : openDatabase(address, { role: 'asn_app' })
  const keyring = openDatabase(address, { role: 'asn_keyring' })
  const locker = openDatabase(address, { role: 'asn_app', max: 1 })
  applications.set(sql, application)
  keyrings.set(sql, keyring)
  keyrings.set(application, keyring)
  lockers.set(keyring, locker)
  const logKeeper = openDatabase(address, { role: 'asn_tlog', max: 4 })
  for (const one of [sql, application]) logKeepers.set(one, logKeeper)
  afterAll(() =>
    Promise.all([sql, application, keyring, locker, logKeeper].map((one) => one.end())),
  )
  return sql
}

/** The same database with the rights of the program alone, so that a missing grant is noticed. */
export function asApplication(sql: Sql): Sql {
  return applications.get(sql) ?? sql
}

/** Likewise with those of whoever makes, uses and destroys keys of the archive. */
export function asKeyring(sql: Sql): Sql {
  return keyrings.get(sql) ?? sql
}

/** Likewise with those of whoever writes the log. */
export function asLogKeeper(sql: Sql): Sql {
  return logKeepers.get(sql) ?? sql
}

/** Likewise the one connection that holds all locks of a process. */
export function asLocker(sql: Sql): Sql {
  return lockers.get(asKeyring(sql)) ?? sql
}

/** The address of a new database, copied from a template of the run's server. */
export async function databaseAddress(template: 'migrated' | 'template0'): Promise<string> {
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`
  const server = openDatabase(inject('server'), { max: 1 })
  await server.unsafe(`create database ${name} template ${template}`)
  afterAll(async () => {
    await server.unsafe(`drop database ${name} with (force)`)
    await server.end()
  })
  return Object.assign(new URL(inject('server')), { pathname: name }).href
}
