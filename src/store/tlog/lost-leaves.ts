import { byteas, inTransaction, type Sql } from '../database.ts'

/** A leaf that the tables have lost; of which record, and which of its events, if it is of one. */
export type LostLeaf = {
  index: number
  leaf: Uint8Array
  record: string | null
  n: number | null
}

/** Where the next leaf of the tables would stand. */
export async function nextIndex(sql: Sql): Promise<number> {
  const [row] = await sql<{ next: number }[]>`
    select coalesce(max(index) + 1, 0) as next from archive.log_leaves`
  return row?.next ?? 0
}

/**
 * Puts leaves back where they stood, each with its event where that is there: as it waits still, or
 * as a restore brought it back. As the owner of the tables.
 */
export async function putBackLeaves(sql: Sql, leaves: readonly LostLeaf[]): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await tx`
      with given as (
        select * from unnest(${leaves.map(({ index }) => index)}::bigint[],
          ${byteas(
            tx,
            leaves.map(({ leaf }) => Buffer.from(leaf)),
          )}, ${leaves.map(({ record }) => record)}::uuid[],
          ${leaves.map(({ n }) => n)}::int[]) as given (index, leaf, record, n)
      ), waited as (
        delete from archive.log_queue q using given where q.leaf = given.leaf
        returning q.leaf, q.event, q.account_event
      )
      insert into archive.log_leaves (index, leaf, event, account_event)
      select given.index, given.leaf, coalesce(waited.event, lost.id), waited.account_event
      from given left join waited on waited.leaf = given.leaf
      left join archive.events lost
        on lost.record = given.record and lost.n = given.n and lost.name = 'restoredLeaf'`
  })
}
