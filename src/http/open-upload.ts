import type { Context, MiddlewareHandler } from 'hono'
import { paths } from '#views/paths.ts'
import type { ForAnyone } from '../deps.ts'
import { holdFields } from './form.ts'
import { type Multipart, openMultipart } from './multipart.ts'

/** Whose forms have a file. */
export const FILE_FORMS = [
  paths.imports,
  paths.checkUpload,
  paths.uploadTo(':type', ''),
  paths.employeeUploadTo(':id', ':type', ''),
  paths.bulkUpload(':id'),
  paths.batchAct(':id', 'surat'),
]

const IS_FILE_FORM = FILE_FORMS.map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`))

const BOUNDARY = /^multipart\/form-data;.*?\bboundary="?([^";]{1,70})"?/i
/** Answers to whoever is still sending. */
const REFUSALS = [403, 422, 503]

const uploads = new WeakMap<Request, Multipart>()

/** Bodies of any size are read as they come, by whoever puts them away. */
export function isFileBody({ req }: Context): boolean {
  if (req.method === 'PATCH') return true
  const isMultipart = /^multipart\//i.test(req.header('Content-Type') ?? '')
  return isMultipart && IS_FILE_FORM.some((form) => form.test(req.path))
}

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
    if (REFUSALS.includes(c.res.status)) await upload.drain().catch(() => {})
  }
}

/** What `openUpload` found in this request. */
export function fileOf<E extends object>(c: Context<E>): Multipart['file'] {
  return uploads.get(c.req.raw)?.file
}
