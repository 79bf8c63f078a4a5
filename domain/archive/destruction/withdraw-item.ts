import { no, ok, type Result } from '../../result.ts'
import type { Item } from './item.ts'

export type WithdrawalRefused = { kind: 'itemOver' } | { kind: 'tooLate' }

/** T20: whatever state the list is in, until the keys are gone. */
export function withdrawItem(item: Item): Result<Item, WithdrawalRefused> {
  const { record, subject, approval } = item
  if (item.state === 'over')
    return no({ kind: item.outcome === 'destroyed' ? 'tooLate' : 'itemOver' })
  if (item.state === 'keysGone') return no({ kind: 'tooLate' })
  return ok({ record, subject, approval, state: 'over', outcome: 'withdrawn' })
}
