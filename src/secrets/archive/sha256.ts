import { createHash } from 'node:crypto'

/** What `domain/tlog` asks of whoever has a SHA-256. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
