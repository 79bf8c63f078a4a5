import {
  consistencyNodes,
  foldNodes,
  inclusionNodes,
  rootNodes,
  type TreeNode,
} from './proof-nodes.ts'
import type { Sha256 } from './sha256.ts'
import { hashIn, TILE_WIDTH, type Tile, tileOf, tilePath } from './tile.ts'
import { emptyRoot, HASH_BYTES, type Hash } from './tree.ts'

/** The bytes of a tile, from wherever they lie. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array | undefined>

export type TileSource = { readTile: ReadTile; sha256: Sha256 }

/** The proof that a leaf stands in the log of this size; it throws where a tile is lacking. */
export function proveInclusion(
  source: TileSource,
  index: number,
  size: number,
): Promise<readonly Hash[]> {
  return hashesOf(source, inclusionNodes(index, size), size)
}

export function proveConsistency(
  source: TileSource,
  first: number,
  second: number,
): Promise<readonly Hash[]> {
  return hashesOf(source, consistencyNodes(first, second), second)
}

/** The root that the tiles themselves say a log of this size has. */
export async function readRoot(source: TileSource, size: number): Promise<Hash> {
  if (size === 0) return emptyRoot(source.sha256)
  const [root] = await hashesOf(source, [rootNodes(size)], size)
  if (!root) throw new RangeError('no root')
  return root
}

/** Each tile is read once, all at the same time. */
async function hashesOf(
  { readTile, sha256 }: TileSource,
  lists: readonly (readonly TreeNode[])[],
  size: number,
): Promise<readonly Hash[]> {
  const read = new Map<string, Promise<Found>>()
  const hashOf = async (node: TreeNode) => {
    const tile = tileOf(node, size)
    const path = tilePath(tile)
    const found = read.get(path) ?? findTile(readTile, tile)
    read.set(path, found)
    const { bytes, tile: held } = await found
    return hashIn(sha256, bytes, held, node)
  }
  return Promise.all(
    lists.map(async (nodes) => foldNodes(sha256, await Promise.all(nodes.map(hashOf)))),
  )
}

type Found = { bytes: Uint8Array; tile: Tile }

/** A log may drop a partial tile once the full one is there, which begins with the same hashes. */
async function findTile(readTile: ReadTile, tile: Tile): Promise<Found> {
  for (const held of [tile, { ...tile, width: TILE_WIDTH }]) {
    const bytes = await readTile(held)
    if (bytes?.length === held.width * HASH_BYTES) return { bytes, tile: held }
  }
  throw new Error(`the log lacks ${tilePath(tile)}`)
}
