import { type CivilDate, isBefore } from '../../civil-date.ts'
import type { Reason } from '../../desk/reason.ts'
import { no, ok, type Result } from '../../result.ts'
import type { DispositionException } from '../retention/rule.ts'
import { type Acting, type Batch, isOnPanel, isProven, wearsHatOfSeat } from './batch.ts'
import type { Item } from './item.ts'

/** What the panel finds of one record, having looked at it. */
export type Verdict =
  | { kind: 'destroy' }
  | { kind: 'permanent'; reason: Reason }
  | { kind: 'extend'; reason: Reason; until: CivilDate }

export type AppraisalRefused =
  | { kind: 'notItsTime' }
  | { kind: 'notOnPanel' }
  | { kind: 'otherHat' }
  | { kind: 'itemOver' }
  | { kind: 'endNotLater' }
  | { kind: 'exceptionUnanswered' }
  | { kind: 'exceptionKeeps' }
  | { kind: 'proofDue' }

/** `exceptions`: those that the JRA makes; `applies`: what the panel answers, once it did. */
export type Appraisal = {
  verdict: Verdict
  exceptions: readonly DispositionException[]
  applies: boolean | undefined
  by: Acting
  today: CivilDate
  now: Date
}

/** T15, T17: what is kept leaves the list at once; what is to go waits for all to sign (T18). */
export function appraiseItem(
  batch: Batch,
  item: Item,
  { verdict, exceptions, applies, by, today, now }: Appraisal,
): Result<Item, AppraisalRefused> {
  const { record, subject, approval } = item
  const listed = { record, subject, approval }
  if (!isOnPanel(batch, by.person)) return no({ kind: 'notOnPanel' })
  if (!wearsHatOfSeat(batch, by)) return no({ kind: 'otherHat' })
  if (batch.state !== 'appraising') return no({ kind: 'notItsTime' })
  if (item.state === 'over') return no({ kind: 'itemOver' })
  if (!isProven(by, now)) return no({ kind: 'proofDue' })
  if (exceptions.length > 0 && applies === undefined) return no({ kind: 'exceptionUnanswered' })
  switch (verdict.kind) {
    case 'destroy':
      if (applies && exceptions.some(keeps)) return no({ kind: 'exceptionKeeps' })
      return ok({ ...listed, state: 'toDestroy' })
    case 'permanent':
      return ok({ ...listed, state: 'over', outcome: 'permanent' })
    case 'extend':
      if (!isBefore(today, verdict.until)) return no({ kind: 'endNotLater' })
      return ok({ ...listed, state: 'over', outcome: 'extended' })
  }
}

/**
 * How a record on a page of a list is appraised: `among` others, as one that may go; `alone`, where an exception
 * of the JRA is answered for it; undefined once it was.
 */
export function appraisedHow(
  item: Item,
  exceptions: readonly DispositionException[],
): 'among' | 'alone' | undefined {
  if (item.state !== 'unappraised') return undefined
  return exceptions.length > 0 ? 'alone' : 'among'
}

/** By what the JRA says instead, the record does not go. */
function keeps({ disposition }: DispositionException): boolean {
  return disposition === 'permanent' || disposition === 'reappraise'
}
