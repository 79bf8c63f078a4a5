import { sameBytes } from './bytes.ts'
import type { Sha256 } from './sha256.ts'
import { type Hash, leafHash } from './tree.ts'

/** One leaf three times: the row of the table, the entry of the bundle, the hash of the tile. */
export type ThreeLeaves = {
  row: Uint8Array | undefined
  entry: Uint8Array | undefined
  hash: Hash | undefined
}

export type LeafPart = keyof ThreeLeaves

/** `hash`: what two of the three say, with which the tree is built; missing where all are. */
export type AuditedLeaf = { hash: Hash | undefined; wrong: readonly LeafPart[] }

/** Where one differs the two others are right; where none agrees with another, roots alone tell. */
export function auditLeaf(sha256: Sha256, { row, entry, hash }: ThreeLeaves): AuditedLeaf {
  const said: Record<LeafPart, Hash | undefined> = {
    row: row && leafHash(sha256, row),
    entry: entry && leafHash(sha256, entry),
    hash,
  }
  const agreed =
    [said.row, said.entry].find((one) => isSame(one, said.hash)) ?? said.entry ?? said.hash
  const believed = isSame(said.row, said.entry) ? said.row : (agreed ?? said.row)
  const parts = ['row', 'entry', 'hash'] as const
  return { hash: believed, wrong: parts.filter((part) => !isSame(said[part], believed)) }
}

function isSame(one: Hash | undefined, other: Hash | undefined): boolean {
  return one !== undefined && other !== undefined && sameBytes(one, other)
}
