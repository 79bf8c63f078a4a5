import type { Scope } from '#domain/access/scope.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'

/**
 * R-AD-01: all of `work` under the role that reads nobody outside the scope, and no secret of
 * anybody. The policies of migration 0009 hold, whatever a statement of `work` forgets.
 */
export function inScope<Answer>(
  sql: Sql,
  scope: Scope,
  now: Date,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  const { reach } = scope
  const [agency, unit] = reach === 'agency' ? [scope.agency, scope.unit] : []
  return inTransaction(sql, async (tx) => {
    await tx`
      select set_config('asn.reach', ${reach}, true), set_config('asn.agency', ${agency ?? ''}, true),
        set_config('asn.unit', ${unit ?? ''}, true), set_config('asn.at', ${now.toISOString()}, true),
        set_config('role', 'asn_desk', true)`
    return work(tx)
  })
}
