import { isCount } from './count.ts'
import type { Sha256 } from './sha256.ts'
import { type Hash, isTreeSize, leftSize, nodeHash } from './tree.ts'

/** A complete subtree of 2^level leaves, the index-th of its level. */
export type TreeNode = { level: number; index: number }

/** The leaves from `from` up to, and without, `to`. */
type Range = { from: number; to: number }

/** One list a hash of the proof, from the leaf upwards; of several, the hashes are to be folded. */
export function inclusionNodes(index: number, size: number): readonly (readonly TreeNode[])[] {
  if (!isCount(index) || !isTreeSize(size) || index >= size) throw new RangeError('no such leaf')
  const brothers: (readonly TreeNode[])[] = []
  let here: Range = { from: 0, to: size }
  while (here.to - here.from > 1) {
    const [left, right] = halves(here)
    const isLeft = index < right.from
    brothers.unshift(nodesOf(isLeft ? right : left))
    here = isLeft ? left : right
  }
  return brothers
}

/** Likewise; none between a tree and itself. */
export function consistencyNodes(first: number, second: number): readonly (readonly TreeNode[])[] {
  if (!isTreeSize(first) || !isTreeSize(second) || first > second)
    throw new RangeError('no such trees')
  const nodes: (readonly TreeNode[])[] = []
  let here: Range = { from: 0, to: second }
  while (here.to !== first) {
    const [left, right] = halves(here)
    const isLeft = first <= right.from
    nodes.unshift(nodesOf(isLeft ? right : left))
    here = isLeft ? left : right
  }
  // Whoever checks knows the first root, so that a subtree which is all of it is not told.
  return here.from === 0 ? nodes : [nodesOf(here), ...nodes]
}

/** The complete subtrees of which a tree is made, from the left; their fold is its root. */
export function rootNodes(size: number): readonly TreeNode[] {
  if (!isTreeSize(size)) throw new RangeError('no such tree')
  return nodesOf({ from: 0, to: size })
}

/** From the right, as a ragged edge hangs together. */
export function foldNodes(sha256: Sha256, hashes: readonly Hash[]): Hash {
  const folded = hashes.reduceRight<Hash | undefined>(
    (right, left) => (right ? nodeHash(sha256, left, right) : left),
    undefined,
  )
  if (!folded) throw new RangeError('nothing to fold')
  return folded
}

function halves({ from, to }: Range): [Range, Range] {
  const middle = from + leftSize(to - from)
  return [
    { from, to: middle },
    { from: middle, to },
  ]
}

function nodesOf({ from, to }: Range): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  for (let start = from; start < to; ) {
    const { level, leaves } = largestWithin(to - start)
    nodes.push({ level, index: start / leaves })
    start += leaves
  }
  return nodes
}

function largestWithin(size: number): { level: number; leaves: number } {
  let [level, leaves] = [0, 1]
  for (; leaves * 2 <= size; leaves *= 2) level += 1
  return { level, leaves }
}
