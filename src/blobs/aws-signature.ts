import { createHash, createHmac } from 'node:crypto'

/** What signs requests to an S3-compatible store. */
export type Access = { region: string; keyId: string; secret: string }

/** `payload` is the SHA-256 of the body in hexadecimal. */
export type Request = {
  method: string
  url: URL
  headers: Record<string, string>
  payload: string
}

export const NO_PAYLOAD = createHash('sha256').digest('hex')

/** The headers that the request leaves with: its own and those of AWS Signature Version 4. */
export function signedHeaders(request: Request, access: Access, now: Date): Record<string, string> {
  const at = now.toISOString().replace(/[:-]|\.\d+/g, '')
  const headers = {
    ...request.headers,
    host: request.url.host,
    'x-amz-content-sha256': request.payload,
    'x-amz-date': at,
  }
  const scope = `${at.slice(0, 8)}/${access.region}/s3/aws4_request`
  const names = Object.keys(headers).map(lower).sort().join(';')
  const text = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical(request, headers))].join('\n')
  const signature = hmac(signingKey(access, scope), text).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${access.keyId}/${scope},SignedHeaders=${names},Signature=${signature}`
  return { ...headers, authorization }
}

function canonical({ method, url, payload }: Request, headers: Record<string, string>): string {
  const lines = Object.entries(headers)
    .map(([name, value]) => `${lower(name)}:${value.trim()}\n`)
    .sort()
  const names = Object.keys(headers).map(lower).sort().join(';')
  return [method, url.pathname, canonicalQuery(url), lines.join(''), names, payload].join('\n')
}

function canonicalQuery({ searchParams }: URL): string {
  return [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
}

/** RFC 3986: five characters more than what JavaScript encodes by itself. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Date, region, service and the end of the scope, one after the other. */
function signingKey({ secret }: Access, scope: string): Buffer {
  return scope.split('/').reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`))
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function lower(text: string): string {
  return text.toLowerCase()
}
