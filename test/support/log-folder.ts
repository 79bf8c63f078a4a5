import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeBundle } from '#domain/tlog/bundle.ts'
import { checkpointText } from '#domain/tlog/checkpoint.ts'
import { growEdge, NO_EDGE } from '#domain/tlog/edge.ts'
import { readRoot } from '#domain/tlog/read-proof.ts'
import { keyId, signedNote } from '#domain/tlog/signed-note.ts'
import { entriesPath, TILE_WIDTH, tilePath } from '#domain/tlog/tile.ts'
import { leafHash } from '#domain/tlog/tree.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'
import { type VerifierKey, verifierKeyText } from '#domain/tlog/verifier-key.ts'
import { sha256, sourceOf } from '#test/domain/tlog/trees.ts'

export type LogSigner = VerifierKey & { privateKey: KeyObject }

/** The signer that this seed makes; the eight words in front are those of PKCS 8 for Ed25519. */
export function logSigner(name: string, seed: Uint8Array): LogSigner {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const publicKey = new Uint8Array(spki.subarray(-32))
  return { name, publicKey, keyId: keyId(sha256, name, publicKey), privateKey }
}

/** A whole log as static files, and its checkpoints of any size. */
export async function writeLogFolder(
  folder: string,
  entries: readonly Uint8Array[],
  signer: LogSigner,
) {
  const leaves = entries.map((entry) => leafHash(sha256, entry))
  const source = sourceOf(leaves)
  const write = (path: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const checkpoint = async (size: number) => {
    const root = await readRoot(source, size)
    const text = checkpointText({ origin: signer.name, size, root })
    const signature = sign(null, utf8Bytes(text), signer.privateKey)
    return signedNote(text, [{ ...signer, signature }])
  }
  for (const { level, index, hashes } of growEdge(sha256, NO_EDGE, leaves).tiles) {
    write(tilePath({ level, index, width: hashes.length }), Buffer.concat(hashes))
    if (level > 0) continue
    const own = entries.slice(index * TILE_WIDTH, index * TILE_WIDTH + hashes.length)
    write(entriesPath(index, hashes.length), writeBundle(own))
  }
  write('checkpoint', await checkpoint(entries.length))
  write('vkey', `${verifierKeyText(signer)}\n`)
  return { checkpoint, source }
}
