import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import { type ComingRetention, comingRetention } from '#domain/archive/retention/coming.ts'
import type { Following } from '#domain/archive/retention/follows.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { inScope } from '../../scope.ts'
import { type Judged, judgeRecords, retentionDay } from './recompute.ts'
import { findRule } from './rules.ts'

/**
 * What an archivist sees of one record. `rule`: the version that its reason names; `coming`: what is
 * published and ends it sooner from a later day on.
 */
export type RecordRetention = {
  id: RecordId
  stage: Stage
  held: boolean
  activeEnd: CivilDate | undefined
  end: CivilDate | undefined
  reason: RetentionReason
  rule: RetentionRule | undefined
  follows: Following
  coming: ComingOfRecord | undefined
}

type ComingOfRecord = ComingRetention & { rule: RetentionRule | undefined }

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
  const today = retentionDay(now)
  const [judged] = await judgeRecords(tx, [record], today)
  return judged && toRetention(tx, judged, today)
}

/** As it was kept, for a hold or a batch may have kept it longer than rules say now. */
async function toRetention(
  tx: TransactionSql,
  judged: Judged,
  today: CivilDate,
): Promise<RecordRetention> {
  const { record, retention } = judged
  const { id, agency, stage, held } = record
  const kept = record.reason ? { ...record, reason: record.reason } : retention
  const { activeEnd, end, reason } = kept
  const rule = 'rule' in reason ? await findRule(tx, { agency, ...reason.rule }) : undefined
  return {
    id,
    stage,
    held,
    activeEnd,
    end,
    reason,
    rule,
    follows: retention.follows,
    coming: comingOf(judged, today),
  }
}

function comingOf({ record, rules }: Judged, today: CivilDate): ComingOfRecord | undefined {
  const coming = comingRetention(record, rules, today)
  if (!coming) return undefined
  const { reason } = coming
  const named = 'rule' in reason ? reason.rule : undefined
  const rule = rules.find(({ id, version }) => id === named?.id && version === named.version)
  return { ...coming, rule }
}
