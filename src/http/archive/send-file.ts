import type { Context } from 'hono'
import { type ByteRange, readRange } from '#domain/archive/byte-range.ts'
import { fileNameOf } from '#domain/archive/file-name.ts'
import { noFilePage } from '#views/archive/no-file-page.tsx'
import type { NoFile } from '#views/archive/reading-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForAnyone } from '../../deps.ts'
import type { CopyKey } from '../../store/archive/found-copies.ts'
import { isLost } from '../../store/archive/losses.ts'
import type { FoundReadable } from '../../store/archive/readable.ts'
import { refuse } from '../respond.ts'
import { openFile } from './open-file.ts'
import type { OpenedFile } from './open-sealed.ts'

/** What comes from a record opens nothing, loads nothing, and runs nothing, whatever is in it. */
const SEALED_OFF = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
}

/** Whom a file is sent to, for who cannot have it is told what to do. */
export type Taker = 'owner' | 'office' | 'recipient'

export type Sent = Pick<FoundReadable, 'version' | 'record' | 'nip'>

/** What a page of it looks like, for whoever was admitted. */
export async function sendPicture<E extends ForAnyone>(
  deps: Deps,
  c: Context<E>,
  sent: Sent,
  { kind, taker }: { kind: 'preview' | 'thumbnail'; taker: Taker },
): Promise<Response> {
  const asked = c.req.param('page') ?? ''
  const page = /^\d{1,4}$/.test(asked) ? Number(asked) : 0
  const key = { version: sent.version.id, kind, page }
  const file = page > 0 && (await openFile(deps, key))
  if (!file) return tellWhy(deps, c, sent, { key, taker })
  return c.body(streamOf(await file.read(0, file.bytes)), 200, {
    'Content-Type': 'image/webp',
    'Content-Length': String(file.bytes),
    ...SEALED_OFF,
  })
}

/** The file as it came, or the part that was asked for. */
export async function sendVersion<E extends ForAnyone>(
  deps: Deps,
  c: Context<E>,
  sent: Sent,
  taker: Taker,
): Promise<Response> {
  const { version, record, nip } = sent
  const key = { version: version.id, kind: 'content', page: 0 } as const
  const file = await openFile(deps, key)
  if (!file) return tellWhy(deps, c, sent, { key, taker })
  const { no, status, id } = version
  const isInForce = status === 'verified'
  const name = fileNameOf({ type: { code: record.type }, slot: record.slot, nip, no, isInForce })
  return sendParts(c, file, { id, name, type: 'application/pdf' })
}

/** Whatever is answered with all of it is a download of its own, however it was asked for. */
export function goesOn<E extends object>(c: Context<E>, id: string): boolean {
  const range = readRange(rangeOf(c, tagOf(id)), Number.POSITIVE_INFINITY)
  return typeof range === 'object' && range.from > 0
}

type Named = { id: string; name: string; type: string }

/** `id` names bytes that never change (I7), so whoever holds a part of them may go on with the rest. */
export async function sendParts<E extends object>(
  c: Context<E>,
  file: OpenedFile,
  { id, name, type }: Named,
): Promise<Response> {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Accept-Ranges': 'bytes',
    ETag: tagOf(id),
    ...SEALED_OFF,
  }
  const range = readRange(rangeOf(c, headers.ETag), file.bytes)
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

function rangeOf<E extends object>(c: Context<E>, tag: string): string | undefined {
  const asked = c.req.header('If-Range')
  return asked === undefined || asked === tag ? c.req.header('Range') : undefined
}

function tagOf(id: string): string {
  return `"${id}"`
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

const TRY_AGAIN_SECONDS = '60'

/** No copy of it opens just now: it is found out by the care of copies, and may be mended. */
export function noFile<E extends ForAnyone>(
  c: Context<E>,
  why: NoFile = 'notNow',
  record?: string,
) {
  c.header('Retry-After', why === 'notNow' ? TRY_AGAIN_SECONDS : LOOKED_AT_SECONDS)
  return refuse(c, noFilePage(why, record), { kind: 'noCopy', status: 503 })
}

/** What is lost is looked at again every hour. */
const LOOKED_AT_SECONDS = '3600'

/** Whether it may open in a minute, or is lost. */
async function tellWhy<E extends ForAnyone>(
  { sql }: Deps,
  c: Context<E>,
  { version, record }: Sent,
  { key, taker }: { key: CopyKey; taker: Taker },
) {
  if (!(await isLost(sql, key))) return noFile(c)
  const own = taker === 'owner' ? paths.archiveRecord(record.id, version.no) : undefined
  return noFile(c, key.kind === 'content' ? LOST_FOR[taker] : 'lostPage', own)
}

const LOST_FOR: Record<Taker, NoFile> = {
  owner: 'lostOwn',
  office: 'lost',
  recipient: 'lostShared',
}
