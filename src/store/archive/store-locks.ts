import type { Sql } from '../database.ts'

const LOCK = 4_112_044

/** Runs `work` unless another process is at this store; the lock ends with its connection. */
export async function aloneWithStore(
  sql: Sql,
  store: string,
  work: () => Promise<void>,
): Promise<void> {
  const own = await sql.reserve()
  try {
    const [mine] = await own<{ locked: boolean }[]>`
      select pg_try_advisory_lock(${LOCK}, hashtext(${store})) as locked`
    if (!mine?.locked) return
    await work().finally(() =>
      own`select pg_advisory_unlock(${LOCK}, hashtext(${store}))`.execute(),
    )
  } finally {
    own.release()
  }
}
