import type { RecordId } from '#domain/archive/record.ts'
import type { DispositionException } from '#domain/archive/retention/rule.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { judgeRecords, retentionDay } from '../retention/recompute.ts'

/** Of each record that has any. */
export type Exceptions = ReadonlyMap<RecordId, readonly DispositionException[]>

/** What the JRA excepts from the rules of these records, for the panel to answer (archive.md 6.1). */
export function findExceptions(
  sql: Sql,
  records: readonly RecordId[],
  now: Date,
): Promise<Exceptions> {
  return inTransaction(sql, (tx) => exceptionsOf(tx, records, now))
}

export async function exceptionsOf(
  tx: TransactionSql,
  records: readonly RecordId[],
  now: Date,
): Promise<Exceptions> {
  const judged = await judgeRecords(tx, records, retentionDay(now))
  return new Map(
    judged.flatMap(({ record, retention }) => {
      const { exceptions } = retention.follows
      return exceptions.length > 0 ? [[record.id, exceptions] as const] : []
    }),
  )
}
