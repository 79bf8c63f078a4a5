import { DataStore, ERRORS, type Locker, Upload as TusUpload } from '@tus/server'
import type { Upload } from '#domain/archive/upload.ts'
import type { Deps } from '../../deps.ts'
import type { Sender } from './sender.ts'

/** Whoever holds an upload, and how to ask them to let go of it: a line that broke may still hold it. */
export type Holders = Map<string, () => void>

/** What a client may ask beside the core of the protocol (tus.io, version 1.0). */
const EXTENSIONS = ['creation', 'expiration', 'termination']

/** `upload`: the one that the request is about, which was found to be its sender's. */
export function tusStore({ uploads }: Deps, sender: Sender, upload: Upload | undefined): DataStore {
  const known = (): Upload => {
    if (!upload) throw ERRORS.FILE_NOT_FOUND
    return upload
  }
  return Object.assign(new DataStore(), {
    extensions: EXTENSIONS,
    getUpload: async (id: string) => {
      const { bytes, state, id: own } = known()
      const offset = state === 'received' ? bytes : await uploads.length(own)
      if (offset === undefined) throw ERRORS.FILE_NOT_FOUND
      return new TusUpload({ id, size: bytes, offset })
    },
    write: async (chunks: AsyncIterable<Uint8Array>, _: string, offset: number) => {
      const { id, state } = known()
      return state === 'received' ? offset : uploads.append(id, offset, chunks)
    },
    remove: async () => {
      if (!(await uploads.cancel({ id: known().id, ...sender }))) throw ERRORS.FILE_NOT_FOUND
    },
  })
}

/** One at a time in all processes; else 423, and the one before is asked to end. */
export function tusLocker({ uploads }: Deps, holders: Holders): Locker {
  return {
    newLock: (id) => {
      let release: (() => Promise<void>) | undefined
      return {
        lock: async (_, askToEnd) => {
          release = await uploads.tryHold(id)
          if (release) return void holders.set(id, askToEnd)
          holders.get(id)?.()
          throw { status_code: 423, body: 'busy\n' }
        },
        unlock: async () => {
          holders.delete(id)
          await release?.()
        },
      }
    },
  }
}
