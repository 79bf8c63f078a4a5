import { isCount } from './count.ts'
import type { Sha256 } from './sha256.ts'

/** The 32 bytes of a SHA-256. */
export type Hash = Uint8Array

export const HASH_BYTES = 32

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** RFC 6962: a leaf never hashes like an inner node. */
export function leafHash(sha256: Sha256, entry: Uint8Array): Hash {
  return sha256(LEAF, entry)
}

export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  return sha256(NODE, left, right)
}

export function emptyRoot(sha256: Sha256): Hash {
  return sha256()
}

export function rootOf(sha256: Sha256, entries: readonly Uint8Array[]): Hash {
  const leaves = entries.map((entry) => leafHash(sha256, entry))
  return leaves.length === 0 ? emptyRoot(sha256) : rootOfHashes(sha256, leaves)
}

/** The same over subtrees of one size, and at the end perhaps one that is smaller. */
export function rootOfHashes(sha256: Sha256, hashes: readonly Hash[]): Hash {
  const [first] = hashes
  if (!first) throw new RangeError('no hashes')
  if (hashes.length === 1) return first
  const left = leftSize(hashes.length)
  return nodeHash(
    sha256,
    rootOfHashes(sha256, hashes.slice(0, left)),
    rootOfHashes(sha256, hashes.slice(left)),
  )
}

/** How many leaves the left half has: the largest power of two below the size. */
export function leftSize(size: number): number {
  let left = 1
  while (left * 2 < size) left *= 2
  return left
}

/** A size of which a number of JavaScript can still count the leaves, and at least one. */
export function isTreeSize(size: number): boolean {
  return isCount(size) && size > 0
}
