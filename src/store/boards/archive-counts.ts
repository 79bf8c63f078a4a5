import { CATEGORY_FROM } from '#domain/archive/completeness.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'

/**
 * How complete archives are, once an hour, and how long what waits has been waiting, every ten minutes:
 * over the whole nation in one statement each.
 */
export async function countArchives(sql: Sql, now: Date): Promise<void> {
  await inTransaction(sql, async (tx) => {
    if (await isDue(tx, 'waiting', { now, minutes: 10 })) await countWaiting(tx)
  })
  await inTransaction(sql, async (tx) => {
    if (await isDue(tx, 'completeness', { now, minutes: 60 })) await countRanks(tx)
  })
}

type Turn = { now: Date; minutes: number }

/** Whoever comes second waits for the row, and finds that it was done. */
async function isDue(
  tx: TransactionSql,
  what: 'completeness' | 'waiting',
  { now, minutes }: Turn,
): Promise<boolean> {
  const due = await tx`
    insert into archive.counts_made as made (what, counted_at) values (${what}, ${now})
    on conflict (what) do update set counted_at = excluded.counted_at
    where made.counted_at <= ${now}::timestamptz - make_interval(mins => ${minutes})
    returning what`
  return due.length > 0
}

async function countWaiting(tx: TransactionSql): Promise<void> {
  await tx`delete from archive.waiting_counts`
  await tx`
    insert into archive.waiting_counts (agency, unit, submitted_on, waiting)
    select v.agency, p.unit, day_in(v.submitted_at, a.zone), count(*)
    from archive.versions v join people p on p.id = v.person join agencies a on a.id = v.agency
    where v.status = 'awaitingVerification'
    group by 1, 2, 3`
}

async function countRanks(tx: TransactionSql): Promise<void> {
  const { veryComplete, complete, fairlyComplete } = CATEGORY_FROM
  await tx`delete from archive.completeness_counts`
  await tx`
    insert into archive.completeness_counts (agency, unit, rank, people)
    select agency, unit, case
        when scheme = 'pppk' then 'noScore'
        when score is null then 'uncounted'
        when score >= ${veryComplete}::int then 'veryComplete'
        when score >= ${complete}::int then 'complete'
        when score >= ${fairlyComplete}::int then 'fairlyComplete'
        else 'poorlyComplete' end, count(*)
    from archive.completeness
    group by 1, 2, 3`
}
