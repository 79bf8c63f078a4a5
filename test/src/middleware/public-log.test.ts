import { describe, expect, test } from 'vitest'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addAccountEvents, logOf } from '#test/support/tlog.ts'
import { visitor } from '#test/support/visitor.ts'

const owner = await testDatabase()
const log = logOf(owner)
await addAccountEvents(owner, (await addPerson(owner)).id, 300)
await log.sequence()

describe('the public log', () => {
  test.each(['/log/checkpoint', '/log/vkey'])(
    '%s is text that is asked for again',
    async (path) => {
      const { status, headers, body } = await visitor(owner).get(path)
      expect([status, headers.get('Cache-Control')]).toEqual([200, 'no-cache'])
      expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
      expect(body).toContain('asn.instansi.example/log')
    },
  )

  test.each(['/log/tile/0/000', '/log/tile/0/000.p/5', '/log/tile/entries/000'])(
    '%s may be kept for ever, by any site, and is no page of anybody',
    async (path) => {
      const { status, headers } = await visitor(owner).get(path)
      expect([status, headers.get('Content-Type')]).toEqual([200, 'application/octet-stream'])
      expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
      expect(headers.getSetCookie()).toEqual([])
    },
  )

  test('a bundle leaves packed for whoever takes gzip', async () => {
    const headers = { 'Accept-Encoding': 'br, gzip' }
    const answer = await visitor(owner, { headers }).get('/log/tile/entries/000')
    expect(answer.headers.get('Content-Encoding')).toBe('gzip')
    const hashes = await visitor(owner, { headers }).get('/log/tile/0/000')
    expect(hashes.headers.get('Content-Encoding')).toBeNull()
  })

  test.each([
    '/log/',
    '/log/tile/0/009',
    '/log/tile/0/000.p/0',
    '/log/tile/0/000.p/256',
    '/log/tile/00/000',
    '/log/tile/0/0',
    '/log/.scratch/checkpoint',
    '/log/tile/../checkpoint/..',
    '/log/tile/0/%2e%2e/000',
  ])('nothing else is there: %s', async (path) => {
    expect((await visitor(owner).get(path)).status).toBe(404)
  })

  test('a disk that does not answer is told with a reference, as any other fault', async () => {
    const problems: unknown[] = []
    const broken = Object.assign(new Error('input/output error'), { code: 'EIO' })
    const tlog = { ...log.files, checkpoint: () => Promise.reject(broken) }
    const report = {
      request: () => {},
      blocked: () => {},
      problem: (problem: unknown) => void problems.push(problem),
    }
    const { status, body } = await visitor(owner, { deps: { tlog, report } }).get('/log/checkpoint')
    expect([status, problems]).toEqual([500, [broken]])
    expect(body).toContain('<h1>')
  })
})
