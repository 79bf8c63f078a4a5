import { hexText } from '#domain/tlog/hex.ts'
import { rootOf } from '#domain/tlog/tree.ts'
import { sha256 } from '../secrets/archive/sha256.ts'
import { tellNextAccesses } from '../store/archive/access-roots.ts'
import type { Sql } from '../store/database.ts'

/** All that was read since the last round and is not told yet, five minutes by five minutes. */
export async function accessRootRound(
  sql: Sql,
  clock: () => Date,
  isLeaving: () => boolean,
): Promise<void> {
  while (!isLeaving() && (await tellNextAccesses(sql, accessRoot, clock())));
}

/** RFC 6962, 2.1, over what commits to each reading. */
export function accessRoot(digests: readonly Uint8Array[]): string {
  return hexText(rootOf(sha256, digests))
}
