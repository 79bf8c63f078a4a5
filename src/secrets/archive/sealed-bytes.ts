import { wholeOf } from './blocks.ts'
import { decryptRange, encryptChunks } from './chunked.ts'

/** For what is small enough for a column. */
export async function sealBytes(key: Buffer, context: string, bytes: Buffer): Promise<Buffer> {
  return await wholeOf(encryptChunks(key, context, onlyOf(bytes)))
}

/** The bytes that `sealBytes` was given; throws where anything differs. */
export async function openBytes(key: Buffer, context: string, sealed: Buffer): Promise<Buffer> {
  const read = (from: number, to: number) => onlyOf(sealed.subarray(from, to))
  return await wholeOf(decryptRange({ key, context, bytes: sealed.length, read }))
}

async function* onlyOf(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
