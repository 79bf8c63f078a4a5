import type { Result } from '../result.ts'
import type { Leaf } from './leaf.ts'

/** What of a leaf its event of today does not give any more. */
export type LeafDifference = 'event' | 'commitment'

/** `d` covers the whole event; where it is the same, what the version commits to was changed. */
export function compareLeaves(
  stored: Result<Leaf, unknown>,
  today: Result<Leaf, unknown>,
): LeafDifference {
  if (!stored.ok || !today.ok) return 'event'
  return stored.value.digest === today.value.digest ? 'commitment' : 'event'
}
