import { createHash, type Hash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/**
 * What a file costs at least on the same server: its bytes go into a file as they come, are hashed and
 * synced, and come back out of it and are hashed. In one body or, like tus, in many one after the other.
 */
const [folder = ''] = process.argv.slice(2)
const PIECE = 256 * 1024
const hashes = new Map<string, Hash>()

async function take(path: string, body: ReadableStream<Uint8Array>, hash: Hash): Promise<void> {
  const file = await open(path, 'a')
  try {
    for await (const chunk of body) {
      hash.update(chunk)
      await file.write(chunk)
    }
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function* hashed(path: string) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
    hash.update(chunk)
    yield chunk
  }
  hash.digest()
}

const app = new Hono()
  .post('/', (c) => c.text(randomUUID()))
  .on(['PUT', 'PATCH'], '/:id', async (c) => {
    const id = c.req.param('id')
    const hash = hashes.get(id) ?? createHash('sha256')
    hashes.set(id, hash)
    if (c.req.raw.body) await take(join(folder, id), c.req.raw.body, hash)
    const isLast = c.req.method === 'PUT' || c.req.query('last') !== undefined
    if (isLast) hashes.delete(id)
    return c.text(isLast ? hash.digest('hex') : '')
  })
  .get('/:id', (c) =>
    c.body(
      Readable.toWeb(Readable.from(hashed(join(folder, c.req.param('id'))))) as ReadableStream,
    ),
  )
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`siap di http://127.0.0.1:${port}\n`)
})
