import { type CheckHeld, whileAlone } from '../alone.ts'
import type { Sql, TransactionSql } from '../database.ts'

export type LogSql = Sql | TransactionSql

const LOCK = 4_112_045
const LOOK_LOCK = 4_112_046

/** `tx` holds the lock: whoever only reads does so by it. */
type Work = (sql: Sql, checkHeld: CheckHeld, tx: TransactionSql) => Promise<unknown>

/** Nothing is done, and false answered, where another process is at it. */
export function withLogLock(sql: Sql, work: Work): Promise<boolean> {
  return underLock(sql, LOCK, work)
}

/** Likewise for whoever looks through the log, while others write to it. */
export function withLookLock(sql: Sql, work: Work): Promise<boolean> {
  return underLock(sql, LOOK_LOCK, work)
}

async function underLock(sql: Sql, lock: number, work: Work): Promise<boolean> {
  const done = await whileAlone(sql, sql`${lock}`, async (checkHeld, tx) => {
    await work(sql, checkHeld, tx)
    return true
  })
  return done !== 'anotherIsRunning'
}

/**
 * Gives what waits its place for ever, in the order in which it was queued, which is that of `n` within
 * a record. What was told before there was a log comes as soon as nothing else waits.
 */
export async function givePlaces(sql: LogSql, atMost: number): Promise<void> {
  const given = await sql`
    with taken as (
      delete from archive.log_queue
      where seq in (select seq from archive.log_queue order by seq limit ${atMost})
      returning seq, leaf, event, account_event)
    insert into archive.log_leaves (index, leaf, event, account_event)
    select (select coalesce(max(index) + 1, 0) from archive.log_leaves) + row_number() over (order by seq) - 1,
      leaf, event, account_event
    from taken`
  if (given.count < atMost) await sql`select archive.queue_past(${atMost - given.count})`
}

export type PlacedLeaf = { index: number; leaf: Buffer }

/** From a place on, without a gap; fewer than asked for where the log ends. */
export async function readLeaves(sql: LogSql, from: number, atMost: number): Promise<PlacedLeaf[]> {
  return await sql<PlacedLeaf[]>`
    select index, leaf from archive.log_leaves where index >= ${from} order by index limit ${atMost}`
}
