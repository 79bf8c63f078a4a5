import { hexText } from '#domain/tlog/hex.ts'
import { rootOf } from '#domain/tlog/tree.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'
import { sha256 } from '../secrets/archive/sha256.ts'
import type { SeenWhole } from '../store/archive/fixity-roots.ts'

/** RFC 6962, 2.1, over what was seen whole. */
export function rootOfSeen(seen: readonly SeenWhole[]): string {
  const entries = seen.map(({ object, sha256, checkedAt }) =>
    utf8Bytes(`${object} ${sha256} ${checkedAt.toISOString()}`),
  )
  return hexText(rootOf(sha256, entries))
}
