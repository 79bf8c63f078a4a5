import { no, ok, type Result } from '../result.ts'
import { base64Text, parseBase64 } from './base64.ts'
import { joinBytes, sameBytes } from './bytes.ts'
import type { Sha256 } from './sha256.ts'
import { utf8Bytes, utf8Text } from './utf8.ts'

/** c2sp.org/signed-note: text, and who signed it. None of it is true before a signature is. */
export type SignedNote = { text: string; signatures: readonly NoteSignature[] }

export type NoteSignature = { name: string; keyId: Uint8Array; signature: Uint8Array }

/** The type of a signature by Ed25519. */
export const ED25519 = 1

const KEY_ID_BYTES = 4
const MOST_SIGNATURES = 100

export type SignedNoteProblem = 'tooLong' | 'notUtf8' | 'controls' | 'unsigned' | 'signatureLine'

/** Enough for the longest that a log and many witnesses would sign. */
const LONGEST = 1_000_000

export function keyId(sha256: Sha256, name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(utf8Bytes(`${name}\n`), Uint8Array.of(ED25519), publicKey).slice(0, KEY_ID_BYTES)
}

/** Not empty, without blanks and without the plus that parts a verifier key. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s\u0085+\p{Cc}]/u.test(name)
}

export function signedNote(text: string, signatures: readonly NoteSignature[]): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) => `— ${name} ${base64Text(joinBytes([keyId, signature]))}\n`,
  )
  return `${text}\n${lines.join('')}`
}

export function parseSignedNote(note: Uint8Array | string): Result<SignedNote, SignedNoteProblem> {
  if (note.length > LONGEST) return no('tooLong')
  const whole = typeof note === 'string' ? note : utf8Text(note)
  if (whole === undefined || !whole.isWellFormed()) return no('notUtf8')
  if (hasControls(whole)) return no('controls')
  const parting = whole.lastIndexOf('\n\n')
  const lines = whole.slice(parting + 2).split('\n')
  if (parting < 0 || lines.pop() !== '' || lines.length === 0) return no('unsigned')
  const signatures = lines.map(parseSignature).filter((one) => one !== undefined)
  if (signatures.length !== lines.length || lines.length > MOST_SIGNATURES)
    return no('signatureLine')
  return ok({ text: whole.slice(0, parting + 1), signatures })
}

/** What the holder of this key signed with; undefined where it did not, or not only once. */
export function signatureBy(
  note: SignedNote,
  key: { name: string; keyId: Uint8Array },
): Uint8Array | undefined {
  const [own, ...more] = note.signatures.filter(
    (one) => one.name === key.name && sameBytes(one.keyId, key.keyId),
  )
  return more.length === 0 ? own?.signature : undefined
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name = '', text = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = parseBase64(text)
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) }
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1)
    if (text.charCodeAt(at) < 0x20 && text[at] !== '\n') return true
  return false
}
