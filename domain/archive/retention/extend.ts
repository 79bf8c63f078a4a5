import { type CivilDate, isBefore } from '../../civil-date.ts'
import type { Reason } from '../../desk/reason.ts'
import { no, ok, type Result } from '../../result.ts'
import type { RetainedRecord } from './retained.ts'

/** What the panel decided: it stands beside the rules from then on, and can only lengthen. */
export type Extension = { until: CivilDate; reason: Reason }

export type ExtensionRefused = { kind: 'notUnderAppraisal' } | { kind: 'notLater' }

/** T17: the panel keeps a record that it appraises, until a day that is still to come. */
export function extendRetention(
  { stage, end }: Pick<RetainedRecord, 'stage' | 'end'>,
  extension: Extension,
  today: CivilDate,
): Result<Extension, ExtensionRefused> {
  if (stage !== 'underAppraisal') return no({ kind: 'notUnderAppraisal' })
  const isLater = isBefore(today, extension.until) && end && isBefore(end, extension.until)
  return isLater ? ok(extension) : no({ kind: 'notLater' })
}
