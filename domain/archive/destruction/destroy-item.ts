import { no, ok, type Result } from '../../result.ts'
import type { Stage } from '../record.ts'
import type { Batch } from './batch.ts'
import type { Item } from './item.ts'

/** What is done to each record, in this order; each is kept when it is done (archive.md 6.3). */
export const DESTRUCTION_STEPS = ['keysDeleted', 'objectsDeleted', 'proven', 'recorded'] as const

export type DestructionStep = (typeof DESTRUCTION_STEPS)[number]

export function nextStep(done: readonly DestructionStep[]): DestructionStep | undefined {
  return DESTRUCTION_STEPS.find((step) => !done.includes(step))
}

/** How the record stands under its lock, in the transaction that is to delete its keys (I3). */
export type Standing = {
  stage: Stage
  held: boolean
  /** That it would be destroyed was written down and committed before. */
  intended: boolean
  /** The leaf that says so is in a signed checkpoint of the public log. */
  recorded: boolean
  /** Its line of the list, drawn anew, is the one that was signed. */
  asSigned: boolean
}

export type DeletionRefused =
  | { kind: 'notUnderway' }
  | { kind: 'alreadyGone' }
  | { kind: 'held' }
  | { kind: 'noLongerOver' }
  | { kind: 'notRecorded' }

/**
 * T22: whatever was judged before is judged anew. `held` and `noLongerOver` take it from the list; what
 * is `notRecorded` waits for the log (T21).
 */
export function mayDeleteKeys(
  batch: Pick<Batch, 'state'>,
  item: Item,
  { stage, held, intended, recorded, asSigned }: Standing,
): Result<Item, DeletionRefused> {
  const { record, subject, approval } = item
  if (item.state === 'keysGone') return no({ kind: 'alreadyGone' })
  const isUnderway = batch.state === 'destroying' && stage === 'destroying' && intended
  if (!isUnderway || item.state !== 'toDestroy') return no({ kind: 'notUnderway' })
  if (held) return no({ kind: 'held' })
  if (!asSigned) return no({ kind: 'noLongerOver' })
  if (!recorded) return no({ kind: 'notRecorded' })
  return ok({ record, subject, approval, state: 'keysGone' })
}

/** T22: only what was proven to be gone is called destroyed. */
export function recordDestruction(
  item: Item,
  done: readonly DestructionStep[],
): Result<Item, { kind: 'notProven' }> {
  const { record, subject, approval } = item
  if (item.state !== 'keysGone' || nextStep(done) !== 'recorded') return no({ kind: 'notProven' })
  return ok({ record, subject, approval, state: 'over', outcome: 'destroyed' })
}
