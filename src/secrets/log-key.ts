import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { no, ok, type Result } from '#domain/result.ts'
import { keyId } from '#domain/tlog/signed-note.ts'
import { parseVerifierKey, type VerifierKey, verifierKeyText } from '#domain/tlog/verifier-key.ts'
import { sha256 } from './archive/sha256.ts'
import { type ClosedFileProblem, makeClosedFile, readClosedFile } from './closed-file.ts'

/** Who signs checkpoints (c2sp.org/signed-note, Ed25519). */
export type LogSigner = { key: VerifierKey; vkey: string; sign: (text: string) => Uint8Array }

const ED25519 = 1
const SEED_BYTES = 32
/** What stands before the bytes of an Ed25519 key in PKCS 8 and in SPKI (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** As Go's `note.GenerateKey` writes it: PRIVATE+KEY+name+id+base64(1, seed). */
export function newLogKey(name: string): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-SEED_BYTES)
  const { key } = signerOf(name, seed)
  const id = Buffer.from(key.keyId).toString('hex')
  return `PRIVATE+KEY+${name}+${id}+${Buffer.from([ED25519, ...seed]).toString('base64')}`
}

export function parseLogKey(text: string): Result<LogSigner, 'unreadable'> {
  const [, name, id, data] =
    /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([\w+/]+=*)\s*$/.exec(text) ?? []
  const bytes = Buffer.from(data ?? '', 'base64')
  if (!name || bytes.length !== SEED_BYTES + 1 || bytes[0] !== ED25519) return no('unreadable')
  const signer = signerOf(name, bytes.subarray(1))
  return Buffer.from(signer.key.keyId).toString('hex') === id ? ok(signer) : no('unreadable')
}

export async function readLogKey(file: string): Promise<Result<LogSigner, ClosedFileProblem>> {
  const read = await readClosedFile(file)
  return read.ok ? parseLogKey(read.value) : read
}

/** Never in the place of one that is there; of two who make it at once, both read the first. */
export function createLogKeyFile(file: string, name: string): Promise<void> {
  return makeClosedFile(file, `${newLogKey(name)}\n`)
}

export function isSignedBy(
  { publicKey }: VerifierKey,
  text: string,
  signature: Uint8Array,
): boolean {
  const key = createPublicKey({
    key: Buffer.concat([SPKI, publicKey]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, Buffer.from(text), key, signature)
}

export function parseVkey(text: string): VerifierKey | undefined {
  const parsed = parseVerifierKey(sha256, text)
  return parsed.ok ? parsed.value : undefined
}

function signerOf(name: string, seed: Uint8Array): LogSigner {
  const own = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(own)
    .export({ format: 'der', type: 'spki' })
    .subarray(-SEED_BYTES)
  const key = { name, keyId: keyId(sha256, name, publicKey), publicKey }
  return { key, vkey: verifierKeyText(key), sign: (text) => sign(null, Buffer.from(text), own) }
}
