import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes whose number and SHA-256 are known before the first of them is sent. */
export type Spooled = { bytes: number; sha256: string; content: () => AsyncIterable<Uint8Array> }

const PIECE = 256 * 1024

/** By a file without a name, so that nothing is left however the process ends. */
export async function withSpooled<Answer>(
  source: AsyncIterable<Uint8Array>,
  work: (spooled: Spooled) => Promise<Answer>,
): Promise<Answer> {
  const path = join(tmpdir(), `asn-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await unlink(path)
    return await work({ ...(await write(file, source)), content: () => read(file) })
  } finally {
    await file.close()
  }
}

async function write(file: FileHandle, source: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    hash.update(chunk)
    bytes += chunk.length
    for (let at = 0; at < chunk.length; ) {
      const { bytesWritten } = await file.write(chunk, at)
      at += bytesWritten
    }
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function* read(file: FileHandle): AsyncIterable<Uint8Array> {
  for (let at = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
