import { no, ok, type Result } from '../result.ts'
import { isCount, parseCount } from './count.ts'
import type { TreeNode } from './proof-nodes.ts'
import type { Sha256 } from './sha256.ts'
import { HASH_BYTES, type Hash, rootOfHashes } from './tree.ts'

/** c2sp.org/tlog-tiles: so many hashes lie side by side in one file, or fewer at the right edge. */
export const TILE_WIDTH = 256

const TILE_HEIGHT = 8
const HIGHEST_LEVEL = 63

export type Tile = { level: number; index: number; width: number }

/** The entries themselves, as many as the tile of level 0 beside them has hashes. */
export type EntryTile = { level: 'entries'; index: number; width: number }

export function tilePath({ level, index, width }: Tile | EntryTile): string {
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`
  return `tile/${level}/${indexPath(index)}${partial}`
}

export function entriesPath(index: number, width: number): string {
  return tilePath({ level: 'entries', index, width })
}

/** Only the one path that `tilePath` writes for a tile. */
export function parseTilePath(path: string): Result<Tile | EntryTile, 'notTile'> {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!parts) return no('notTile')
  const [, level = '', digits = '', partial = String(TILE_WIDTH)] = parts
  const tile = {
    level: level === 'entries' ? level : (parseCount(level) ?? Number.NaN),
    index: Number(digits.replace(/[x/]/g, '')),
    width: parseCount(partial) ?? Number.NaN,
  } as Tile | EntryTile
  return isTile(tile) && tilePath(tile) === path ? ok(tile) : no('notTile')
}

/** The tile that a node's hash is read or folded from, in a log of this size. */
export function tileOf(node: TreeNode, size: number): Tile {
  const level = Math.floor(node.level / TILE_HEIGHT)
  const index = Math.floor((node.index * hashesUnder(node)) / TILE_WIDTH)
  const width = Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH)
  return { level, index, width }
}

/** The hash of a node out of the bytes of its tile, which must be as long as the tile is wide. */
export function hashIn(sha256: Sha256, bytes: Uint8Array, tile: Tile, node: TreeNode): Hash {
  const count = hashesUnder(node)
  const start = node.index * count - tile.index * TILE_WIDTH
  const isThere = tile.level === Math.floor(node.level / TILE_HEIGHT) && start >= 0
  if (!isThere || start + count > tile.width || bytes.length !== tile.width * HASH_BYTES)
    throw new RangeError(`${tilePath(tile)} does not hold that node`)
  const hashes = Array.from({ length: count }, (_, at) =>
    bytes.slice((start + at) * HASH_BYTES, (start + at + 1) * HASH_BYTES),
  )
  return rootOfHashes(sha256, hashes)
}

/** The last tile of each level: the right edge of a log of this size. */
export function tilesAt(size: number): Tile[] {
  return levelsOf(size).map((level) => {
    const index = Math.ceil(hashesAt(level, size) / TILE_WIDTH) - 1
    return { level, index, width: hashesAt(level, size) - index * TILE_WIDTH }
  })
}

function isTile({ level, index, width }: Tile | EntryTile): boolean {
  const levelFits = level === 'entries' || (isCount(level) && level <= HIGHEST_LEVEL)
  return levelFits && isCount(index) && width >= 1 && width <= TILE_WIDTH
}

/** 1234067 is x001/x234/067. */
function indexPath(index: number): string {
  const digits = String(index)
  const threes = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  return threes.map((three, at) => (at < threes.length - 1 ? `x${three}` : three)).join('/')
}

/** How many hashes of its tile lie under the node. */
function hashesUnder({ level }: TreeNode): number {
  return 2 ** (level % TILE_HEIGHT)
}

/** How many complete subtrees of that level of tiles a log of this size has. */
function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level)
}

function levelsOf(size: number): number[] {
  const levels: number[] = []
  while (hashesAt(levels.length, size) > 0) levels.push(levels.length)
  return levels
}
