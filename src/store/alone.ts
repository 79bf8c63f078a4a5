import type { PendingQuery, Row } from 'postgres'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'

/** Fails once the lock is lost, and with it the right to go on. */
export type CheckHeld = () => Promise<unknown>

/** The numbers of an advisory lock, as they stand between its brackets. */
export type LockNumbers = PendingQuery<Row[]>

/**
 * Runs `work` unless another process is at it. A transaction holds the lock and nothing else, however long
 * it waits: `work` goes by other connections of the pool, for each of its steps stays. Where the connection
 * is lost, this fails, and the work with its next `checkHeld`. `tx` is for whoever only reads.
 */
export function whileAlone<Answer>(
  sql: Sql,
  lock: LockNumbers,
  work: (checkHeld: CheckHeld, tx: TransactionSql) => Promise<Answer>,
): Promise<Answer | 'anotherIsRunning'> {
  return inTransaction(sql, async (tx) => {
    const [mine] = await tx<{ locked: boolean }[]>`
      select pg_try_advisory_xact_lock(${lock}) as locked,
        set_config('idle_in_transaction_session_timeout', '0', true)`
    return mine?.locked ? await work(async () => await tx`select`, tx) : 'anotherIsRunning'
  })
}
