import type { CivilDate } from '../../civil-date.ts'
import type { RetentionReason } from './reason.ts'

/** What retention knows of a record: where it stands and what was counted for it last. */
export type RetainedRecord = {
  stage: RecordStage
  end: CivilDate | undefined
  reason: RetentionReason | undefined
  /** Under any hold that is not lifted. */
  held: boolean
  /** In a batch for destruction that is not over. */
  batched: boolean
}

export type RecordStage =
  | 'draft'
  | 'active'
  | 'inactive'
  | 'retentionEnded'
  | 'underAppraisal'
  | 'proposedForDestruction'
  | 'waitingPeriod'
  | 'destroying'
  | 'destroyed'
  | 'permanent'
  | 'transferred'
