import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { writeBundle } from '#domain/tlog/bundle.ts'
import { checkpointText } from '#domain/tlog/checkpoint.ts'
import { hexText } from '#domain/tlog/hex.ts'
import { type Leaf, leafText } from '#domain/tlog/leaf.ts'
import { keyId, signedNote } from '#domain/tlog/signed-note.ts'
import { entriesPath, tilePath, tilesAt } from '#domain/tlog/tile.ts'
import { leafHash, rootOf } from '#domain/tlog/tree.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'
import { type VerifierKey, verifierKeyText } from '#domain/tlog/verifier-key.ts'
import { commitmentOf } from '#domain/verification/commitment.ts'
import type { IsSignature, LogSource, Proving } from '#domain/verification/prove-leaf.ts'
import { sha256 } from '#src/secrets/archive/sha256.ts'

const isSignature: IsSignature = async (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url')
  const key = { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const
  return verify(null, message, key, signature)
}

/** Whoever signs a log, and the key that is known of them. */
export function signer(name = 'asn.example/log') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const bytes = new Uint8Array(
    Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
  )
  const key: VerifierKey = { name, keyId: keyId(sha256, name, bytes), publicKey: bytes }
  const proving: Proving = { key, sha256, isSignature }
  return { privateKey, key, proving, vkey: verifierKeyText(key) }
}

export type Signer = ReturnType<typeof signer>

/** A log of at most 256 leaves, in memory; what it is to say otherwise a test overwrites in `files`. */
export function smallLog(leaves: readonly Leaf[], by: Signer): LogSource & SmallLog {
  const entries = leaves.map((leaf) => utf8Bytes(leafText(leaf)))
  const size = entries.length
  const files = new Map<string, Uint8Array>()
  files.set(entriesPath(0, size), writeBundle(entries))
  const hashes = entries.map((entry) => leafHash(sha256, entry))
  for (const tile of tilesAt(size).filter(({ level }) => level === 0))
    files.set(tilePath(tile), new Uint8Array(Buffer.concat(hashes)))
  const checkpoint = { origin: by.key.name, size, root: rootOf(sha256, entries) }
  const note = noteOf(checkpointText(checkpoint), by)
  files.set('checkpoint', utf8Bytes(note))
  return {
    files,
    checkpoint: async () => {
      const bytes = files.get('checkpoint')
      return bytes && Buffer.from(bytes).toString('utf8')
    },
    tile: async (path) => files.get(path),
  }
}

type SmallLog = { files: Map<string, Uint8Array> }

export function noteOf(
  text: string,
  { key, privateKey }: { key: VerifierKey; privateKey: KeyObject },
) {
  const signature = new Uint8Array(sign(null, Buffer.from(text), privateKey))
  return signedNote(text, [{ name: key.name, keyId: key.keyId, signature }])
}

const RECORD = '0123456789abcdef0123456789abcdef'
export const SALT = 'a1'.repeat(32)

/** The file of a document, as its SHA-256. */
export function digestOf(content: string): string {
  return hexText(sha256(utf8Bytes(content)))
}

/** What the log says of a file; a test names what it is about. */
export function leafOf(content: string, fields: Partial<Leaf> = {}): Leaf {
  const commitment = commitmentOf(
    sha256,
    Buffer.from(SALT, 'hex'),
    Buffer.from(digestOf(content), 'hex'),
  )
  return {
    at: '2026-11-21T21:03Z',
    event: 'recordVerified',
    record: RECORD,
    n: 3,
    version: 1,
    commitment: hexText(commitment),
    digest: 'd'.repeat(64),
    ...fields,
  }
}

/** An event that is about no file. */
export function bareLeaf(fields: Partial<Leaf> = {}): Leaf {
  const { record, n, version, commitment, ...noted } = leafOf('')
  return { ...noted, event: 'accountNoted', ...fields }
}

/** Of a record, after its version 1 was verified. */
export function laterLeaf(fields: Partial<Leaf>): Leaf {
  return leafOf('something else', { n: 7, ...fields })
}

/** The leaf of a berita acara. */
export function listLeaf(list: string): Leaf {
  return bareLeaf({ event: 'recordNoted', ...pick(leafOf(list)) })
}

function pick({ commitment }: Leaf): Partial<Leaf> {
  return commitment === undefined ? {} : { commitment }
}
