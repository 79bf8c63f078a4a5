import type { Actor } from '../approval/approval.ts'
import { type CivilDate, isBefore } from '../civil-date.ts'
import { no, ok, type Result } from '../result.ts'
import { type Hold, isOn } from './hold.ts'
import { judgeReviewDate, type ReviewDateProblem } from './review-date.ts'

export type ReviewRefused =
  | ReviewDateProblem
  | { kind: 'oneself' }
  | { kind: 'alreadyLifted'; at: Date }

export type Review = { by: Actor; until: CivilDate | undefined; today: CivilDate }

/** The case still pends: somebody looked, and will look again. */
export function reviewHold(
  hold: Hold,
  { by, until, today }: Review,
): Result<Exclude<Hold, { state: 'lifted' }>, ReviewRefused> {
  if (hold.state === 'lifted') return no({ kind: 'alreadyLifted', at: hold.liftedAt })
  if (by.person === hold.person) return no({ kind: 'oneself' })
  const reviewOn = judgeReviewDate(until, today)
  return reviewOn.ok ? ok({ ...hold, reviewOn: reviewOn.value }) : reviewOn
}

/** Whoever looks after it has to look at it today or should have before. */
export function isDueForReview(hold: Hold, today: CivilDate): boolean {
  return isOn(hold) && !isBefore(today, hold.reviewOn)
}
