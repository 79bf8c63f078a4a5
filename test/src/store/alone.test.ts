import { expect, test } from 'vitest'
import { type CheckHeld, whileAlone } from '#src/store/alone.ts'
import { aloneWithKeyring } from '#src/store/archive/rotation.ts'
import { aloneWithStore } from '#src/store/archive/store-locks.ts'
import { isOutOfReach, type Sql } from '#src/store/database.ts'
import { aloneImporting } from '#src/store/import/runs.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

type Alone = (sql: Sql, work: (checkHeld: CheckHeld) => Promise<void>) => Promise<unknown>

const owner = await testDatabase()
const [named] = await owner<{ name: string }[]>`select current_database() as name`
await owner.unsafe(`alter database ${named?.name} set idle_in_transaction_session_timeout = '1h'`)
const sql = asApplication(owner)

const alone: [string, Alone][] = [
  ['the import', aloneImporting],
  ['the keyring', aloneWithKeyring],
  ['a store', (at, work) => aloneWithStore(at, 'main', work)],
]

/** As a database that starts anew does, or a proxy that ends what is long silent. */
async function endHolder(): Promise<void> {
  await owner`
    select pg_terminate_backend(l.pid, 5000)
    from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and d.datname = current_database()`
}

test.each(alone)(
  'whoever loses the connection that holds %s is refused at its next step, and the next one begins again',
  async (_, holding) => {
    const steps: string[] = []
    const refused = Promise.withResolvers<unknown>()
    const first = holding(sql, async (checkHeld) => {
      steps.push('first')
      await endHolder()
      await first.catch(() => {})
      await checkHeld().catch((problem) => {
        refused.resolve(problem)
        throw problem
      })
      steps.push('too far')
    })
    await expect(first).rejects.toSatisfy(isOutOfReach)
    expect(await refused.promise).toSatisfy(isOutOfReach)
    await holding(sql, async (checkHeld) => {
      await checkHeld()
      steps.push('second')
    })
    expect(steps).toEqual(['first', 'second'])
  },
)

test.each(alone)('%s is held by one at a time, and let go of by who fails', async (_, holding) => {
  const steps: string[] = []
  const failed = holding(sql, async () => {
    await holding(sql, async () => {
      steps.push('beside')
    })
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  await holding(sql, async () => {
    steps.push('after')
  })
  expect(steps).toEqual(['after'])
})

test('the lock stays, however soon the server ends what is silent within a transaction', async () => {
  const held = await whileAlone(sql, sql`1`, async (_, tx) => {
    const [row] = await tx`select current_setting('idle_in_transaction_session_timeout') as after`
    return row
  })
  expect(held).toEqual({ after: '0' })
})
