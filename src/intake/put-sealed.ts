import { createHash } from 'node:crypto'
import type { BlobStore } from '../blobs/blob-store.ts'
import { decryptRange, encryptChunks } from '../secrets/archive/chunked.ts'
import type { Copy } from '../store/archive/copies.ts'

/** Where it goes, and as what nothing but its key and this place opens it again. */
export type SealedPlace = Pick<Copy, 'kind' | 'page' | 'object'> & { version: string }

/** Sealed on its way into the store; what a copy says of it is of the ciphertext. */
export async function putSealed(
  store: BlobStore,
  key: Buffer,
  { version, kind, page, object }: SealedPlace,
  source: AsyncIterable<Uint8Array>,
): Promise<Copy> {
  const sealed = encryptChunks(key, contextOf(version, kind, page), source)
  return putHashed(store, { kind, page, object }, sealed)
}

/** The same ciphertext once more, elsewhere. */
export async function copySealed(
  from: BlobStore,
  to: BlobStore,
  copy: Copy,
  object: string,
): Promise<Copy> {
  const put = await putHashed(to, { ...copy, object }, readObject(from, copy.object))
  if (!put.sha256.equals(copy.sha256)) throw new Error('a copy was damaged while it was copied')
  return put
}

/** Its plain bytes, none of a chunk that is not what was sealed. */
export function openCopy(
  store: BlobStore,
  key: Buffer,
  version: string,
  { kind, page, object, bytes }: Copy,
): AsyncIterable<Uint8Array> {
  const read = (from: number, to: number) => readObject(store, object, from, to)
  return decryptRange({ key, context: contextOf(version, kind, page), bytes, read })
}

export function contextOf(version: string, kind: Copy['kind'], page: number): string {
  return `archive/v1/${kind}/${version}/${page}`
}

async function putHashed(
  store: BlobStore,
  { kind, page, object }: Pick<Copy, 'kind' | 'page' | 'object'>,
  source: AsyncIterable<Uint8Array>,
): Promise<Copy> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* () {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await store.putIfAbsent(object, counted())
  return { kind, page, store: store.name, object, sha256: hash.digest(), bytes }
}

async function* readObject(
  store: BlobStore,
  object: string,
  from = 0,
  to?: number,
): AsyncIterable<Uint8Array> {
  const chunks = await store.getRange(object, from, to)
  if (!chunks) throw new Error('an object of a copy is not in its store')
  yield* chunks
}
