import type { Context } from 'hono'
import { type ByteRange, readRange } from '#domain/archive/byte-range.ts'
import { fileNameOf } from '#domain/archive/file-name.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { after } from '#domain/instant.ts'
import { noFilePage } from '#views/archive/no-file-page.tsx'
import type { Deps, ForPerson } from '../../deps.ts'
import { hasDownloaded } from '../../store/archive/access-log.ts'
import { refuse } from '../respond.ts'
import { type Admitted, admitReader } from './admit-reader.ts'
import { type OpenedFile, openFile } from './open-file.ts'

/** What comes from a record opens nothing, loads nothing, and runs nothing, whatever is in it. */
const SEALED_OFF = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
}

const TRY_AGAIN_SECONDS = '60'

/** GET /arsip/versi/:id/halaman/:page and …/kecil: a picture of one page. */
export function getPageImage(kind: 'preview' | 'thumbnail') {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const admitted = await admitReader(deps, c, 'recordViewed')
    if (admitted instanceof Response) return admitted
    const { version } = admitted.found
    const page = /^\d{1,4}$/.test(c.req.param('page') ?? '') ? Number(c.req.param('page')) : 0
    const file = page > 0 && (await openFile(deps, { version: version.id, kind, page }))
    if (!file) return noFile(c)
    return c.body(streamOf(await file.read(0, file.bytes)), 200, {
      'Content-Type': 'image/webp',
      'Content-Length': String(file.bytes),
      ...SEALED_OFF,
    })
  }
}

/** A download that broke off goes on within this time as the same one. */
const RESUMED_SECONDS = 24 * 3600

/** GET /arsip/versi/:id/berkas: the file as it came, whole or a part of it. */
export function getFile(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const goesOn = /^bytes=[1-9]/.test(c.req.header('Range') ?? '')
    const admitted = await admitReader(deps, c, 'recordDownloaded', async (access) => {
      const since = after(access.at, -RESUMED_SECONDS)
      return goesOn && (await hasDownloaded(deps.sql, access, since))
    })
    if (admitted instanceof Response) return admitted
    const { version } = admitted.found
    const file = await openFile(deps, { version: version.id, kind: 'content', page: 0 })
    return file ? send(c, admitted, file) : noFile(c)
  }
}

async function send(c: Context<ForPerson>, { found }: Admitted, file: OpenedFile) {
  const headers = headersOf(found)
  const range = readRange(rangeOf(c, found.version.id), file.bytes)
  if (range === 'unsatisfiable')
    return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${file.bytes}` })
  if (range === 'whole') {
    const whole = { ...headers, 'Content-Length': String(file.bytes) }
    return c.body(streamOf(await file.read(0, file.bytes)), 200, whole)
  }
  return c.body(streamOf(await file.read(range.from, range.to)), 206, {
    ...headers,
    'Content-Length': String(range.to - range.from),
    'Content-Range': contentRange(range, file.bytes),
  })
}

function headersOf({ version, record, nip }: Admitted['found']) {
  const { no, status, id } = version
  const isInForce = status === 'verified'
  const name = fileNameOf({ type: { code: record.type }, slot: record.slot, nip, no, isInForce })
  return {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Accept-Ranges': 'bytes',
    ETag: etagOf(id),
    ...SEALED_OFF,
  }
}

/** The bytes of a version never change (I7), so whoever holds a part of it may go on with the rest. */
function rangeOf(c: Context<ForPerson>, version: VersionId): string | undefined {
  const asked = c.req.header('If-Range')
  return asked === undefined || asked === etagOf(version) ? c.req.header('Range') : undefined
}

function etagOf(version: VersionId): string {
  return `"${version}"`
}

function contentRange({ from, to }: ByteRange, bytes: number): string {
  return `bytes ${from}-${to - 1}/${bytes}`
}

/** Read on only as fast as it is taken; given up with whoever asked for it. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = content[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (sink) => {
        const { value, done } = await chunks.next()
        if (done) sink.close()
        else sink.enqueue(value)
      },
      cancel: async () => {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** No copy of it opens just now: it is found out by the care of copies, and may be mended. */
function noFile(c: Context<ForPerson>) {
  c.header('Retry-After', TRY_AGAIN_SECONDS)
  return refuse(c, noFilePage(), { kind: 'noCopy', status: 503 })
}
