import type { Sql } from '../database.ts'

/** An event that has no leaf and waits for none. */
export type UntoldEvent = { id: string; record: string | null; n: number | null }

/** `place`: up to where was looked, to go on from; missing at the end. */
export type UntoldPiece = { events: UntoldEvent[]; place: string | undefined }

/** Among all, in the order of their ids. */
export async function findUntold(sql: Sql, after: string, atMost: number): Promise<UntoldPiece> {
  const rows = await sql<(UntoldEvent & { isTold: boolean })[]>`
    select e.id, e.record, e.n, not ${isUntold(sql)} as is_told
    from archive.events e where e.id > ${after} order by e.id limit ${atMost}`
  return {
    events: rows.filter(({ isTold }) => !isTold),
    place: rows.length < atMost ? undefined : rows.at(-1)?.id,
  }
}

/** Among those of a time on, the first. */
export async function findUntoldSince(
  sql: Sql,
  since: Date,
  atMost: number,
): Promise<UntoldEvent[]> {
  return await sql<UntoldEvent[]>`
    select e.id, e.record, e.n from archive.events e
    where e.at >= ${since} and ${isUntold(sql)} order by e.at limit ${atMost}`
}

/** What a restore lost stands again under its number, and had its leaf before. */
function isUntold(sql: Sql) {
  return sql`(e.name <> 'restoredLeaf'
    and not exists (select from archive.log_leaves l where l.event = e.id)
    and not exists (select from archive.log_queue q where q.event = e.id))`
}

/** Likewise of accounts; one of before the log has no salt until it is taken in. */
export async function findUntoldOfAccounts(
  sql: Sql,
  after: number,
  atMost: number,
): Promise<UntoldPiece> {
  const rows = await sql<{ id: number; isTold: boolean }[]>`
    select e.id, e.salt is null
      or exists (select from archive.log_leaves l where l.account_event = e.id)
      or exists (select from archive.log_queue q where q.account_event = e.id) as is_told
    from events e where e.id > ${after} order by e.id limit ${atMost}`
  const events = rows.filter(({ isTold }) => !isTold)
  return {
    events: events.map(({ id }) => ({ id: String(id), record: null, n: null })),
    place: rows.length < atMost ? undefined : String(rows.at(-1)?.id),
  }
}

/** The newest event of an account among the leaves before a place. */
export async function newestAccountEvent(sql: Sql, before: number): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    select account_event as id from archive.log_leaves
    where index < ${before} and account_event is not null order by index desc limit 1`
  return row?.id ?? 0
}
