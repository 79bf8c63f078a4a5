import { type CivilDate, isBefore } from '../../civil-date.ts'
import { no, ok, type Result } from '../../result.ts'
import type { RetainedRecord } from './retained.ts'
import type { Retention } from './retention.ts'

export type InactivationRefused =
  | { kind: 'notActive' }
  | { kind: 'triggerUnknown' }
  | { kind: 'activeStill'; until: CivilDate }

/** T12: a record that is active, once the event is known and the active period is over. */
export function inactivate(
  { stage }: Pick<RetainedRecord, 'stage'>,
  { activeEnd }: Retention,
  today: CivilDate,
): Result<'inactive', InactivationRefused> {
  if (stage !== 'active') return no({ kind: 'notActive' })
  if (!activeEnd) return no({ kind: 'triggerUnknown' })
  return isBefore(activeEnd, today) ? ok('inactive') : no({ kind: 'activeStill', until: activeEnd })
}
