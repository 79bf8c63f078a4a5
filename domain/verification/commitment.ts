import { sameBytes } from '../tlog/bytes.ts'
import { parseHex } from '../tlog/hex.ts'
import type { Leaf } from '../tlog/leaf.ts'
import type { Sha256 } from '../tlog/sha256.ts'

const BLOCK = 64

/** What a leaf commits to: HMAC-SHA-256 (RFC 2104) of a SHA-256, under a salt of 32 bytes. */
export function commitmentOf(sha256: Sha256, salt: Uint8Array, digest: Uint8Array): Uint8Array {
  const key = new Uint8Array(BLOCK)
  key.set(salt)
  const [inner, outer] = [0x36, 0x5c].map((pad) => key.map((byte) => byte ^ pad))
  if (!inner || !outer) throw new Error('two pads make two keys')
  return sha256(outer, sha256(inner, digest))
}

/** Whether the commitment of the leaf opens with this salt to this SHA-256, both in hex. */
export function opensTo(
  sha256: Sha256,
  { commitment }: Leaf,
  { salt, digest }: { salt: string; digest: string },
): boolean {
  const [said, key, file] = [commitment ?? '', salt, digest].map(parseHex)
  if (said?.length !== 32 || key?.length !== 32 || file?.length !== 32) return false
  return sameBytes(said, commitmentOf(sha256, key, file))
}
