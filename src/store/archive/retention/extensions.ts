import type { Actor } from '#domain/approval/approval.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Extension } from '#domain/archive/retention/extend.ts'
import { civilDateText } from '#domain/zone-day.ts'
import type { TransactionSql } from '../../database.ts'

/** T17: what a panel granted; the record is counted anew, and moved, by whoever calls. */
export async function addExtension(
  tx: TransactionSql,
  record: RecordId,
  { until, reason }: Extension,
  { by, at }: { by: Actor; at: Date },
): Promise<void> {
  await tx`
    insert into archive.retention_extensions (record, until_date, reason, decided_by, decided_as, decided_at)
    values (${record}, ${civilDateText(until)}, ${reason}, ${by.person}, ${by.hat}, ${at})`
}
