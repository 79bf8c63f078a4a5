import { sameBytes } from './bytes.ts'
import { type Climb, joined, joinsLeft, up, upToBrother } from './climb.ts'
import { isCount } from './count.ts'
import type { Sha256 } from './sha256.ts'
import { HASH_BYTES, type Hash, isTreeSize } from './tree.ts'

export type Inclusion = {
  index: number
  size: number
  leaf: Hash
  proof: readonly Hash[]
  root: Hash
}

/** RFC 9162 section 2.1.3.2: the leaf stands at this index of the tree with this size and root. */
export function isIncluded(sha256: Sha256, { index, size, leaf, proof, root }: Inclusion): boolean {
  if (!isCount(index) || !isTreeSize(size) || index >= size) return false
  if ([leaf, ...proof].some(({ length }) => length !== HASH_BYTES)) return false
  let climb: Climb = { place: index, last: size - 1 }
  let hash = leaf
  for (const brother of proof) {
    if (climb.last === 0) return false
    hash = joined(sha256, climb, hash, brother)
    climb = up(joinsLeft(climb) ? upToBrother(climb) : climb)
  }
  return climb.last === 0 && sameBytes(hash, root)
}
