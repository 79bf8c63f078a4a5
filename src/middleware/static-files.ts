import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Assets } from '#views/page.tsx'
import { readCheckModules } from './check-modules.ts'
import { encodingFor } from './compress.ts'

type StaticFile = {
  headers: Record<string, string>
  plain: Buffer
  br: () => Buffer
  gzip: () => Buffer
}

export type StaticFiles = { assets: Assets; serve: MiddlewareHandler }

const CSS = 'text/css; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'

const OURS = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
/** Under one name for ever, since pages of other sites name it. */
const FOR_OTHERS = {
  'Cache-Control': 'public, max-age=3600',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
}

/** The few files of the site, held in memory under the hash of their content, compressed when first asked for. */
export function loadStaticFiles(folder: string): StaticFiles {
  const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')
  const files = new Map<string, StaticFile>()
  const hold = (url: string, type: string, plain: Buffer) => {
    files.set(url, packed(plain, { 'Content-Type': type, ...OURS }))
    return url
  }
  const add = (name: string, type: string, path: string) => {
    const plain = readFileSync(path)
    return hold(`/static/${name.replace('.', `-${hashOf(plain)}.`)}`, type, plain)
  }
  /** All under the hash of all, so that each finds the others of its own version by their names. */
  const addModules = () => {
    const modules = readCheckModules(folder)
    const hash = hashOf(JSON.stringify([...modules]))
    const urlOf = (name: string) => `/static/check-${hash}/${name}`
    for (const [name, text] of modules) hold(urlOf(name), SCRIPT, Buffer.from(text))
    return urlOf('check.js')
  }
  const embed = readFileSync(join(folder, 'sematan.js'))
  files.set('/sematan/sematan.js', packed(embed, { 'Content-Type': SCRIPT, ...FOR_OTHERS }))
  const assets: Assets = {
    css: add('app.css', CSS, join(folder, 'app.css')),
    htmx: add('htmx.js', SCRIPT, htmx),
    app: add('app.js', SCRIPT, join(folder, 'app.js')),
    office: add('office.css', CSS, join(folder, 'office.css')),
    archive: add('archive.css', CSS, join(folder, 'archive.css')),
    captcha: add('captcha.js', SCRIPT, join(folder, 'captcha.js')),
    verify: add('verify.js', SCRIPT, join(folder, 'verify.js')),
    share: add('share.js', SCRIPT, join(folder, 'share.js')),
    upload: add('upload.js', SCRIPT, join(folder, 'upload.js')),
    box: add('box.css', CSS, join(folder, 'box.css')),
    boxScript: add('box.js', SCRIPT, join(folder, 'box.js')),
    check: addModules(),
  }
  return { assets, serve: (c, next) => serve(files.get(c.req.path), c, next) }
}

function packed(plain: Buffer, headers: Record<string, string>): StaticFile {
  let br: Buffer | undefined
  let gzip: Buffer | undefined
  return {
    headers,
    plain,
    br: () => (br ??= brotliCompressSync(plain)),
    gzip: () => (gzip ??= gzipSync(plain)),
  }
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 12)
}

const serve = (
  file: StaticFile | undefined,
  c: Parameters<MiddlewareHandler>[0],
  next: Parameters<MiddlewareHandler>[1],
) => {
  if (!file) return next()
  const encoding = encodingFor(c.req.header('Accept-Encoding') ?? '')
  return Promise.resolve(
    c.body(new Uint8Array(encoding ? file[encoding]() : file.plain), 200, {
      ...file.headers,
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(encoding && { 'Content-Encoding': encoding }),
    }),
  )
}
