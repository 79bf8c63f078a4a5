import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Bucket } from '#src/blobs/s3-request.ts'

type Objects = Map<string, Buffer>

const SECRET = 'rahasia/penyimpanan+contoh'
const PAGE = 5

/**
 * A bucket as an S3-compatible store answers for it, in memory: it reckons every signature itself,
 * and wants the length and the hash of what it is sent. `answerNext` makes the next request fail.
 */
export async function startS3() {
  const objects: Objects = new Map()
  const planned: number[] = []
  const server = createServer((request, response) => {
    const status = planned.shift()
    if (status) response.writeHead(status).end()
    else void answer(objects, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const bucket: Bucket = {
    origin: `http://127.0.0.1:${port}`,
    bucket: 'arsip',
    prefix: 'asn/',
    region: 'ap-southeast-3',
    keyId: 'AKIDEXAMPLE',
    secret: SECRET,
  }
  return {
    bucket,
    objects,
    answerNext: (status: number) => planned.push(status),
    dropConnections: () => server.closeAllConnections(),
    close: () =>
      new Promise<unknown>((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}

async function answer(objects: Objects, request: IncomingMessage, response: ServerResponse) {
  const body = await buffer(request).catch(() => undefined)
  if (!body) return
  const url = new URL(request.url ?? '', 'http://s3')
  const key = decodeURIComponent(url.pathname.replace(/^\/arsip\/?/, ''))
  if (!isSigned(request, url, body))
    return void response.writeHead(403).end('SignatureDoesNotMatch')
  if (!key) return list(objects, url, response)
  if (request.method === 'PUT') return put(objects, key, request, body, response)
  const found = objects.get(key)
  if (request.method === 'DELETE') {
    objects.delete(key)
    return void response.writeHead(204).end()
  }
  if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
  if (request.method === 'HEAD')
    return void response.writeHead(200, { 'content-length': found.length }).end()
  get(found, request, response)
}

function put(
  objects: Objects,
  key: string,
  { headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
) {
  if (headers['content-length'] === undefined) return void response.writeHead(411).end()
  if (headers['if-none-match'] === '*' && objects.has(key))
    return void response.writeHead(412).end()
  objects.set(key, body)
  response.writeHead(200).end()
}

function get(found: Buffer, { headers }: IncomingMessage, response: ServerResponse) {
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
  if (from === '') return void response.writeHead(200).end(found)
  if (Number(from) >= found.length) return void response.writeHead(416).end()
  const part = found.subarray(Number(from), to === '' ? undefined : Number(to) + 1)
  response.writeHead(206, { 'content-length': part.length }).end(part)
}

function list(objects: Objects, { searchParams }: URL, response: ServerResponse) {
  const prefix = searchParams.get('prefix') ?? ''
  const after = searchParams.get('start-after') ?? ''
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
  const contents = keys.slice(0, PAGE).map((key) => {
    const size = objects.get(key)?.length
    return `<Contents><Key>${key}</Key><LastModified>2026-11-26T00:00:00Z</LastModified><Size>${size}</Size></Contents>`
  })
  const truncated = `<IsTruncated>${keys.length > PAGE}</IsTruncated>`
  response
    .writeHead(200)
    .end(`<ListBucketResult>${truncated}${contents.join('')}</ListBucketResult>`)
}

/** As the documents of AWS put it, line by line, and not as our own client does. */
function isSigned({ method, headers }: IncomingMessage, url: URL, body: Buffer): boolean {
  const authorization = headers.authorization ?? ''
  const [, scope = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/(\S+),SignedHeaders=(\S+),Signature=(\w{64})$/.exec(
      authorization,
    ) ?? []
  const [date = '', region = ''] = scope.split('/')
  if (headers['x-amz-content-sha256'] !== sha256(body)) return false
  const query = [...url.searchParams.entries()]
    .map(([name, value]) => [name, value].map(encodeURIComponent).join('='))
    .sort()
    .join('&')
  const lines = names.split(';').map((name) => `${name}:${headers[name]}`)
  const canonical = [method, url.pathname, query, ...lines, '', names, sha256(body)].join('\n')
  const text = `AWS4-HMAC-SHA256\n${headers['x-amz-date']}\n${scope}\n${sha256(canonical)}`
  const day = hmac(`AWS4${SECRET}`, date)
  const key = hmac(hmac(hmac(day, region), 's3'), 'aws4_request')
  return hmac(key, text).toString('hex') === signature && region === 'ap-southeast-3'
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
