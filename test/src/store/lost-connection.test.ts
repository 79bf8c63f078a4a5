import { expect, test } from 'vitest'
import { inTransaction, isOutOfReach, type TransactionSql } from '#src/store/database.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

/** As a database that starts anew does, while the transaction waits for something else. */
async function endedMidway(rest: (tx: TransactionSql) => Promise<unknown>): Promise<void> {
  const done: Promise<unknown> = inTransaction(sql, async (tx) => {
    const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    await owner`select pg_terminate_backend(${own?.pid ?? 0}, 5000)`
    await done.catch(() => {})
    return rest(tx)
  })
  await expect(done).rejects.toSatisfy(isOutOfReach)
  const [row] = await inTransaction(sql, (tx) => tx`select 1 as one`)
  expect(row).toEqual({ one: 1 })
}

test.each<[string, (tx: TransactionSql) => Promise<unknown>]>([
  ['has one more statement', async (tx) => await tx`select 1`],
  ['would be committed', async () => {}],
  ['would be taken back', () => Promise.reject(new Error('a bug'))],
])('a transaction that loses its connection and %s fails alone', async (_, rest) => {
  await endedMidway(rest)
})
