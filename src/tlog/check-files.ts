import { auditLeaf, type LeafPart } from '#domain/tlog/audit-leaf.ts'
import { readBundle } from '#domain/tlog/bundle.ts'
import { sameBytes } from '#domain/tlog/bytes.ts'
import type { Difference, KeptIn } from '#domain/tlog/difference.ts'
import { type Edge, edgeRoot, edgeTiles, type GrownTile, growEdge } from '#domain/tlog/edge.ts'
import { entriesPath, TILE_WIDTH, type Tile, tilePath } from '#domain/tlog/tile.ts'
import { HASH_BYTES, type Hash } from '#domain/tlog/tree.ts'
import { sha256 } from '../secrets/archive/sha256.ts'
import type { LogReader } from './log-files.ts'

export type Tiles = Pick<LogReader, 'tile'>

/** A size whose root is known, and from where. */
export type KnownRoot = { in: KeptIn; size: number; root: Hash }

/** As far as the tree was built again; `since`: the last size whose root was the known one. */
export type Checked = { edge: Edge; since: number }

/** A bundle with all that stands beside it; `rows`: of the table, by their places. */
export type BundleCheck = {
  files: Tiles
  size: number
  rows: ReadonlyMap<number, Uint8Array>
  roots: readonly KnownRoot[]
}

const NOTHING: Hash = new Uint8Array(HASH_BYTES)

/** The right end of a log as it was at a full bundle, out of the tiles of a larger one. */
export async function edgeAt(files: Tiles, at: number, size: number): Promise<Edge> {
  const levels: Hash[][] = []
  for (const tile of edgeTiles(at)) {
    const bytes = await readTile(files, tile, size)
    levels[tile.level] = Array.from({ length: tile.width }, (_, n) => hashAt(bytes, n) ?? NOTHING)
  }
  return { size: at, levels: Array.from(levels, (level) => level ?? []) }
}

/** The next bundle, from a full one on: every leaf of it, the tiles that it fills, the roots within it. */
export async function checkBundle(
  { edge, since }: Checked,
  { files, size, rows, roots }: BundleCheck,
): Promise<{ checked: Checked; found: Difference[] }> {
  const first = edge.size
  const width = Math.min(TILE_WIDTH, size - first)
  const { hashes, found } = await checkLeaves(files, { first, width, size }, rows)
  const grown = growEdge(sha256, edge, hashes)
  const full = grown.tiles.filter(({ hashes }) => hashes.length === TILE_WIDTH)
  const tiles = first + width === size ? [...full, ...edgeOf(grown.edge)] : full
  for (const tile of tiles.filter(({ level }) => level > 0))
    found.push(...(await checkTile(files, tile, size)))
  const within = checkRoots({ edge, since }, hashes, roots)
  return { checked: { edge: grown.edge, since: within.since }, found: [...found, ...within.found] }
}

type Place = { first: number; width: number; size: number }

async function checkLeaves(files: Tiles, place: Place, rows: ReadonlyMap<number, Uint8Array>) {
  const { first, width } = place
  const index = first / TILE_WIDTH
  const entries = await readEntries(files, index, place)
  const bytes = await readTile(files, { level: 0, index, width }, place.size)
  const found = new Map<LeafPart, Difference>()
  const hashes = Array.from({ length: width }, (_, n) => {
    const row = rows.get(first + n)
    const audited = auditLeaf(sha256, { row, entry: entries[n], hash: hashAt(bytes, n) })
    for (const part of audited.wrong)
      if (!found.has(part)) found.set(part, differenceOf(part, first + n, width, row))
    return audited.hash ?? NOTHING
  })
  return { hashes, found: [...found.values()] }
}

function differenceOf(part: LeafPart, index: number, width: number, row: unknown): Difference {
  const bundle = Math.floor(index / TILE_WIDTH)
  switch (part) {
    case 'row':
      return { what: row ? 'leafDiffers' : 'leafMissing', index }
    case 'entry':
      return { what: 'bundleDiffers', path: entriesPath(bundle, width), index }
    case 'hash':
      return { what: 'tileDiffers', path: tilePath({ level: 0, index: bundle, width }), index }
  }
}

/** The tiles at the end, of each level the one that is not full. */
function edgeOf(edge: Edge): GrownTile[] {
  return edgeTiles(edge.size).map(({ level, index }) => ({
    level,
    index,
    hashes: edge.levels[level] ?? [],
  }))
}

/** The first leaf under the first hash that is not what the leaves make. */
async function checkTile(files: Tiles, tile: GrownTile, size: number): Promise<Difference[]> {
  const { level, index, hashes } = tile
  const own = { level, index, width: hashes.length }
  const bytes = await readTile(files, own, size)
  const wrong = hashes.findIndex((hash, n) => !sameBytes(hash, hashAt(bytes, n) ?? NOTHING))
  if (wrong < 0) return []
  const leaf = (index * TILE_WIDTH + wrong) * TILE_WIDTH ** level
  return [{ what: 'tileDiffers', path: tilePath(own), index: leaf }]
}

function checkRoots(
  { edge, since }: Checked,
  hashes: readonly Hash[],
  roots: readonly KnownRoot[],
) {
  const found: Difference[] = []
  let good = since
  const end = edge.size + hashes.length
  for (const known of roots.filter(({ size }) => size > edge.size && size <= end)) {
    const leaves = hashes.slice(0, known.size - edge.size)
    const root = edgeRoot(sha256, growEdge(sha256, edge, leaves).edge)
    if (sameBytes(root, known.root)) good = Math.max(good, known.size)
    else found.push({ what: 'rootDiffers', in: known.in, size: known.size, since: good })
  }
  return { found: found.slice(0, 1), since: good }
}

async function readEntries(files: Tiles, index: number, place: Place): Promise<Uint8Array[]> {
  const bytes = await widest(files, (width) => entriesPath(index, width), place.width, {
    index,
    size: place.size,
  })
  const read = bytes && readBundle(bytes)
  return read?.ok ? read.value : []
}

/** A tile of a log of that size holds what a narrower one of before held. */
async function readTile(files: Tiles, tile: Tile, size: number): Promise<Uint8Array> {
  const { level, index } = tile
  const bytes = await widest(files, (width) => tilePath({ level, index, width }), tile.width, {
    index,
    size: Math.floor(size / TILE_WIDTH ** level),
  })
  return bytes ?? new Uint8Array()
}

async function widest(
  files: Tiles,
  pathOf: (width: number) => string,
  width: number,
  { index, size }: { index: number; size: number },
): Promise<Uint8Array | undefined> {
  const there = Math.min(TILE_WIDTH, size - index * TILE_WIDTH)
  return (await files.tile(pathOf(there))) ?? (await files.tile(pathOf(width)))
}

function hashAt(bytes: Uint8Array, n: number): Hash | undefined {
  const hash = bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES)
  return hash.length === HASH_BYTES ? hash : undefined
}
