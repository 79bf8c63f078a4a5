import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { type Access, NO_PAYLOAD, signedHeaders } from './aws-signature.ts'
import { storeBusy } from './blob-store.ts'
import type { Spooled } from './spooled.ts'

/** A bucket of an S3-compatible store, by path, and the part of it that is ours: '' or 'a/b/'. */
export type Bucket = Access & { origin: string; bucket: string; prefix: string }

export type Request = {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Spooled
}

const SILENCE_MS = 30_000

/** Asks a second time where an idle connection had been closed by the store meanwhile. */
export async function requestBucket(
  bucket: Bucket,
  request: Request,
  clock: () => Date,
): Promise<IncomingMessage> {
  const first = await send(bucket, request, clock())
  return first === 'staleConnection' ? await sendAnew(bucket, request, clock()) : first
}

/** True for the expected status, undefined for 404; no other answer is of use to anybody. */
export function answered(answer: IncomingMessage, expected: number): true | undefined {
  answer.resume()
  if (answer.statusCode === expected) return true
  if (answer.statusCode === 404) return undefined
  throw storeBusy(String(answer.statusCode))
}

async function sendAnew(bucket: Bucket, request: Request, now: Date): Promise<IncomingMessage> {
  const second = await send(bucket, request, now)
  if (second === 'staleConnection') throw storeBusy('nothing')
  return second
}

function send(
  bucket: Bucket,
  { method, key = '', query = {}, headers = {}, body }: Request,
  now: Date,
): Promise<IncomingMessage | 'staleConnection'> {
  const url = new URL(`/${bucket.bucket}/${key}?${new URLSearchParams(query)}`, bucket.origin)
  const payload = body?.sha256 ?? NO_PAYLOAD
  const signed = signedHeaders({ method, url, headers, payload }, bucket, now)
  const all = { ...signed, ...(body && { 'content-length': String(body.bytes) }) }
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: all, timeout: SILENCE_MS }, resolve)
    const failed = (problem: Error) =>
      sent.reusedSocket && 'code' in problem && problem.code === 'ECONNRESET'
        ? resolve('staleConnection')
        : reject(problem)
    sent.on('error', failed)
    sent.on('timeout', () => sent.destroy(storeBusy('nothing')))
    if (body) pipeline(body.content(), sent).catch(failed)
    else sent.end()
  })
}
