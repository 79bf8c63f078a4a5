import { no, ok, type Result } from '../result.ts'
import { base64Text, parseBase64 } from './base64.ts'
import { joinBytes } from './bytes.ts'
import { hexText } from './hex.ts'
import type { Sha256 } from './sha256.ts'
import { ED25519, isKeyName, keyId } from './signed-note.ts'

/** Whose signature counts. */
export type VerifierKey = { name: string; keyId: Uint8Array; publicKey: Uint8Array }

export type VerifierKeyProblem = 'parts' | 'name' | 'notEd25519' | 'keyId'

const KEY_BYTES = 32

/** The name, the key's number and the key: what is pinned, printed and compared. */
export function verifierKeyText({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${hexText(keyId)}+${base64Text(joinBytes([Uint8Array.of(ED25519), publicKey]))}`
}

export function parseVerifierKey(
  sha256: Sha256,
  text: string,
): Result<VerifierKey, VerifierKeyProblem> {
  const parts = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(text)
  const [, name = '', id = '', encoded = ''] = parts ?? []
  const bytes = parts ? parseBase64(encoded) : undefined
  if (!bytes) return no('parts')
  if (!isKeyName(name)) return no('name')
  if (bytes[0] !== ED25519 || bytes.length !== KEY_BYTES + 1) return no('notEd25519')
  const publicKey = bytes.slice(1)
  const own = keyId(sha256, name, publicKey)
  return hexText(own) === id ? ok({ name, keyId: own, publicKey }) : no('keyId')
}
