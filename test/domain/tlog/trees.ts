import { createHash } from 'node:crypto'
import type { TileSource } from '#domain/tlog/read-proof.ts'
import type { Tile } from '#domain/tlog/tile.ts'
import { type Hash, leafHash, nodeHash } from '#domain/tlog/tree.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export function filled<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('nothing there')
  return value
}

/** The entries over which the Go program wrote its vectors. */
export function entryLeaves(size: number): Hash[] {
  return Array.from({ length: size }, (_, index) => leafHash(sha256, utf8Bytes(`entry ${index}`)))
}

/** The complete subtrees of each height, over all leaves. */
export function heightsOf(leaves: readonly Hash[]): (readonly Hash[])[] {
  const heights = [leaves]
  for (let below = leaves; below.length > 1; ) {
    const level: Hash[] = []
    for (let at = 0; at + 1 < below.length; at += 2)
      level.push(nodeHash(sha256, filled(below[at]), filled(below[at + 1])))
    heights.push(level)
    below = level
  }
  return heights
}

export function tileBytes(heights: readonly (readonly Hash[])[], tile: Tile): Uint8Array {
  const hashes = heights[tile.level * 8]?.slice(tile.index * 256, tile.index * 256 + tile.width)
  return new Uint8Array(Buffer.concat(hashes ?? []))
}

/** Every tile of a log over these leaves, at any of its sizes. */
export function sourceOf(leaves: readonly Hash[]): TileSource {
  const heights = heightsOf(leaves)
  return { sha256, readTile: async (tile) => tileBytes(heights, tile) }
}

/** What RFC 6962 section 2.1 says in so many words, for comparing. */
export function naiveRoot(leaves: readonly Hash[]): Hash {
  const [first] = leaves
  if (first && leaves.length === 1) return first
  const [left, right] = naiveHalves(leaves)
  return nodeHash(sha256, naiveRoot(left), naiveRoot(right))
}

/** PATH(m, D[n]) of section 2.1.1. */
export function naivePath(index: number, leaves: readonly Hash[]): Hash[] {
  if (leaves.length === 1) return []
  const [left, right] = naiveHalves(leaves)
  return index < left.length
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - left.length, right), naiveRoot(left)]
}

/** SUBPROOF(m, D[n], b) of section 2.1.2. */
export function naiveProof(first: number, leaves: readonly Hash[], isWhole = true): Hash[] {
  if (first === leaves.length) return isWhole ? [] : [naiveRoot(leaves)]
  const [left, right] = naiveHalves(leaves)
  return first <= left.length
    ? [...naiveProof(first, left, isWhole), naiveRoot(right)]
    : [...naiveProof(first - left.length, right, false), naiveRoot(left)]
}

function naiveHalves(leaves: readonly Hash[]): [readonly Hash[], readonly Hash[]] {
  const middle = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return [leaves.slice(0, middle), leaves.slice(middle)]
}
