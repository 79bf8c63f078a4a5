import type { CivilDate } from '../../civil-date.ts'
import type { Stage } from '../record.ts'
import type { RetentionReason } from './reason.ts'

/** What retention knows of a record: where it stands, and what was counted for it last. */
export type RetainedRecord = {
  stage: Stage
  activeEnd: CivilDate | undefined
  end: CivilDate | undefined
  /** None before the first count, when the record becomes active (T11). */
  reason: RetentionReason | undefined
  /** Under any hold that is not lifted. */
  held: boolean
}

/** In a batch for destruction that is not over: none of these stages is entered or left otherwise. */
export function isBatched(stage: Stage): boolean {
  return BATCHED.includes(stage)
}

const BATCHED: readonly Stage[] = [
  'underAppraisal',
  'proposedForDestruction',
  'waitingPeriod',
  'destroying',
]
