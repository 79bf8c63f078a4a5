import { sameBytes } from './bytes.ts'
import { type Climb, isOdd, joinsLeft, up, upToBrother } from './climb.ts'
import type { Sha256 } from './sha256.ts'
import { HASH_BYTES, type Hash, isTreeSize, nodeHash } from './tree.ts'

export type TreeHead = { size: number; root: Hash }

export type Consistency = { first: TreeHead; second: TreeHead; proof: readonly Hash[] }

/**
 * RFC 9162 section 2.1.4.2: the second tree begins with all of the first. Everything would follow
 * from an empty tree, so a first size of 0 proves nothing and is refused.
 */
export function isConsistent(sha256: Sha256, { first, second, proof }: Consistency): boolean {
  if (!isTreeSize(first.size) || !isTreeSize(second.size) || first.size > second.size) return false
  if (first.size === second.size) return proof.length === 0 && sameBytes(first.root, second.root)
  if ([first.root, ...proof].some(({ length }) => length !== HASH_BYTES)) return false
  const start = startOf(first, second)
  const [seed, ...rest] = start.place === 0 ? [first.root, ...proof] : proof
  return (
    seed !== undefined &&
    proof.length > 0 &&
    leadsToBoth(sha256, start, seed, rest, { first, second })
  )
}

/** The largest complete subtree at the end of the first tree. */
function startOf(first: TreeHead, second: TreeHead): Climb {
  let climb: Climb = { place: first.size - 1, last: second.size - 1 }
  while (isOdd(climb.place)) climb = up(climb)
  return climb
}

function leadsToBoth(
  sha256: Sha256,
  start: Climb,
  seed: Hash,
  proof: readonly Hash[],
  { first, second }: { first: TreeHead; second: TreeHead },
): boolean {
  let climb = start
  let [before, after] = [seed, seed]
  for (const brother of proof) {
    if (climb.last === 0) return false
    if (joinsLeft(climb)) {
      before = nodeHash(sha256, brother, before)
      after = nodeHash(sha256, brother, after)
      climb = upToBrother(climb)
    } else after = nodeHash(sha256, after, brother)
    climb = up(climb)
  }
  return climb.last === 0 && sameBytes(before, first.root) && sameBytes(after, second.root)
}
