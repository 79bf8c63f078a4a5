import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Which key it is and which one of its parent wraps it: what is wrapped as one opens as no other. */
export type KeyName = {
  kind: 'twin' | 'shard' | 'person' | 'version'
  id: string | number
  parentNo: number
}

const CIPHER = 'aes-256-gcm'
const KEY = 32
const NONCE = 12
const TAG = 16

export function newKey(): Buffer {
  return randomBytes(KEY)
}

/** 60 bytes: nonce, the encrypted key, tag. */
export function wrapKey(parent: Buffer, name: KeyName, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, parent, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(textOf(name)))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** Throws where anything differs. */
export function unwrapKey(parent: Buffer, name: KeyName, wrapped: Buffer): Buffer {
  const nonce = wrapped.subarray(0, NONCE)
  const cipher = createDecipheriv(CIPHER, parent, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(textOf(name)))
  cipher.setAuthTag(wrapped.subarray(-TAG))
  return Buffer.concat([cipher.update(wrapped.subarray(NONCE, -TAG)), cipher.final()])
}

/** Equal for equal files, whoever has them, and of no meaning without the secret. */
export function twinTagOf(secret: Buffer, sha256: Buffer): Buffer {
  return createHmac('sha256', secret).update(sha256).digest().subarray(0, TAG)
}

function textOf({ kind, id, parentNo }: KeyName): string {
  return `archive-key/v1 ${kind} ${id} ${parentNo}`
}
