import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { base32 } from './base32.ts'
import { type Keys, keyOf } from './keys.ts'

/** `sealed` is nonce, ciphertext and tag in one; `keyId` names the key of the ring `seeds`. */
export type Sealed = { keyId: string; sealed: Buffer }

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** 160 bits, as long as the SHA-1 of the codes (RFC 4226 4, R6). */
export function newSeed(): Buffer {
  return randomBytes(20)
}

/** The seed as people type it into an app. */
export function seedText(seed: Buffer): string {
  return base32(seed)
}

/** R-OT-06: what is sealed for one device opens for no other. */
export function sealSeed(keys: Keys, device: string, seed: Buffer): Sealed {
  return seal(keys, `seed:${device}`, seed)
}

/** Throws where the bytes were altered or belong to another device. */
export function openSeed(keys: Keys, device: string, sealed: Sealed): Buffer {
  return open(keys, `seed:${device}`, sealed)
}

/** Encrypts a short secret; it opens only under the same `context`, which is not encrypted. */
export function seal(keys: Keys, context: string, bytes: Buffer): Sealed {
  const keyId = keys.seeds.current
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, cipherKey(keys, keyId), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context))
  const text = Buffer.concat([cipher.update(bytes), cipher.final()])
  return { keyId, sealed: Buffer.concat([nonce, text, cipher.getAuthTag()]) }
}

/** The bytes that `seal` was given; throws where anything differs. */
export function open(keys: Keys, context: string, { keyId, sealed }: Sealed): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const key = cipherKey(keys, keyId)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const text = sealed.subarray(NONCE_BYTES, -TAG_BYTES)
  return Buffer.concat([decipher.update(text), decipher.final()])
}

/** A key of the file may be longer than the 256 bits that AES takes. */
function cipherKey(keys: Keys, keyId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', keyOf(keys.seeds, keyId), '', CIPHER, 32))
}
