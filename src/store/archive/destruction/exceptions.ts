import type { RecordId } from '#domain/archive/record.ts'
import type { DispositionException } from '#domain/archive/retention/rule.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { judgeRecords, retentionDay } from '../retention/recompute.ts'

/** What the JRA excepts from the rules of this record, for the panel to answer (archive.md 6.1). */
export function findExceptions(
  sql: Sql,
  record: RecordId,
  now: Date,
): Promise<readonly DispositionException[]> {
  return inTransaction(sql, (tx) => exceptionsOf(tx, record, now))
}

export async function exceptionsOf(
  tx: TransactionSql,
  record: RecordId,
  now: Date,
): Promise<readonly DispositionException[]> {
  const [judged] = await judgeRecords(tx, [record], retentionDay(now))
  return judged?.retention.follows.exceptions ?? []
}
