import { type Consistency, isConsistent } from '#domain/tlog/consistency.ts'
import { proveConsistency } from '#domain/tlog/read-proof.ts'
import { type Tile, tilePath } from '#domain/tlog/tile.ts'
import { sha256 } from '../secrets/archive/sha256.ts'
import type { LogReader } from './log-files.ts'

type Head = Consistency['first']

/** Whether the second tree begins with all of the first, as the tiles prove it. */
export async function leadsTo(
  files: Pick<LogReader, 'tile'>,
  first: Head,
  second: Head,
): Promise<boolean> {
  const source = { readTile: (tile: Tile) => files.tile(tilePath(tile)), sha256 }
  const proof = await proveConsistency(source, first.size, second.size).catch(() => undefined)
  return proof !== undefined && isConsistent(sha256, { first, second, proof })
}
