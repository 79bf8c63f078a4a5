import { readBundle, writeBundle } from '#domain/tlog/bundle.ts'
import { sameBytes } from '#domain/tlog/bytes.ts'
import { type Checkpoint, checkpointText } from '#domain/tlog/checkpoint.ts'
import {
  type Edge,
  edgeRoot,
  edgeTiles,
  type GrownTile,
  growEdge,
  NO_EDGE,
} from '#domain/tlog/edge.ts'
import { signedNote } from '#domain/tlog/signed-note.ts'
import { entriesPath, TILE_WIDTH, tilePath } from '#domain/tlog/tile.ts'
import { HASH_BYTES, type Hash, leafHash } from '#domain/tlog/tree.ts'
import { sha256 } from '../secrets/archive/sha256.ts'
import type { LogSigner } from '../secrets/log-key.ts'
import type { CheckHeld } from '../store/alone.ts'
import type { Sql } from '../store/database.ts'
import { keepNote, newestNote } from '../store/tlog/checkpoints.ts'
import { givePlaces, type PlacedLeaf, readLeaves, withLogLock } from '../store/tlog/places.ts'
import { leadsTo } from './leads-to.ts'
import type { FileDiffers, LogFiles, NewFile, SecondPlace } from './log-files.ts'
import { openNote } from './opened-note.ts'

/** Where a checkpoint is kept. */
type KeptIn = 'database' | 'second' | 'files'

/** Why nothing is signed: somebody has to look (docs/operations.md). */
export type LogRefusal =
  | { kind: 'badCheckpoint'; in: KeptIn }
  /** The tables lack what was signed: they were set back. */
  | { kind: 'tablesBehind'; signed: number; have: number }
  | { kind: 'forked'; in: KeptIn; size: number }
  | { kind: 'badTile'; path: string }
  /** Whoever checks would be told to believe another. */
  | { kind: 'vkeyDiffers' }
  /** Leaves stand after a place in which none does: somebody took it away. */
  | { kind: 'placeMissing'; index: number }
  | FileDiffers

export type Sequencing = {
  sql: Sql
  files: LogFiles
  second: SecondPlace
  signer: LogSigner
  clock: () => Date
  refused: (refusal: LogRefusal) => void
}

/** Sixteen full bundles; more wait for the next checkpoint. */
const AT_ONCE = 4096

/**
 * Everything that waits becomes a part of the log: first its order is fixed in the database, then the
 * files are written, then the checkpoint is signed. Whoever is killed in the midst of it is repeated
 * with the same bytes; what would contradict a checkpoint of before is refused (archive.md 7).
 */
export async function sequenceRound(place: Sequencing, isLeaving: () => boolean): Promise<void> {
  await withLogLock(place.sql, async (_, checkHeld) => {
    for (let again = true; again && !isLeaving(); ) {
      const grown = await sequenceOnce({ ...place, checkHeld })
      if (typeof grown !== 'number') return place.refused(grown)
      again = grown === AT_ONCE
    }
  })
}

type Held = Sequencing & { checkHeld: CheckHeld }

/** How many leaves the log has got. */
async function sequenceOnce(place: Held): Promise<number | LogRefusal> {
  const { sql, files, checkHeld } = place
  const base = await openBase(place)
  if ('kind' in base) return base
  await givePlaces(sql, AT_ONCE)
  const leaves = await readLeaves(sql, base.size, AT_ONCE)
  const have = contiguous(leaves, base.size)
  if (have.length === 0 && leaves.length > 0) return { kind: 'placeMissing', index: base.size }
  if (have.length === 0) return 0
  await checkHeld()
  const written = await writeFiles(files, base, have)
  if ('kind' in written) return written
  await sign(place, written)
  for (const tile of written.full) await files.removePartials(tile)
  return have.length
}

/** The end of what was signed last, as the files have it; every place that lags behind it is told. */
async function openBase({ sql, files, second, signer, checkHeld }: Held) {
  const note = await newestNote(sql)
  const places = { second: await second.checkpoint(), files: await files.checkpoint() }
  const kept = note === undefined ? undefined : openNote(note, signer.key)
  if (note !== undefined && !kept) return { kind: 'badCheckpoint', in: 'database' } as const
  for (const [name, other] of Object.entries(places) as [
    'second' | 'files',
    string | undefined,
  ][]) {
    const refusal =
      other === undefined ? undefined : await compare(files, signer, { name, other, kept })
    if (refusal) return refusal
  }
  const have = await readLeaves(sql, Math.max(0, (kept?.size ?? 0) - 1), 1)
  if (kept && have[0]?.index !== kept.size - 1)
    return { kind: 'tablesBehind', signed: kept.size, have: have[0]?.index ?? 0 } as const
  const edge = await readEdge(files, kept)
  if ('kind' in edge) return edge
  const vkey = await files.vkey()
  if (kept && vkey !== undefined && vkey !== signer.vkey) return { kind: 'vkeyDiffers' } as const
  await checkHeld()
  if (note !== undefined && places.second !== note) await second.keepCheckpoint(note)
  if (note !== undefined && places.files !== note) await files.keepCheckpoint(note)
  if (vkey !== signer.vkey) await files.keepVkey(signer.vkey)
  return edge
}

type Other = { name: 'second' | 'files'; other: string; kept: Checkpoint | undefined }

/** What another place has must be what the database has, or lead up to it. */
async function compare(
  files: LogFiles,
  { key }: LogSigner,
  { name, other, kept }: Other,
): Promise<LogRefusal | undefined> {
  const found = openNote(other, key)
  if (!found) return { kind: 'badCheckpoint', in: name }
  if (!kept || found.size > kept.size)
    return { kind: 'tablesBehind', signed: found.size, have: kept?.size ?? 0 }
  const isSame = sameBytes(found.root, kept.root)
  if (found.size === kept.size)
    return isSame ? undefined : { kind: 'forked', in: name, size: found.size }
  return (await leadsTo(files, found, kept))
    ? undefined
    : { kind: 'forked', in: name, size: found.size }
}

async function readEdge(files: LogFiles, kept: Checkpoint | undefined): Promise<Edge | LogRefusal> {
  if (!kept) return NO_EDGE
  const levels: Hash[][] = []
  let path = ''
  for (const tile of edgeTiles(kept.size)) {
    path = tilePath(tile)
    const bytes = await files.tile(path)
    if (bytes?.length !== tile.width * HASH_BYTES) return { kind: 'badTile', path }
    levels[tile.level] = hashesOf(bytes)
  }
  const edge = { size: kept.size, levels: Array.from(levels, (level) => level ?? []) }
  return sameBytes(edgeRoot(sha256, edge), kept.root) ? edge : { kind: 'badTile', path }
}

function hashesOf(bytes: Uint8Array): Hash[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  )
}

type Written = { size: number; root: Hash; full: readonly string[] }

async function writeFiles(
  files: LogFiles,
  edge: Edge,
  leaves: readonly PlacedLeaf[],
): Promise<Written | LogRefusal> {
  const entries = await readLastEntries(files, edge)
  if ('kind' in entries) return entries
  const added = leaves.map(({ leaf }) => leaf)
  const grown = growEdge(
    sha256,
    edge,
    added.map((leaf) => leafHash(sha256, leaf)),
  )
  const bundles = bundlesOf([...entries, ...added], Math.floor(edge.size / TILE_WIDTH))
  const differs = await files.add([...bundles, ...grown.tiles.map(tileFile)])
  if (differs) return differs
  const { size } = grown.edge
  const full = [...bundles.map(({ path }) => path), ...grown.tiles.map(pathOf)].filter(isFull)
  return { size, root: edgeRoot(sha256, grown.edge), full }
}

/** Of the bundle that is not full; they have to be what its tile was made of. */
async function readLastEntries(
  files: LogFiles,
  { size, levels }: Edge,
): Promise<readonly Uint8Array[] | LogRefusal> {
  const width = size % TILE_WIDTH
  if (width === 0) return []
  const path = entriesPath(Math.floor(size / TILE_WIDTH), width)
  const bytes = await files.tile(path)
  const read = bytes && readBundle(bytes)
  const hashes = levels[0] ?? []
  const isWhole =
    read?.ok &&
    read.value.length === width &&
    read.value.every((entry, at) =>
      sameBytes(leafHash(sha256, entry), hashes[at] ?? new Uint8Array()),
    )
  return isWhole ? read.value : { kind: 'badTile', path }
}

function bundlesOf(entries: readonly Uint8Array[], first: number): NewFile[] {
  const count = Math.ceil(entries.length / TILE_WIDTH)
  return Array.from({ length: count }, (_, at) => {
    const own = entries.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH)
    return { path: entriesPath(first + at, own.length), bytes: writeBundle(own) }
  })
}

function tileFile(tile: GrownTile): NewFile {
  return { path: pathOf(tile), bytes: Buffer.concat(tile.hashes) }
}

function pathOf({ level, index, hashes }: GrownTile): string {
  return tilePath({ level, index, width: hashes.length })
}

function isFull(path: string): boolean {
  return !path.includes('.p/')
}

/** In the database first, so that no other place is ever ahead of it but after a restore. */
async function sign(
  { sql, files, second, signer, clock, checkHeld }: Held,
  { size, root }: Written,
): Promise<void> {
  await checkHeld()
  const text = checkpointText({ origin: signer.key.name, size, root })
  const { name, keyId } = signer.key
  const note = signedNote(text, [{ name, keyId, signature: signer.sign(text) }])
  await keepNote(sql, size, note, clock())
  await checkHeld()
  await second.keepCheckpoint(note)
  await files.keepCheckpoint(note)
}

/** A place that is missing ends it. */
function contiguous(leaves: readonly PlacedLeaf[], from: number): readonly PlacedLeaf[] {
  const end = leaves.findIndex(({ index }, at) => index !== from + at)
  return end < 0 ? leaves : leaves.slice(0, end)
}
