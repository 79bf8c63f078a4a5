import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { ForAnyone, Packed } from '../deps.ts'

const WORTH_IT = 1024
const TOO_LONG = 100_000
/** From here on half a millisecond more saves a kilobyte: /bantuan has its budget too. */
const LONG = 32_000

/**
 * Gives `respond` the means to send a page as brotli 4 or gzip 4, a long one as brotli 6, at once in
 * memory. A middleware that packs the finished answer would turn it into streams first, which costs
 * more than the packing.
 * No page holds a secret beside text that an attacker chooses: tokens change with each browser, and
 * a masked password never comes back (BREACH).
 */
export function compress(): MiddlewareHandler<ForAnyone> {
  return (c, next) => {
    c.header('Vary', 'Accept-Encoding')
    const encoding = encodingFor(c.req.header('Accept-Encoding') ?? '')
    c.set('pack', (text) => pack(text, encoding))
    return next()
  }
}

type Encoding = 'br' | 'gzip'

/** The best that `Accept-Encoding` takes; `q=0` refuses (RFC 9110, 12.5.3). */
export function encodingFor(accepted: string): Encoding | undefined {
  const names = accepted.split(',').filter((name) => !/;\s*q=0(\.0*)?\s*$/.test(name))
  const offered = names.map((name) => name.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((name) => offered.includes(name))
}

function pack(text: string, encoding: Encoding | undefined): Packed {
  const length = Buffer.byteLength(text)
  if (!encoding || length < WORTH_IT || length > TOO_LONG) return { body: text, headers: {} }
  const body =
    encoding === 'gzip'
      ? gzipSync(text, { level: 4 })
      : brotliCompressSync(text, length < LONG ? QUICK : CLOSER)
  return { body, headers: { 'Content-Encoding': encoding } }
}

const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const CLOSER = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
