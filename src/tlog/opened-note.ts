import type { Checkpoint } from '#domain/tlog/checkpoint.ts'
import { claimedHead } from '#domain/tlog/claimed-head.ts'
import type { VerifierKey } from '#domain/tlog/verifier-key.ts'
import { isSignedBy } from '../secrets/log-key.ts'

/** What a note says that the key has signed, of the log of its name; otherwise nothing. */
export function openNote(note: string, key: VerifierKey): Checkpoint | undefined {
  const claimed = claimedHead(note, key)
  return claimed && isSignedBy(key, claimed.text, claimed.signature)
    ? claimed.checkpoint
    : undefined
}
