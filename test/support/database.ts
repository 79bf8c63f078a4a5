import { afterAll, inject } from 'vitest'
import { openDatabase, type Sql } from '#src/store/database.ts'

/** A migrated database of this test file's own, dropped when the file ends. */
export async function testDatabase(options: { role?: string } = {}): Promise<Sql> {
  const sql = openDatabase(await databaseAddress('migrated'), options)
  afterAll(() => sql.end())
  return sql
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
