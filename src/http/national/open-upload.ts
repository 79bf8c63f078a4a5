import type { Context, MiddlewareHandler } from 'hono'
import type { ForAnyone } from '../../deps.ts'
import { holdFields } from '../form.ts'
import { type Multipart, openMultipart } from './multipart.ts'

const BOUNDARY = /^multipart\/form-data;.*?\bboundary="?([^";]{1,70})"?/i
const uploads = new WeakMap<Request, Multipart>()

/**
 * A body of any size is read as far as its file, so that token and code of the form are known before
 * a byte of that is kept. Whoever is refused for them is still heard to the end.
 */
export function openUpload(): MiddlewareHandler<ForAnyone> {
  return async (c, next) => {
    const boundary = BOUNDARY.exec(c.req.header('Content-Type') ?? '')?.[1]
    const body = c.req.raw.body
    if (!boundary || !body) return next()
    const upload = await openMultipart(body, boundary)
    uploads.set(c.req.raw, upload)
    holdFields(c, upload.fields)
    await next()
    if (c.res.status === 403 || c.res.status === 422) await upload.drain().catch(() => {})
  }
}

/** What `openUpload` found in this request. */
export function fileOf<E extends object>(c: Context<E>): Multipart['file'] {
  return uploads.get(c.req.raw)?.file
}
