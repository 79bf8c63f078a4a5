import type { BoardReach } from '#domain/boards/reach.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { inScope } from '../scope.ts'

/** As `inScope`; the nation's numbers are read by a role to which no person is in scope. */
export function inReach<Answer>(
  sql: Sql,
  reach: BoardReach,
  now: Date,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  if (reach.reach === 'agency') return inScope(sql, reach, now, work)
  return inTransaction(sql, async (tx) => {
    await tx`
      select set_config('asn.reach', 'nation', true), set_config('asn.agency', '', true),
        set_config('asn.unit', '', true), set_config('asn.at', ${now.toISOString()}, true),
        set_config('role', 'asn_desk', true)`
    return work(tx)
  })
}
