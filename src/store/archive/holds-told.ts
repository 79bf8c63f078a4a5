import type { HoldId } from '#domain/archive/hold.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'

/** What its subject is told of a hold: that it is on, since when, by whom; not the case. */
export type ToldHold = { id: HoldId; agencyName: string; placedAt: Date }

/** Those on a record of one's own; none that its subject must not be told of, or that came too late. */
export async function listToldHolds(
  sql: Sql,
  person: PersonId,
  record: RecordId,
): Promise<ToldHold[]> {
  return await sql<ToldHold[]>`
    select h.id, g.name as agency_name, h.placed_at
    from archive.records r
    join archive.holds h on h.person = r.person and h.lifted_at is null and not h.silent
      and (h.record is null or h.record = r.id) and (h.type is null or h.type = r.type)
    join agencies g on g.id = h.agency
    where r.id = ${record} and r.person = ${person} and r.stage <> 'destroyed'
    order by h.placed_at, h.id`
}
