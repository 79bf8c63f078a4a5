import { no, ok, type Result } from '../../result.ts'
import type { Batch, ClosedBatch } from './batch.ts'

export type ClosingRefused = { kind: 'alreadyClosed' } | { kind: 'notDone' }

/** Which root key was replaced by which, once at the end of a batch. */
export type Rotation = { from: number; to: number }

/**
 * At the end: nothing is left to do, and the keys above those that went are new ones, so that older
 * dumps are of no use. A list from which everything was taken closes without.
 */
export function closeBatch(
  batch: Batch,
  {
    open,
    destroyed,
    rotation,
  }: { open: number; destroyed: number; rotation: Rotation | undefined },
  now: Date,
): Result<ClosedBatch, ClosingRefused> {
  if (batch.state === 'closed') return no({ kind: 'alreadyClosed' })
  if (open > 0 || (destroyed > 0 && !rotation)) return no({ kind: 'notDone' })
  const executor = batch.state === 'destroying' ? batch.executor : undefined
  return ok({ ...batch, state: 'closed', since: now, executor })
}
