import { inTransaction, type Sql } from '../database.ts'

const LOCK = 4_112_032

/**
 * Counts the people of one agency as they stand now, whichever waits longest: once a day; where
 * something changed, after ten minutes; after a file of national data. A count, not a sum of
 * changes, so that nothing it missed lasts. True while there may be another one.
 */
export function recountNext(sql: Sql, now: Date): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const [mine] = await tx<
      { locked: boolean }[]
    >`select pg_try_advisory_xact_lock(${LOCK}) as locked`
    if (!mine?.locked) return false
    const [due] = await tx<{ agency: string }[]>`
      insert into board_recounts (agency, counted_at)
      select a.id, ${now} from agencies a left join board_recounts r on r.agency = a.id
      where r.agency is null or r.counted_at < ${now}::timestamptz - interval '1 day'
        or r.stale and r.counted_at <= ${now}::timestamptz - interval '10 minutes'
        or r.counted_at < (select max(applied_at) from import_runs)
      order by r.counted_at nulls first, a.id limit 1
      on conflict (agency) do update set counted_at = excluded.counted_at, stale = false
      returning agency`
    if (!due) return false
    await tx`delete from board_standing where agency = ${due.agency}`
    await tx`
      insert into board_standing (agency, unit, total, activated, frozen, disabled, bounced)
      select p.agency, p.unit, count(*) filter (where a.state <> 'disabled'),
        count(*) filter (where a.state = 'active' or a.state = 'frozen' and a.mfa <> 'none'),
        count(*) filter (where a.state = 'frozen'), count(*) filter (where a.state = 'disabled'),
        count(*) filter (where a.state <> 'disabled' and exists (
          select from email_addresses e
          where e.person = p.id and e.ended_at is null and e.bounced_at is not null))
      from people p join accounts a on a.person = p.id
      where p.agency = ${due.agency} group by p.agency, p.unit`
    return true
  })
}
