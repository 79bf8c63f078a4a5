import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { ForAnyone } from '#src/deps.ts'
import { compress } from '#src/middleware/compress.ts'

const LONG = 'Bahasa Indonesia. '.repeat(200)

const app = new Hono<ForAnyone>()
  .use(compress())
  .get('/long', (c) => send(c, LONG))
  .get('/short', (c) => send(c, 'pendek'))
  .get('/huge', (c) => send(c, 'x'.repeat(100_001)))

function send(c: Context<ForAnyone>, text: string) {
  const { body, headers } = c.get('pack')(text)
  return c.body(body, 200, headers)
}

async function ask(path: string, accepted?: string) {
  const headers: Record<string, string> =
    accepted === undefined ? {} : { 'Accept-Encoding': accepted }
  const response = await app.request(path, { headers })
  const body = Buffer.from(await response.arrayBuffer())
  return { encoding: response.headers.get('Content-Encoding'), body, headers: response.headers }
}

describe('a page leaves compressed', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0,gzip ; q=0', null],
    ['identity', null],
    ['vibrant', null],
    ['', null],
    [undefined, null],
  ])('as the browser asks: %j → %s', async (accepted, encoding) => {
    const answer = await ask('/long', accepted)
    expect(answer.encoding).toBe(encoding)
    expect(answer.headers.get('Vary')).toContain('Accept-Encoding')
  })

  test('and says the same', async () => {
    const [br, gzip] = [await ask('/long', 'br'), await ask('/long', 'gzip')]
    expect(brotliDecompressSync(br.body).toString()).toBe(LONG)
    expect(gunzipSync(gzip.body).toString()).toBe(LONG)
    expect(br.body.length).toBeLessThan(LONG.length / 4)
  })

  test.each(['/short', '/huge'])('but not where it gains nothing: %s', async (path) => {
    expect((await ask(path, 'br')).encoding).toBeNull()
  })
})
