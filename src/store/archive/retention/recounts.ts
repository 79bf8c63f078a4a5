import type { AgencyId } from '#domain/agency.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { idsOf, recomputeLocked, recomputePeople, retentionDay } from './recompute.ts'

const PIECE = 500
const PEOPLE = 20

/** How far counting anew has come in an agency; `doneAt` once it is through. */
export type Recount = { seen: number; changed: number; askedAt: Date; doneAt: Date | null }

/** All records of the agency are to be counted anew; what is under way begins again. */
export async function askRecount(tx: TransactionSql, agency: AgencyId, now: Date): Promise<void> {
  await tx`
    insert into archive.retention_recounts (agency, asked_at) values (${agency}, ${now})
    on conflict (agency) do update
    set asked_at = ${now}, begun_at = null, after_record = null, seen = 0, changed = 0, done_at = null`
}

/** The same for every agency in which a rule began, took effect or ended since it was last counted. */
export async function askDueRecounts(sql: Sql, now: Date): Promise<void> {
  const today = civilDateText(retentionDay(now))
  await sql`
    insert into archive.retention_recounts (agency, asked_at)
    select distinct u.agency, ${now}::timestamptz from archive.retention_rules u
    left join archive.retention_recounts c on c.agency = u.agency
    where u.known_until is null and exists (
      select from unnest(array[u.valid_from, u.ends_from, u.valid_until]) turn
      where turn <= ${today} and turn > coalesce(c.counted_on, '-infinity'))
    on conflict (agency) do update
    set asked_at = ${now}, begun_at = null, after_record = null, seen = 0, changed = 0, done_at = null
    where retention_recounts.done_at is not null`
}

export async function findRecount(sql: Sql, agency: AgencyId): Promise<Recount | undefined> {
  const [row] = await sql<Recount[]>`
    select seen, changed, asked_at, done_at from archive.retention_recounts where agency = ${agency}`
  return row
}

/**
 * The next piece of the agency that waits longest, in one transaction with its place: whoever is
 * killed goes on there. False where nothing waits, or others are at it.
 */
export function recountNext(sql: Sql, now: Date): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const [run] = await tx<
      { agency: AgencyId; begunAt: Date | null; afterRecord: RecordId | null }[]
    >`
      select agency, begun_at, after_record from archive.retention_recounts
      where done_at is null order by asked_at limit 1 for update skip locked`
    if (!run) return false
    const rows = await tx<{ id: RecordId }[]>`
      select id from archive.records
      where agency = ${run.agency} and id > ${run.afterRecord ?? LEAST}
      order by id limit ${PIECE} for update`
    const changed = await recomputeLocked(tx, idsOf(rows), now)
    const isDone = rows.length < PIECE
    await tx`
      update archive.retention_recounts
      set begun_at = coalesce(begun_at, ${now}), after_record = ${rows.at(-1)?.id ?? run.afterRecord},
        seen = seen + ${rows.length}, changed = changed + ${changed},
        counted_on = case when begun_at is null then ${civilDateText(retentionDay(now))} else counted_on end,
        done_at = ${isDone ? now : null}
      where agency = ${run.agency}`
    return true
  })
}

const LEAST = '00000000-0000-0000-0000-000000000000'

/** Some of the people of whom something has changed; false where there are none. */
export function recountStale(sql: Sql, now: Date): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const notes = await tx<{ person: PersonId }[]>`
      delete from archive.retention_stale where id in (
        select id from archive.retention_stale order by id limit ${PEOPLE} for update skip locked)
      returning person`
    if (notes.length === 0) return false
    await recomputePeople(tx, [...new Set(notes.map(({ person }) => person))], now)
    return true
  })
}
