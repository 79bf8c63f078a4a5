import type { CivilDate } from '../../civil-date.ts'
import { no, ok, type Result } from '../../result.ts'
import type { RetainedRecord } from './retained.ts'
import { isOver, type Retention } from './retention.ts'

export type PermanenceRefused =
  | { kind: 'notEnded' }
  | { kind: 'notOver' }
  | { kind: 'notPermanent' }
  | { kind: 'exceptionOpen' }

/** T15 by rule: the JRA says permanen, and makes no exception that a panel has to answer first. */
export function markPermanent(
  { stage }: Pick<RetainedRecord, 'stage'>,
  retention: Retention,
  today: CivilDate,
): Result<'permanent', PermanenceRefused> {
  const { disposition, exceptions } = retention.follows
  if (stage !== 'retentionEnded') return no({ kind: 'notEnded' })
  if (!isOver(retention, today)) return no({ kind: 'notOver' })
  if (disposition !== 'permanent') return no({ kind: 'notPermanent' })
  return exceptions.length > 0 ? no({ kind: 'exceptionOpen' }) : ok('permanent')
}
