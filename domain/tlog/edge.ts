import type { Sha256 } from './sha256.ts'
import { TILE_WIDTH, type Tile, tilesAt } from './tile.ts'
import { emptyRoot, type Hash, rootOfHashes } from './tree.ts'

/** The right end of a log: `levels[n]` are the hashes in the tile at level n that is not full. */
export type Edge = { size: number; levels: readonly (readonly Hash[])[] }

/** A tile as it has to lie in the files; of each level only the last may be partial. */
export type GrownTile = { level: number; index: number; hashes: readonly Hash[] }

export const NO_EDGE: Edge = { size: 0, levels: [] }

/** Every tile that is new or wider once the leaves are added, and the end after them. */
export function growEdge(
  sha256: Sha256,
  edge: Edge,
  leaves: readonly Hash[],
): { edge: Edge; tiles: readonly GrownTile[] } {
  const levels: (readonly Hash[])[] = []
  const tiles: GrownTile[] = []
  let added = leaves
  for (let level = 0; level < edge.levels.length || added.length > 0; level += 1) {
    const before = edge.levels[level] ?? []
    const first = Math.floor(edge.size / TILE_WIDTH ** (level + 1))
    const grown = added.length > 0 ? cut([...before, ...added]) : { full: [], rest: before }
    for (const [at, hashes] of grown.full.entries())
      tiles.push({ level, index: first + at, hashes })
    if (added.length > 0 && grown.rest.length > 0)
      tiles.push({ level, index: first + grown.full.length, hashes: grown.rest })
    levels.push(grown.rest)
    added = grown.full.map((hashes) => rootOfHashes(sha256, hashes))
  }
  return { edge: { size: edge.size + leaves.length, levels }, tiles }
}

/** RFC 6962, 2.1, of all leaves up to the end: what is smaller always hangs at the right. */
export function edgeRoot(sha256: Sha256, { levels }: Edge): Hash {
  const root = levels.reduce<Hash | undefined>((right, hashes) => {
    const row = right ? [...hashes, right] : hashes
    return row.length > 0 ? rootOfHashes(sha256, row) : undefined
  }, undefined)
  return root ?? emptyRoot(sha256)
}

/** Which tiles are not full at that size: one of each level at the most. */
export function edgeTiles(size: number): Tile[] {
  return size === 0 ? [] : tilesAt(size).filter(({ width }) => width < TILE_WIDTH)
}

function cut(hashes: readonly Hash[]): { full: Hash[][]; rest: Hash[] } {
  const whole = Math.floor(hashes.length / TILE_WIDTH)
  const full = Array.from({ length: whole }, (_, at) =>
    hashes.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH),
  )
  return { full, rest: hashes.slice(whole * TILE_WIDTH) }
}
