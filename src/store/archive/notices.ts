import type { EventId } from '#domain/archive/told-event.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'

/** How many notices somebody has not had before them, counted up to a number that is many. */
export async function countUnread(sql: Sql, person: PersonId): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from (
      select from archive.notices where person = ${person} and read_at is null limit 100) as unread`
  return row?.count ?? 0
}

export async function markRead(
  sql: Sql,
  { person, events, now }: { person: PersonId; events: readonly EventId[]; now: Date },
): Promise<void> {
  if (events.length === 0) return
  await sql`
    update archive.notices set read_at = ${now}
    where person = ${person} and event = any(${[...events]}::uuid[]) and read_at is null`
}
