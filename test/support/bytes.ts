import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'

/** The bytes in pieces of the given size, as they come from a network or a disk. */
export async function* inPieces(bytes: Uint8Array, size = 10_000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A source that ends in the middle, as when a client leaves. */
export async function* brokenAfter(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
  throw new Error('the source broke')
}

export async function allOf(source: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  if (!source) throw new Error('there is nothing to read')
  return await buffer(source)
}

export function someBytes(length: number): Buffer {
  return randomBytes(length)
}
