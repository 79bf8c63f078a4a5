import { type CivilDate, isBefore } from '../../civil-date.ts'
import { no, ok, type Result } from '../../result.ts'
import type { RetainedRecord } from './retained.ts'
import type { Retention } from './retention.ts'

/** What somebody still wants of the record: a request about it, or a version to be judged. */
export type Pending = { request: boolean; version: boolean }

export type EndRefused =
  | { kind: 'notInactive' }
  | { kind: 'held' }
  | { kind: 'keptForEver' }
  | { kind: 'keptStill'; until: CivilDate }
  | { kind: 'ruleUnverified' }
  | { kind: 'openRequest' }
  | { kind: 'pendingVersion' }

/** T13, every day: retention is over, nothing holds the record and nobody waits for anything. */
export function endRetention(
  { stage, held }: Pick<RetainedRecord, 'stage' | 'held'>,
  { end, verified }: Retention,
  pending: Pending,
  today: CivilDate,
): Result<'retentionEnded', EndRefused> {
  if (stage !== 'inactive') return no({ kind: 'notInactive' })
  if (held) return no({ kind: 'held' })
  if (!end) return no({ kind: 'keptForEver' })
  if (!isBefore(end, today)) return no({ kind: 'keptStill', until: end })
  if (!verified) return no({ kind: 'ruleUnverified' })
  if (pending.request) return no({ kind: 'openRequest' })
  if (pending.version) return no({ kind: 'pendingVersion' })
  return ok('retentionEnded')
}
