import { createHash } from 'node:crypto'
import type { VersionId } from '#domain/archive/version.ts'
import type { Proving } from '#domain/verification/prove-leaf.ts'
import { openFields } from './archive/sealed-fields.ts'
import { sha256 } from './archive/sha256.ts'
import { isSignedBy, parseVkey } from './log-key.ts'

/** What public verification needs of cryptography. */
export type Checks = {
  /** Undefined for what names no key. */
  provingWith: (vkey: string) => Proving | undefined
  /** The SHA-256 of what comes, in hex, none of it kept; undefined for more than that many bytes. */
  digestOf: (chunks: AsyncIterable<Uint8Array>, atMost: number) => Promise<string | undefined>
  openSalt: (sealed: SealedSalt) => Promise<string>
  /** What a code on paper is made of. */
  openSealed: (sealed: SealedSalt) => Promise<{ sha256: string; salt: string }>
}

type SealedSalt = { version: VersionId; key: Buffer; sealed: Buffer }

export const checks: Checks = {
  provingWith: (vkey) => {
    const key = parseVkey(vkey)
    if (!key) return undefined
    return {
      key,
      sha256,
      isSignature: async (_, message, signature) =>
        isSignedBy(key, Buffer.from(message).toString(), signature),
    }
  },

  digestOf: async (chunks, atMost) => {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > atMost) return undefined
      hash.update(chunk)
    }
    return hash.digest('hex')
  },

  openSalt: async ({ version, key, sealed }) => (await openFields(key, version, sealed)).salt,

  openSealed: async ({ version, key, sealed }) => {
    const { sha256, salt } = await openFields(key, version, sealed)
    return { sha256, salt }
  },
}
