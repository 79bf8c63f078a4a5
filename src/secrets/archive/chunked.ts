import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { blocksOf, wholeOf } from './blocks.ts'

/**
 * What lies in a store: `read` gives its bytes from one place up to another. It opens under no other
 * context, which is not encrypted.
 */
export type SealedBytes = {
  key: Buffer
  context: string
  bytes: number
  read: (from: number, to: number) => AsyncIterable<Uint8Array>
}

/** `key`: as a KeyObject, for node:crypto takes as long again to find out that a Buffer is none. */
type Message = { key: KeyObject; nonce: Buffer; commitment: Buffer }

const AEAD = 'AEAD_AES_256_GCM'
const CIPHER = 'aes-256-gcm'
const KEY = 32
const NONCE = 12
const SALT = 24
const COMMITMENT = 32
const HEADER = SALT + COMMITMENT
const CHUNK = 16 * 1024
const TAG = 16
const DAMAGE = 'DamagedCiphertext'

/**
 * https://c2sp.org/chunked-encryption by SHA-512 and AES-256-GCM ("Cobblestone-256"): salt and key
 * commitment, then chunks of 16 KiB, the last of which is shorter, perhaps empty.
 */
export async function* encryptChunks(
  key: Buffer,
  context: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT)
  const message = messageOf(key, salt, context)
  yield Buffer.concat([salt, message.commitment])
  let number = 0
  for await (const block of blocksOf(source, CHUNK)) {
    yield* sealChunk(message, number, block)
    number += 1
  }
}

/**
 * Plain bytes `from` up to `to`, none of a chunk before its tag was found right. The last chunk is
 * opened in any case, for it alone proves how long the whole is.
 */
export async function* decryptRange(
  sealed: SealedBytes,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer> {
  const length = plainSize(sealed.bytes)
  const end = Math.min(to, length)
  const last = chunkOf(length)
  const through = end === length ? last : chunkOf(Math.max(end - 1, 0))
  const message = await openHeader(sealed)
  if (through < last) for await (const _ of openChunks(sealed, message, last, last));
  let start = chunkOf(Math.min(from, length)) * CHUNK
  for await (const plain of openChunks(sealed, message, chunkOf(start), through)) {
    const part = plain.subarray(Math.max(from - start, 0), Math.max(end - start, 0))
    if (part.length > 0) yield part
    start += CHUNK
  }
}

/** How many bytes so many plain ones become. */
export function sealedSize(plain: number): number {
  return HEADER + plain + TAG * (chunkOf(plain) + 1)
}

/** How many plain bytes these were; no text becomes as many bytes as one cut between two chunks. */
export function plainSize(sealed: number): number {
  const last = (sealed - HEADER) % (CHUNK + TAG)
  if (sealed < HEADER || last < TAG) throw damage('of an impossible length')
  return sealed - HEADER - TAG * (Math.floor((sealed - HEADER) / (CHUNK + TAG)) + 1)
}

/** Bytes that this key, context and place never made. */
export function isDamage(problem: unknown): boolean {
  return problem instanceof Error && problem.name === DAMAGE
}

async function openHeader({ key, context, read }: SealedBytes): Promise<Message> {
  const header = await wholeOf(read(0, HEADER))
  if (header.length !== HEADER) throw damage('cut in its header')
  const message = messageOf(key, header.subarray(0, SALT), context)
  if (timingSafeEqual(message.commitment, header.subarray(SALT))) return message
  throw damage('sealed by another key or for another place')
}

async function* openChunks(
  { read, bytes }: SealedBytes,
  message: Message,
  first: number,
  through: number,
): AsyncGenerator<Buffer> {
  let number = first
  const sealed = read(placeOf(first), Math.min(placeOf(through + 1), bytes))
  for await (const block of blocksOf(sealed, CHUNK + TAG)) {
    if (number > through) return
    yield openChunk(message, number, block)
    number += 1
  }
}

function sealChunk(message: Message, number: number, plain: Buffer): Buffer[] {
  const cipher = createCipheriv(CIPHER, message.key, nonceOf(message, number))
  return [cipher.update(plain), cipher.final(), cipher.getAuthTag()].filter(
    ({ length }) => length > 0,
  )
}

function openChunk(message: Message, number: number, sealed: Buffer): Buffer {
  if (sealed.length < TAG) throw damage('cut')
  const nonce = nonceOf(message, number)
  const cipher = createDecipheriv(CIPHER, message.key, nonce, { authTagLength: TAG })
  cipher.setAuthTag(sealed.subarray(-TAG))
  const plain = cipher.update(sealed.subarray(0, -TAG))
  try {
    cipher.final()
  } catch (problem) {
    throw damage('changed', problem)
  }
  return plain
}

/** HKDF-Expand alone (RFC 5869 2.3), which node:crypto does not offer without the step before it. */
function messageOf(key: Buffer, salt: Buffer, context: string): Message {
  if (key.length !== KEY) throw new Error(`a key of ${KEY} bytes is needed`)
  const prefix = Buffer.from(`c2sp.org/chunked-encryption@v1+${AEAD}\0`)
  const info = Buffer.concat([prefix, salt, Buffer.from(context)])
  const one = createHmac('sha512', key).update(info).update('\x01').digest()
  const two = createHmac('sha512', key).update(one).update(info).update('\x02').digest()
  const derived = Buffer.concat([one, two])
  return {
    key: createSecretKey(derived.subarray(0, KEY)),
    nonce: derived.subarray(KEY, KEY + NONCE),
    commitment: derived.subarray(KEY + NONCE, KEY + NONCE + COMMITMENT),
  }
}

/** The number of the chunk, as wide as the nonce, by exclusive or; numbers stay below 2^38. */
function nonceOf({ nonce }: Message, number: number): Buffer {
  const own = Buffer.from(nonce)
  own.writeBigUInt64BE(own.readBigUInt64BE(NONCE - 8) ^ BigInt(number), NONCE - 8)
  return own
}

function chunkOf(place: number): number {
  return Math.floor(place / CHUNK)
}

function placeOf(chunk: number): number {
  return HEADER + chunk * (CHUNK + TAG)
}

function damage(how: string, cause?: unknown): Error {
  return Object.assign(new Error(`sealed bytes are ${how}`, { cause }), { name: DAMAGE })
}
