import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { loadStaticFiles } from '#src/middleware/static-files.ts'

const { assets, serve } = loadStaticFiles('static')
const app = new Hono().get('/static/*', serve)
const { check, ...single } = assets
const urls = Object.values(single)

function ask(url: string, headers: Record<string, string> = {}) {
  return app.request(url, { headers })
}

describe('a static file', () => {
  test.each(urls)('may be kept for ever, since its name is the hash of it: %s', async (url) => {
    const answer = await ask(url)
    const body = Buffer.from(await answer.arrayBuffer())
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
    expect(url).toContain(`-${hash}.`)
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/(css|javascript); charset=utf-8$/)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('may be kept for ever in a folder whose name is the hash of all in it', async () => {
    const folder = check.slice(0, -'check.js'.length)
    expect(folder).toMatch(/^\/static\/check-[\w-]{12}\/$/)
    for (const name of ['check.js', 'ed25519/index.js']) {
      const answer = await ask(folder + name)
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    }
  })

  test.each([
    ['gzip, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0', null],
    ['', null],
  ])('leaves in the form that %j asks for', async (accepted, encoding) => {
    const answer = await ask(assets.css, { 'Accept-Encoding': accepted })
    expect(answer.headers.get('Content-Encoding')).toBe(encoding)
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
  })

  test.each([
    '/static/app.css',
    '/static/app-000000000000.css',
    '/static/../package.json',
    '/static/',
  ])('is served under no other name: %s', async (url) => {
    expect((await ask(url)).status).toBe(404)
  })

  test('is what stands in the folder', async () => {
    const body = await (await ask(assets.css)).text()
    expect(body).toBe(readFileSync('static/app.css', 'utf8'))
  })
})
