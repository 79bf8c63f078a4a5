import { createHash, type Hash, randomUUID } from 'node:crypto'
import { decryptRange, encryptChunks, plainSize } from '../secrets/archive/chunked.ts'
import type { BlobStore } from './blob-store.ts'

/** As a row of the table of copies knows it; `sha256` is that of what lies in the store. */
export type SealedObject = { object: string; sha256: string; bytes: number }

/** Encrypted on the way into the store, hashed as it lies there; `object`: what it is to be called. */
export async function sealTo(
  store: BlobStore,
  { key, context, object }: { key: Buffer; context: string; object?: string },
  source: AsyncIterable<Uint8Array>,
): Promise<SealedObject> {
  return await put(store, encryptChunks(key, context, source), { object })
}

/** The same sealed bytes under a new name in this or another store; damaged ones leave nothing. */
export async function copySealed(
  from: BlobStore,
  to: BlobStore,
  { object, sha256 }: Pick<SealedObject, 'object' | 'sha256'>,
  as?: string,
): Promise<SealedObject> {
  const sealed = await from.getRange(object, 0)
  if (!sealed) throw new Error('the object to copy is missing')
  return await put(to, sealed, { object: as, expected: sha256 })
}

/** SHA-256 of what lies there, without any key; undefined where nothing does. */
export async function digestOf(store: BlobStore, object: string): Promise<string | undefined> {
  const sealed = await store.getRange(object, 0)
  if (!sealed) return undefined
  const hash = createHash('sha256')
  for await (const chunk of sealed) hash.update(chunk)
  return hash.digest('hex')
}

/** Decrypted on the way out, only as far as asked for; undefined where there is no such object. */
export async function openFrom(
  store: BlobStore,
  { object, key, context }: { object: string; key: Buffer; context: string },
  { from = 0, to }: { from?: number; to?: number | undefined } = {},
): Promise<{ bytes: number; content: AsyncIterable<Uint8Array> } | undefined> {
  const head = await store.head(object)
  if (!head) return undefined
  const read = (at: number, end: number) => readOf(store, object, at, end)
  const sealed = { key, context, bytes: head.bytes, read }
  return { bytes: plainSize(head.bytes), content: decryptRange(sealed, from, to) }
}

async function put(
  store: BlobStore,
  sealed: AsyncIterable<Uint8Array>,
  { object = randomUUID(), expected }: { object?: string | undefined; expected?: string },
): Promise<SealedObject> {
  const seen = { hash: createHash('sha256'), bytes: 0, sha256: '' }
  await store.putIfAbsent(object, counted(sealed, seen, expected))
  return { object, sha256: seen.sha256, bytes: seen.bytes }
}

/** Throws before the last byte is kept, so that a store never ends up with what was not expected. */
async function* counted(
  sealed: AsyncIterable<Uint8Array>,
  seen: { hash: Hash; bytes: number; sha256: string },
  expected: string | undefined,
): AsyncIterable<Uint8Array> {
  for await (const chunk of sealed) {
    seen.hash.update(chunk)
    seen.bytes += chunk.length
    yield chunk
  }
  seen.sha256 = seen.hash.digest('hex')
  if (expected !== undefined && seen.sha256 !== expected)
    throw new Error('the object to copy is damaged')
}

async function* readOf(store: BlobStore, object: string, from: number, to: number) {
  const sealed = await store.getRange(object, from, to)
  if (!sealed) throw new Error('the object has gone meanwhile')
  yield* sealed
}
