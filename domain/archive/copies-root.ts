import { hexText } from '../tlog/hex.ts'
import type { Sha256 } from '../tlog/sha256.ts'
import { rootOf } from '../tlog/tree.ts'
import { utf8Bytes } from '../tlog/utf8.ts'

/** A copy that was read whole and found right. */
export type SeenWhole = { object: string; sha256: string; checkedAt: Date }

/** T28: RFC 6962, 2.1, over all that was seen whole in five minutes, in the order of the objects. */
export function copiesRoot(sha256: Sha256, seen: readonly SeenWhole[]): string {
  const entries = seen.map((copy) =>
    utf8Bytes(`${copy.object} ${copy.sha256} ${copy.checkedAt.toISOString()}`),
  )
  return hexText(rootOf(sha256, entries))
}
