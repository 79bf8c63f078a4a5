import { type CivilDate, isBefore } from '../../civil-date.ts'
import { civilDateText } from '../../zone-day.ts'
import type { Stage } from '../record.ts'
import { isSameReason, type RetentionReason } from './reason.ts'
import { isBatched, type RetainedRecord } from './retained.ts'
import { isOver, type Retention } from './retention.ts'

/** What a new count makes of a record. `reopened` is T14: its retention had ended, and now it has not. */
export type Recomputation =
  | { kind: 'unchanged' }
  | { kind: 'kept'; because: 'held' | 'batched' }
  | ({ kind: 'counted' } & Counted)
  | ({ kind: 'reopened'; from: CivilDate | undefined } & Counted)

export type Counted = {
  activeEnd: CivilDate | undefined
  end: CivilDate | undefined
  reason: RetentionReason
}

const COUNTED: readonly Stage[] = [
  'active',
  'inactive',
  'retentionEnded',
  'underAppraisal',
  'proposedForDestruction',
  'waitingPeriod',
]

/**
 * Counted anew whenever a rule or a fact changed. An end never comes nearer while a hold is on the
 * record or a batch has it; what moves away in a batch leaves it there, by its guards.
 */
export function recomputeRetention(
  record: RetainedRecord,
  retention: Retention,
  today: CivilDate,
): Recomputation {
  const { activeEnd, end, reason } = retention
  const counted = { activeEnd, end, reason }
  if (!COUNTED.includes(record.stage)) return { kind: 'unchanged' }
  if (record.stage === 'retentionEnded' && !isOver(retention, today))
    return { kind: 'reopened', from: record.end, ...counted }
  if (isAsBefore(record, counted)) return { kind: 'unchanged' }
  if (comesNearer(record, end)) {
    if (record.held) return { kind: 'kept', because: 'held' }
    if (isBatched(record.stage)) return { kind: 'kept', because: 'batched' }
  }
  return { kind: 'counted', ...counted }
}

function isAsBefore({ reason, activeEnd }: RetainedRecord, counted: Counted): boolean {
  if (!reason || !isSameReason(reason, counted.reason)) return false
  return textOf(activeEnd) === textOf(counted.activeEnd)
}

function textOf(date: CivilDate | undefined): string {
  return date ? civilDateText(date) : ''
}

/** From for ever to a day is nearer too, unless nothing was ever counted. */
function comesNearer({ end, reason }: RetainedRecord, next: CivilDate | undefined): boolean {
  if (!next || !reason) return false
  return end === undefined || isBefore(next, end)
}
