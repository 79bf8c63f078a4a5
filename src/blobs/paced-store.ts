import type { BlobStore } from './blob-store.ts'

/** `uptime` in milliseconds; `wait` resolves after so many. */
export type Stopwatch = { uptime: () => number; wait: (milliseconds: number) => Promise<unknown> }

/** Reads no faster than so many bytes a second, all together, so that people's own reading goes first. */
export function pacedStore(store: BlobStore, bytesPerSecond: number, watch: Stopwatch): BlobStore {
  let freeAt = watch.uptime()
  const pace = async (bytes: number) => {
    const now = watch.uptime()
    freeAt = Math.max(freeAt, now) + (bytes * 1000) / bytesPerSecond
    if (freeAt > now) await watch.wait(freeAt - now)
  }
  return {
    ...store,
    getRange: async (object, from, to) => {
      const bytes = await store.getRange(object, from, to)
      return bytes && slowed(bytes, pace)
    },
  }
}

async function* slowed(
  bytes: AsyncIterable<Uint8Array>,
  pace: (bytes: number) => Promise<void>,
): AsyncIterable<Uint8Array> {
  for await (const piece of bytes) {
    await pace(piece.length)
    yield piece
  }
}
