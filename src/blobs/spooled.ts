import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Bytes whose number and SHA-256 are known before the first of them is sent. */
export type Spooled = { bytes: number; sha256: string; content: () => Readable }

/** By a file without a name, so that nothing is left however the process ends. */
export async function withSpooled<Answer>(
  source: AsyncIterable<Uint8Array>,
  work: (spooled: Spooled) => Promise<Answer>,
): Promise<Answer> {
  const path = join(tmpdir(), `asn-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  const own = { fd: file.fd, autoClose: false }
  try {
    await unlink(path)
    const hash = createHash('sha256')
    let bytes = 0
    const count = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    }
    await pipeline(source, count, createWriteStream('', own))
    const content = () => createReadStream('', { ...own, start: 0 })
    return await work({ bytes, sha256: hash.digest('hex'), content })
  } finally {
    await file.close()
  }
}
