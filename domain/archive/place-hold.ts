import type { Actor } from '../approval/approval.ts'
import type { CivilDate } from '../civil-date.ts'
import { no, ok, type Result } from '../result.ts'
import type { HoldScope, PlacedHold } from './hold.ts'
import type { ArchiveRecord, RecordId, Stage } from './record.ts'
import { judgeReviewDate, type ReviewDateProblem } from './review-date.ts'

export type WantedHold = Omit<PlacedHold, 'state' | 'placedBy' | 'placedAt' | 'reviewOn'> & {
  reviewOn: CivilDate | undefined
}

/** A record as it stands under its lock; `keysGoneAt`: its destruction has passed the point of no return. */
export type HoldableRecord = Pick<ArchiveRecord, 'id' | 'type' | 'stage'> & {
  keysGoneAt: Date | undefined
}

/** The proof that a hold came too late for a record: its keys were gone at that time. */
export type TooLate = { record: RecordId; at: Date }

/** What the hold does: `taken` out of an open batch (T20); `tooLate`: what it cannot save any more. */
export type Placing = {
  hold: PlacedHold
  held: readonly RecordId[]
  taken: readonly RecordId[]
  tooLate: readonly TooLate[]
}

export type PlacingRefused =
  | ReviewDateProblem
  | { kind: 'oneself' }
  | { kind: 'noSuchRecord' }
  | { kind: 'tooLate'; at: Date }

/**
 * T24, I1: until the keys of a record are gone nothing keeps a hold from it, whatever stage it is in.
 * `records`: all of its person; the gate is closed, so that no key can go meanwhile.
 */
export function placeHold(
  wanted: WantedHold,
  records: readonly HoldableRecord[],
  { by, now, today }: { by: Actor; now: Date; today: CivilDate },
): Result<Placing, PlacingRefused> {
  if (wanted.person === by.person) return no({ kind: 'oneself' })
  const reviewOn = judgeReviewDate(wanted.reviewOn, today)
  if (!reviewOn.ok) return reviewOn
  const meant = records.filter((record) => isCovered(wanted.scope, record))
  const tooLate = meant.flatMap(({ id, keysGoneAt }) =>
    keysGoneAt ? [{ record: id, at: keysGoneAt }] : [],
  )
  if (wanted.scope.of === 'record') {
    if (meant.length === 0) return no({ kind: 'noSuchRecord' })
    if (tooLate[0]) return no({ kind: 'tooLate', at: tooLate[0].at })
  }
  const saved = meant.filter(({ keysGoneAt }) => !keysGoneAt)
  return ok({
    hold: { ...wanted, reviewOn: reviewOn.value, state: 'on', placedBy: by, placedAt: now },
    held: saved.map(({ id }) => id),
    taken: saved.filter(({ stage }) => isInBatch(stage)).map(({ id }) => id),
    tooLate,
  })
}

export function isCovered(
  scope: HoldScope,
  { id, type }: Pick<ArchiveRecord, 'id' | 'type'>,
): boolean {
  switch (scope.of) {
    case 'person':
      return true
    case 'type':
      return scope.type === type
    case 'record':
      return scope.record === id
  }
}

/** In a batch that is not over: only a hold takes it out of there. */
export function isInBatch(stage: Stage): boolean {
  return IN_BATCH.includes(stage)
}

const IN_BATCH: readonly Stage[] = [
  'underAppraisal',
  'proposedForDestruction',
  'waitingPeriod',
  'destroying',
]
