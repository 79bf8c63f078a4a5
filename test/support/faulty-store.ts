import { setTimeout } from 'node:timers/promises'
import { type BlobStore, storeBusy } from '#src/blobs/blob-store.ts'

/**
 * `full`: no room for what comes. `shortWrite`: keeps half of it and says that all is there.
 * `bitFlip`: gives back other bytes. `gone`: has nothing. `busy`: answers nothing but 503. `slow`:
 * answers late, a few bytes at a time.
 */
export type Fault = 'full' | 'shortWrite' | 'bitFlip' | 'gone' | 'busy' | 'slow'

/** A store that does as the one inside, until it is told how to fail. */
export function makeFaultyStore(inside: BlobStore) {
  let fault: Fault | undefined
  const check = async () => {
    if (fault === 'busy') throw storeBusy('503')
    if (fault === 'slow') await setTimeout(5)
  }
  const store: BlobStore = {
    name: inside.name,
    putIfAbsent: async (object, bytes) => {
      await check()
      if (fault === 'shortWrite') return await inside.putIfAbsent(object, firstHalf(bytes))
      return await inside.putIfAbsent(object, fault === 'full' ? noRoom(bytes) : bytes)
    },
    getRange: async (object, from, to) => {
      await check()
      const bytes = fault === 'gone' ? undefined : await inside.getRange(object, from, to)
      if (bytes && fault === 'bitFlip') return flipped(bytes)
      return bytes && fault === 'slow' ? drops(bytes) : bytes
    },
    head: async (object) => {
      await check()
      return fault === 'gone' ? undefined : await inside.head(object)
    },
    delete: async (object) => {
      await check()
      await inside.delete(object)
    },
    listSince: async function* (after) {
      await check()
      if (fault !== 'gone') yield* inside.listSince(after)
    },
  }
  return {
    store,
    fail: (how: Fault | undefined) => {
      fault = how
    },
  }
}

async function* noRoom(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const piece of bytes) {
    yield piece
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }
}

async function* firstHalf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  const whole = Buffer.concat(all)
  yield whole.subarray(0, whole.length / 2)
}

async function* flipped(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const piece of bytes) {
    const other = Buffer.from(piece)
    other.writeUInt8(other.readUInt8(0) ^ 1)
    yield other
  }
}

async function* drops(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const piece of bytes)
    for (let at = 0; at < piece.length; at += 4096) {
      await setTimeout(1)
      yield piece.subarray(at, at + 4096)
    }
}
