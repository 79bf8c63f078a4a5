import type { Scope } from '#domain/access/scope.ts'
import type { BoardReach } from '#domain/boards/reach.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'

/** To the reach of the nation, which reads numbers, no person is in scope. */
type Reach = Scope | BoardReach

/**
 * R-AD-01: all of `work` under the role that reads nobody outside the scope, and no secret of
 * anybody. The policies of migration 0009 hold, whatever a statement of `work` forgets.
 */
export function inScope<Answer>(
  sql: Sql,
  scope: Reach,
  now: Date,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(sql, async (tx) => {
    await setScope(tx, scope, now)
    await tx`select set_config('role', 'asn_desk', true)`
    return work(tx)
  })
}

/** What `is_in_scope` asks until the transaction ends, under whatever role. */
export async function setScope(tx: TransactionSql, scope: Reach, now: Date): Promise<void> {
  const { reach } = scope
  const [agency, unit] = reach === 'agency' ? [scope.agency, scope.unit] : []
  await tx`
    select set_config('asn.reach', ${reach}, true), set_config('asn.agency', ${agency ?? ''}, true),
      set_config('asn.unit', ${unit ?? ''}, true), set_config('asn.at', ${now.toISOString()}, true)`
}
