import type { Sql } from '../database.ts'

/** An event that has no leaf and waits for none. */
export type UntoldEvent = { id: string; record: string | null; n: number | null }

/** `place`: up to where was looked, to go on from; missing at the end. */
export type UntoldPiece = { events: UntoldEvent[]; place: string | undefined }

/** Among all, in the order of their ids. */
export async function findUntold(sql: Sql, after: string, atMost: number): Promise<UntoldPiece> {
  const rows = await sql<(UntoldEvent & { isTold: boolean })[]>`
    select e.id, e.record, e.n, ${isTold(sql)} as is_told
    from (select id, record, n, name from archive.events where id > ${after} order by id limit ${atMost}) e
    ${toldBy(sql)} order by e.id`
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
    select e.id, e.record, e.n from archive.events e ${toldBy(sql)}
    where e.at >= ${since} and not ${isTold(sql)} order by e.at limit ${atMost}`
}

function toldBy(sql: Sql) {
  return sql`
    left join archive.log_leaves l on l.event = e.id left join archive.log_queue q on q.event = e.id`
}

/** What a restore lost stands again under its number, and had its leaf before. */
function isTold(sql: Sql) {
  return sql`(e.name = 'restoredLeaf' or l.index is not null or q.seq is not null)`
}

/** Likewise of accounts; one of before the log has no salt until it is taken in. */
export async function findUntoldOfAccounts(
  sql: Sql,
  after: number,
  atMost: number,
): Promise<UntoldPiece> {
  const rows = await sql<{ id: number; isTold: boolean }[]>`
    select e.id, e.salt is null or l.index is not null or q.seq is not null as is_told
    from (select id, salt from events where id > ${after} order by id limit ${atMost}) e
    left join archive.log_leaves l on l.account_event = e.id
    left join archive.log_queue q on q.account_event = e.id order by e.id`
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
