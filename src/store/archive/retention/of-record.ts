import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { Following } from '#domain/archive/retention/follows.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { inScope } from '../../scope.ts'
import { type Judged, judgeRecords, retentionDay } from './recompute.ts'
import { findRule } from './rules.ts'

/** What an archivist sees of one record. `rule`: the version that its reason names. */
export type RecordRetention = {
  id: RecordId
  stage: Stage
  held: boolean
  activeEnd: CivilDate | undefined
  end: CivilDate | undefined
  reason: RetentionReason
  rule: RetentionRule | undefined
  follows: Following
}

/** Of a record in the custody of the hat's agency; all others do not exist. */
export function findRecordRetention(
  sql: Sql,
  hat: Hat,
  record: RecordId,
  now: Date,
): Promise<RecordRetention | undefined> {
  return inScope(sql, scopeOf(hat), now, (tx) => findRetention(tx, record, now))
}

/** Of a record that whoever asks was shown already. */
export async function findRetention(
  tx: TransactionSql,
  record: RecordId,
  now: Date,
): Promise<RecordRetention | undefined> {
  const [judged] = await judgeRecords(tx, [record], retentionDay(now))
  return judged && toRetention(tx, judged)
}

/** As it was kept, for a hold or a batch may have kept it longer than rules say now. */
async function toRetention(
  tx: TransactionSql,
  { record, retention }: Judged,
): Promise<RecordRetention> {
  const { id, agency, stage, held } = record
  const kept = record.reason ? { ...record, reason: record.reason } : retention
  const { activeEnd, end, reason } = kept
  const rule = 'rule' in reason ? await findRule(tx, { agency, ...reason.rule }) : undefined
  return { id, stage, held, activeEnd, end, reason, rule, follows: retention.follows }
}
