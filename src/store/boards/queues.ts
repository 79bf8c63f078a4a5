import { inTransaction, type Sql } from '../database.ts'

const LOCK = 4_112_034

/** How many wait in each queue, and since when the first: what waits is little beside what is done. */
export function countQueues(sql: Sql, now: Date): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const [mine] = await tx<
      { locked: boolean }[]
    >`select pg_try_advisory_xact_lock(${LOCK}) as locked`
    if (!mine?.locked) return
    await tx`delete from board_queues`
    await tx`
      insert into board_queues (agency, unit, queue, waiting, oldest)
      select p.agency, p.unit, w.queue, count(*), min(w.since)
      from (
        select person, 'approvals' as queue, asked_at as since from approval_requests
        where state = 'open' and expires_at > ${now}
        union all
        select person, case when urgent then 'urgentMails' else 'mails' end, made_at from outbox
        where sent_at is null and given_up_at is null
      ) w join people p on p.id = w.person
      group by p.agency, p.unit, w.queue`
  })
}
