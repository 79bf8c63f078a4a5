import { afterAll, expect, test } from 'vitest'
import { filled, inTransaction, openDatabase, type Sql } from '#src/store/database.ts'
import { databaseAddress } from '../../support/database.ts'

const url = await databaseAddress('migrated')
const owner = openDatabase(url, { max: 2 })
const application = openDatabase(url, { role: 'asn_app', max: 1 })
afterAll(() => Promise.all([owner.end(), application.end()]))

test('every query of the application has the rights of its role alone', async () => {
  expect(await whoIs(application)).toMatchObject({ currentUser: 'asn_app' })
  await expect(application`create table mine ()`).rejects.toMatchObject({ code: '42501' })
})

test('a connection made anew after the first was ended has the role again', async () => {
  const before = await whoIs(application)
  await owner`select pg_terminate_backend(${before.pid}, 5000)`
  const after = await untilConnected(application)
  expect(after.pid).not.toBe(before.pid)
  expect(after.currentUser).toBe('asn_app')
})

test('an int8 column reads as a number, alone, in a list and as nothing', async () => {
  const [row] = await owner`
    select ${59_300_000}::int8 as step, array[1, 2]::int8[] as steps, null::int8 as none`
  expect(row).toEqual({ step: 59_300_000, steps: [1, 2], none: null })
})

test('a transaction that throws leaves nothing behind', async () => {
  await owner`create table kept (one int8)`
  const failed = inTransaction(owner, async (tx) => {
    await tx`insert into kept values (1)`
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(await owner`select one from kept`).toEqual([])
})

test('nothing answers at an address: what is asked there fails, and says where', async () => {
  const nowhere = openDatabase('postgres://nobody@127.0.0.1:9/none', { max: 1 })
  await expect(nowhere`select`).rejects.toMatchObject({ code: 'ECONNREFUSED', port: 9 })
  await nowhere.end()
})

test('of several hosts the driver goes on to the next one, as the address asks', async () => {
  const { username, password, port, pathname } = new URL(url)
  const hosts = openDatabase(
    `postgres://${username}:${password}@127.0.0.1:9,127.0.0.1:${port}${pathname}`,
    { max: 1 },
  )
  expect((await hosts`select 1 as one`)[0]).toEqual({ one: 1 })
  await hosts.end()
})

test('a column that should be filled and is not is a bug', () => {
  expect(filled('text')).toBe('text')
  expect(() => filled(null)).toThrow()
})

async function whoIs(sql: Sql): Promise<{ currentUser: string; pid: number }> {
  const [row] = await sql<{ currentUser: string; pid: number }[]>`
    select current_user::text, pg_backend_pid() as pid`
  return filled(row ?? null)
}

/** The query that meets the ended connection may fail, and one after it until the socket is closed. */
function untilConnected(sql: Sql) {
  const ask = () => whoIs(sql)
  return ask().catch(ask).catch(ask)
}
