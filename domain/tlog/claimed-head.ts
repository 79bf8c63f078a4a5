import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { parseSignedNote, signatureBy } from './signed-note.ts'
import type { VerifierKey } from './verifier-key.ts'

/** What somebody claims that the key has signed, until `signature` over `text` is checked. */
export type ClaimedHead = { checkpoint: Checkpoint; text: string; signature: Uint8Array }

/** Undefined for what is no note of that key about the log of its name. */
export function claimedHead(note: string, key: VerifierKey): ClaimedHead | undefined {
  const parsed = parseSignedNote(note)
  const signature = parsed.ok ? signatureBy(parsed.value, key) : undefined
  if (!parsed.ok || !signature) return undefined
  const { text } = parsed.value
  const checkpoint = parseCheckpoint(text)
  const isItsLog = checkpoint.ok && checkpoint.value.origin === key.name
  return isItsLog ? { checkpoint: checkpoint.value, text, signature } : undefined
}
