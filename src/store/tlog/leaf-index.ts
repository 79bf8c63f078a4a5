import type { EventId } from '#domain/archive/told-event.ts'
import type { Sql, TransactionSql } from '../database.ts'

/** Where an event of the archive stands in the log; none while it waits for its place. */
export async function leafIndexOf(
  sql: Sql | TransactionSql,
  event: EventId,
): Promise<number | undefined> {
  const [row] = await sql<{ index: number }[]>`
    select index from archive.log_leaves where event = ${event}`
  return row?.index
}
