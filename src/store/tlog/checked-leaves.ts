import type { Sql } from '../database.ts'

/**
 * A leaf as its row has it, and as its event gives it today. `table`: of which its event is, if it has
 * one; `today`: missing where that is gone; `was`: by which its event was lost and is there again.
 */
export type CheckedLeaf = {
  index: number
  leaf: Buffer
  table: 'archive.events' | 'public.events' | null
  row: string | null
  today: Buffer | null
  isRestored: boolean
  record: string | null
  n: number | null
  version: number | null
  lacksPrevious: boolean
  isBeforePrevious: boolean
  rooted: { name: string; from: string; told: number; root: string } | null
}

/** From a place up to another, without it, in their order; a place that is missing is left out. */
export async function readCheckedLeaves(
  sql: Sql,
  from: number,
  to: number,
): Promise<CheckedLeaf[]> {
  return await sql<CheckedLeaf[]>`
    select l.index, l.leaf,
      case when l.event is not null then 'archive.events' when l.account_event is not null then 'public.events' end
        as table,
      coalesce(l.event::text, l.account_event::text) as row,
      case when e.id is not null then archive.leaf_of(e) when a.id is not null then archive.account_leaf_of(a) end
        as today,
      coalesce(e.name = 'restoredLeaf', false) as is_restored, e.record, e.n,
      (select v.no from archive.versions v where v.record = e.record and v.id::text = e.body ->> 'version') as version,
      coalesce(e.n > 1 and p.id is null, false) as lacks_previous,
      coalesce(pl.index > l.index, false) as is_before_previous,
      case when e.record is null and e.name in ('accessesRooted', 'copyVerified') then jsonb_build_object(
        'name', e.name, 'from', e.body ->> 'from', 'root', e.body ->> 'root',
        'told', coalesce(e.body -> 'accesses', e.body -> 'copies')) end as rooted
    from archive.log_leaves l
    left join archive.events e on e.id = l.event
    left join events a on a.id = l.account_event
    left join archive.events p on p.record = e.record and p.n = e.n - 1
    left join archive.log_leaves pl on pl.event = p.id
    where l.index >= ${from} and l.index < ${to} order by l.index`
}

/** Between which places leaves may lack their events: those that a restore lost, as it is told itself. */
export async function listLostRanges(sql: Sql): Promise<{ from: number; to: number }[]> {
  return await sql<{ from: number; to: number }[]>`
    select (body ->> 'leavesFrom')::bigint as from, (body ->> 'leavesTo')::bigint as to
    from archive.events where name = 'databaseRestored' and record is null and body ? 'leavesFrom'`
}

export type KeptNote = { size: number; note: string }

/** Checkpoints beyond one size and up to another, the smallest first. */
export async function listNotes(sql: Sql, beyond: number, upTo: number): Promise<KeptNote[]> {
  return await sql<KeptNote[]>`
    select size, note from archive.log_checkpoints where size > ${beyond} and size <= ${upTo} order by size`
}
