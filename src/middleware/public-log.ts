import { gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import { encodingFor } from './compress.ts'

const ROOT = '/log/'
const TEXT = 'text/plain; charset=utf-8'
const BYTES = 'application/octet-stream'
const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

/** Anybody may read it from anywhere, and nothing of it is a page. */
const ALWAYS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Encoding',
}

/** The log as it lies in its folder (c2sp.org/tlog-tiles); any web server may do the same. */
export function publicLog({ tlog }: Pick<Deps, 'tlog'>): MiddlewareHandler {
  return async (c, next) => {
    const path = c.req.path.slice(ROOT.length)
    if (path === 'checkpoint') return sendText(c, next, await tlog.checkpoint())
    if (path === 'vkey') return sendText(c, next, await tlog.vkey())
    const bytes = await tlog.tile(path)
    if (!bytes) return next()
    const packs = path.startsWith('tile/entries/') && isGzipTaken(c)
    return c.body(new Uint8Array(packs ? gzipSync(bytes) : bytes), 200, {
      ...ALWAYS,
      'Content-Type': BYTES,
      'Cache-Control': FOR_EVER,
      ...(packs && { 'Content-Encoding': 'gzip' }),
    })
  }
}

function sendText(c: Context, next: () => Promise<void>, text: string | undefined) {
  if (text === undefined) return next()
  return c.body(text, 200, { ...ALWAYS, 'Content-Type': TEXT, 'Cache-Control': ASK_AGAIN })
}

/** Hash digits pack to half; brotli would take ten times as long for little more. */
function isGzipTaken(c: Context): boolean {
  return encodingFor((c.req.header('Accept-Encoding') ?? '').replace(/\bbr\b/, '')) === 'gzip'
}
