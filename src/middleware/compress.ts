import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { ForAnyone } from '../deps.ts'

const WORTH_IT = 1024
const TOO_LONG = 100_000

/**
 * Pages leave as brotli 4 or gzip 4, at once in memory: the streaming compressor of hono costs four
 * times as much (packages.md). No page holds a secret beside text that an attacker chooses: tokens
 * change with each browser, and a masked password never comes back (BREACH). A download passes as it
 * comes, for nobody knows how long it is.
 */
export function compress(): MiddlewareHandler<ForAnyone> {
  return async (c, next) => {
    await next()
    c.header('Vary', 'Accept-Encoding', { append: true })
    if (c.res.headers.has('Content-Encoding') || !isText(c.res)) return
    const encoding = encodingFor(c.req.header('Accept-Encoding') ?? '')
    if (!encoding || c.req.method === 'HEAD') return
    const body = Buffer.from(await c.res.arrayBuffer())
    const isWorthIt = body.length >= WORTH_IT && body.length <= TOO_LONG
    c.res = new Response(isWorthIt ? pack(body, encoding) : body, c.res)
    if (isWorthIt) c.header('Content-Encoding', encoding)
    c.header('Content-Length')
  }
}

type Encoding = 'br' | 'gzip'

/** The best that `Accept-Encoding` takes; `q=0` refuses (RFC 9110, 12.5.3). */
export function encodingFor(accepted: string): Encoding | undefined {
  const names = accepted.split(',').filter((name) => !/;\s*q=0(\.0*)?\s*$/.test(name))
  const offered = names.map((name) => name.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((name) => offered.includes(name))
}

function pack(body: Buffer, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'gzip') return new Uint8Array(gzipSync(body, { level: 4 }))
  return new Uint8Array(
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  )
}

function isText({ headers, body }: Response): boolean {
  if (headers.has('Content-Disposition')) return false
  return body !== null && /^(text|application\/json)/.test(headers.get('Content-Type') ?? '')
}
