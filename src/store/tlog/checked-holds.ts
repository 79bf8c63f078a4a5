import type { FoundHold, ToldOfHold } from '#domain/archive/rebuild/compare-hold.ts'
import type { Sql } from '../database.ts'

/** `found`: missing where its row is gone. */
export type CheckedHold = {
  id: string
  found: FoundHold | undefined
  told: readonly ToldOfHold[]
}

const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'

/** All holds of these persons, there or only told of, with what is told of each in the order of the log. */
export async function readCheckedHolds(
  sql: Sql,
  persons: readonly string[],
): Promise<CheckedHold[]> {
  const rows = await sql<Row[]>`
    with told as (
      select e.body ->> 'hold' as hold, jsonb_agg(jsonb_build_object('name', e.name,
          'at', archive.utc_text(e.at, ${MOMENT}), 'actor', e.actor, 'hat', e.hat, 'body', e.body, 'record', e.record)
        order by l.index, q.seq, e.at) as events
      from archive.events e
      left join archive.log_leaves l on l.event = e.id left join archive.log_queue q on q.event = e.id
      where e.person = any(${[...persons]}::uuid[])
        and e.name in ('holdPlaced', 'holdReviewed', 'holdLiftAsked', 'holdKept', 'holdLifted')
      group by 1
    ), there as (
      select * from archive.holds where person = any(${[...persons]}::uuid[])
    )
    select coalesce(h.id::text, t.hold) as id, h.id is not null as is_there, h.type, h.record,
      h.review_on::text as review_on, h.silent, h.placed_by, h.placed_as,
      archive.utc_text(h.placed_at, ${MOMENT}) as placed_at, h.lifted_with,
      archive.utc_text(h.lifted_at, ${MOMENT}) as lifted_at, coalesce(t.events, '[]') as told
    from there h full join told t on t.hold = h.id::text order by 1`
  return rows.map(({ id, isThere, told, ...found }) => ({
    id,
    told,
    found: isThere ? found : undefined,
  }))
}

/** Whose holds something between two places tells of. */
export async function listHoldersTold(sql: Sql, from: number, to: number): Promise<string[]> {
  const rows = await sql<{ person: string }[]>`
    select distinct e.person from archive.log_leaves l join archive.events e on e.id = l.event
    where l.index >= ${from} and l.index < ${to} and e.person is not null and e.record is null
      and e.name in ('holdPlaced', 'holdReviewed', 'holdLiftAsked', 'holdKept', 'holdLifted')`
  return rows.map(({ person }) => person)
}

type Row = FoundHold & { id: string; isThere: boolean; told: ToldOfHold[] }
