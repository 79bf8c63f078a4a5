import { dayOf } from '#domain/boards/day.ts'
import { firstDay, PERIODS, spanOf } from '#domain/boards/period.ts'
import { inTransaction, type Sql } from '../database.ts'
import { NAMES, SUMMED } from './columns.ts'

/**
 * Sums up each agency over each period every ten minutes: the nation would else read sixty thousand
 * rows whenever it is asked. Its periods begin with a day of WIB.
 */
export function sumPeriods(sql: Sql, now: Date): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const due = await tx`
      update board_cursor set summed_at = ${now}
      where summed_at is null or summed_at <= ${now}::timestamptz - interval '10 minutes'
      returning one`
    if (due.length === 0) return
    await tx`delete from board_agency_sums`
    for (const period of PERIODS)
      await tx`
        insert into board_agency_sums (period, agency, ${tx.unsafe(NAMES)})
        select ${period}, agency, ${tx.unsafe(SUMMED)} from board_agency_counts
        where span = ${spanOf(period)} and starts >= ${firstDay(period, dayOf(now, 'WIB'))}
        group by agency`
  })
}
