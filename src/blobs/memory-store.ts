import { buffer } from 'node:stream/consumers'
import { type BlobStore, checkedName } from './blob-store.ts'

/** Objects that are gone with the process. */
export function makeMemoryStore(name: string): BlobStore {
  const objects = new Map<string, Buffer>()
  return {
    name,
    putIfAbsent: async (object, bytes) => {
      if (objects.has(checkedName(object))) return 'present'
      const whole = await buffer(bytes)
      if (objects.has(object)) return 'present'
      objects.set(object, whole)
      return 'put'
    },
    getRange: async (object, from, to) => {
      const whole = objects.get(checkedName(object))
      return whole && piecesOf(whole.subarray(from, to))
    },
    head: async (object) => {
      const whole = objects.get(checkedName(object))
      return whole && { bytes: whole.length }
    },
    delete: async (object) => {
      objects.delete(checkedName(object))
    },
    listSince: (after) => listOf(objects, after),
  }
}

async function* piecesOf(bytes: Buffer): AsyncIterable<Uint8Array> {
  if (bytes.length > 0) yield Buffer.from(bytes)
}

async function* listOf(objects: Map<string, Buffer>, after = '') {
  for (const object of [...objects.keys()].sort())
    if (object > after) yield { object, bytes: objects.get(object)?.length ?? 0 }
}
