import { type Checkpoint, parseCheckpoint } from '#domain/tlog/checkpoint.ts'
import { parseSignedNote, signatureBy } from '#domain/tlog/signed-note.ts'
import type { VerifierKey } from '#domain/tlog/verifier-key.ts'
import { isSignedBy } from '../secrets/log-key.ts'

/** What a note says that the key has signed, of the log of its name; otherwise nothing. */
export function openNote(note: string, key: VerifierKey): Checkpoint | undefined {
  const parsed = parseSignedNote(note)
  const signature = parsed.ok ? signatureBy(parsed.value, key) : undefined
  if (!parsed.ok || !signature || !isSignedBy(key, parsed.value.text, signature)) return undefined
  const checkpoint = parseCheckpoint(parsed.value.text)
  return checkpoint.ok && checkpoint.value.origin === key.name ? checkpoint.value : undefined
}
