import { type CivilDate, isBefore, yearsAfter } from '../civil-date.ts'
import { no, ok, type Result } from '../result.ts'

export type ReviewDateProblem =
  | { kind: 'noReviewDate' }
  | { kind: 'reviewNotLater' }
  | { kind: 'reviewTooLate' }

/** Nobody may forget a hold for longer. */
const MOST_YEARS = 1

/** When somebody has to look whether the case still pends: after today, within a year. */
export function judgeReviewDate(
  date: CivilDate | undefined,
  today: CivilDate,
): Result<CivilDate, ReviewDateProblem> {
  if (!date) return no({ kind: 'noReviewDate' })
  if (!isBefore(today, date)) return no({ kind: 'reviewNotLater' })
  if (isBefore(yearsAfter(today, MOST_YEARS), date)) return no({ kind: 'reviewTooLate' })
  return ok(date)
}
