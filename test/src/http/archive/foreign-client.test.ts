import { DetailedError, Upload, type UploadOptions } from 'tus-js-client'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/support/database.ts'
import { startSite } from '#test/support/live-site.ts'
import { atUpload, DATA, sha256Of } from '#test/support/sending.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
let breaks = 0
let pieces = 0
const site = await startSite(sql, {
  answer: (response, { incoming }) => {
    if (incoming.method !== 'PATCH') return response
    pieces += 1
    if (breaks > 0 && pieces % 2 === 0) {
      breaks -= 1
      incoming.socket.destroy()
    }
    return response
  },
})

/** A client that nobody here wrote, with the cookies and the token of a session. */
async function send(file: Buffer, options: Partial<UploadOptions> = {}) {
  const { person, browser } = await atUpload(sql)
  const form = await browser.get(paths.uploadTo('pns', ''))
  const token = /name="csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const upload = new Upload(file, {
    endpoint: site.origin + paths.uploads,
    headers: { Cookie: cookie, 'X-CSRF': token, 'Sec-Fetch-Site': 'same-origin' },
    metadata: { type: 'pns', slot: '', filename: 'SK.pdf', sha256: sha256Of(file), ...DATA },
    chunkSize: 64 * 1024,
    retryDelays: [0, 10, 20, 50],
    storeFingerprintForResuming: false,
    onSuccess: () => resolve(upload.url ?? ''),
    onError: reject,
    ...options,
  })
  upload.start()
  return { person, url: await promise }
}

describe('tus-js-client', () => {
  test('sends a file that is then a version', async () => {
    const file = Buffer.alloc(300_000, 'a')
    const { person, url } = await send(file)
    expect(url).toMatch(/\/arsip\/unggahan\/[0-9a-f-]{36}$/)
    const rows = await sql`select status, bytes from archive.versions where person = ${person.id}`
    expect(rows).toEqual([{ status: 'quarantined', bytes: file.length }])
    expect(site.told.problems).toEqual([])
  })

  test('goes on by itself on a line that breaks three times', async () => {
    breaks = 3
    const file = Buffer.alloc(500_000, 'b')
    const { person } = await send(file)
    expect(breaks).toBe(0)
    const rows = await sql`select status, bytes from archive.versions where person = ${person.id}`
    expect(rows).toEqual([{ status: 'quarantined', bytes: file.length }])
    expect(site.told.problems).toEqual([])
  })

  test('is told that what it wants cannot be', async () => {
    const failed = send(Buffer.alloc(100, 'c'), { metadata: { type: 'gaji' } })
    await expect(failed).rejects.toThrow(DetailedError)
    await expect(failed).rejects.toThrow('response code: 422')
  })
})
