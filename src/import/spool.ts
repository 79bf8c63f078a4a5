import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A folder of files that name people: for its owner alone, as they are. */
export function makeSpool(folder: string) {
  return {
    keep: async (name: string, chunks: AsyncIterable<Uint8Array>) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, name)
      return await write(path, chunks).catch(async (problem) => {
        await rm(path, { force: true })
        throw problem
      })
    },
    remove: (name: string) => rm(join(folder, name), { force: true }),
  }
}

async function write(path: string, chunks: AsyncIterable<Uint8Array>) {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = 0; at < chunk.length; ) {
        const { bytesWritten } = await file.write(chunk, at)
        at += bytesWritten
      }
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}
