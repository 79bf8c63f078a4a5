import { describe, expect, test } from 'vitest'
import { MOST_OPEN } from '#domain/archive/upload.ts'
import { makeUploadLocks } from '#src/store/archive/upload-locks.ts'
import { wholeArchiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { asLocker, testDatabase } from '#test/support/database.ts'
import { atUpload, beginByTus, idIn, offsetOf, patch, TUS } from '#test/support/sending.ts'
import { atSignIn, type Browser, codeAt, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
let serial = 0

function someFile(size = 1000): Uint8Array<ArrayBuffer> {
  serial += 1
  return new Uint8Array(Buffer.from(`%PDF-1.7 ${serial} `.padEnd(size, 'x')))
}

async function begun(file = someFile()) {
  const { person, browser } = await atUpload(sql)
  const created = await beginByTus(browser, file)
  return { person, browser, file, created, path: created.headers.get('Location') ?? '' }
}

async function versionsOf(person: string) {
  return await sql`select status, bytes, metadata from archive.versions where person = ${person}`
}

describe('tus 1.0: a file in pieces', () => {
  test('begins with its hash and data, comes piece by piece, and is then a version', async () => {
    const { person, browser, file, created, path } = await begun()
    expect(created.status).toBe(201)
    expect(created.headers.get('Tus-Resumable')).toBe('1.0.0')
    expect(path).toMatch(/^\/arsip\/unggahan\/[0-9a-f-]{36}$/)
    const first = await patch(browser, path, 0, file.subarray(0, 400))
    expect(first).toMatchObject({ status: 204 })
    expect(first.headers.get('Upload-Offset')).toBe('400')
    expect(first.headers.get('Upload-Expires')).toBe('Sat, 28 Nov 2026 05:00:00 GMT')
    expect(await versionsOf(person.id)).toEqual([])
    expect((await patch(browser, path, 400, file.subarray(400))).status).toBe(204)
    expect(await versionsOf(person.id)).toMatchObject([
      { status: 'quarantined', bytes: file.length, metadata: { decreeNumber: '800/123/2020' } },
    ])
  })

  test('tells where it stands, also when all is there and received', async () => {
    const { browser, file, path } = await begun()
    expect(await offsetOf(browser, path)).toEqual({ status: 200, offset: 0 })
    await patch(browser, path, 0, file.subarray(0, 400))
    expect(await offsetOf(browser, path)).toEqual({ status: 200, offset: 400 })
    await patch(browser, path, 400, file.subarray(400))
    expect(await offsetOf(browser, path)).toEqual({ status: 200, offset: file.length })
  })

  test('fault 18: a replay and a gap are 409 and change nothing', async () => {
    const { browser, file, path } = await begun()
    await patch(browser, path, 0, file.subarray(0, 400))
    expect((await patch(browser, path, 0, file.subarray(0, 400))).status).toBe(409)
    expect((await patch(browser, path, 401, file.subarray(401))).status).toBe(409)
    expect(await offsetOf(browser, path)).toMatchObject({ offset: 400 })
  })

  test('fault 18: more than was declared is refused, and what had come stays', async () => {
    const { browser, file, path } = await begun()
    await patch(browser, path, 0, file.subarray(0, 400))
    const { status } = await patch(browser, path, 400, new Uint8Array(file.length))
    expect(status).toBe(413)
    expect(await offsetOf(browser, path)).toMatchObject({ offset: 400 })
  })

  test('fault 18: two tabs: whoever finds it in use is told so with 423', async () => {
    const { browser, file, path } = await begun()
    const other = makeUploadLocks(asLocker(sql))
    const release = await other.tryHold(idIn(path))
    if (!release) throw new Error('it was free')
    const elsewhere = await sql.reserve()
    await release()
    await elsewhere`select pg_advisory_lock(hashtextextended(${idIn(path)}, 5))`
    expect((await patch(browser, path, 0, file)).status).toBe(423)
    expect((await offsetOf(browser, path)).status).toBe(423)
    await elsewhere`select pg_advisory_unlock_all()`
    elsewhere.release()
    expect((await patch(browser, path, 0, file)).status).toBe(204)
  })

  test('fault 18: another session of the same person goes on with it', async () => {
    const { person, browser, file, path } = await begun()
    await patch(browser, path, 0, file.subarray(0, 400))
    await browser.send(paths.signOut)
    const again = await signedInAgain(person)
    expect(await offsetOf(again, path)).toEqual({ status: 200, offset: 400 })
    expect((await patch(again, path, 400, file.subarray(400))).status).toBe(204)
    expect(await versionsOf(person.id)).toHaveLength(1)
  })

  test.each([
    ['a length that comes later', { 'Upload-Defer-Length': '1' }],
    ['parts to be joined', { 'Upload-Length': '10', 'Upload-Concat': 'partial' }],
    ['a length that is none', { 'Upload-Length': '-1' }],
    ['a length past all numbers', { 'Upload-Length': '99999999999999999999' }],
  ] as const)('keeps nothing of %s', async (_, headers) => {
    const { person, browser } = await atUpload(sql)
    const metadata = `type ${btoa('pns')},sha256 ${btoa('0'.repeat(64))},__proto__ ${btoa('x')}`
    const all = { ...TUS, 'Upload-Metadata': metadata, ...headers }
    const { status } = await browser.byScript('POST', paths.uploads, all)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(await sql`select from archive.uploads where person = ${person.id}`).toEqual([])
  })

  test('R-CS-01 a safe method stays one, whatever header says otherwise', async () => {
    const { browser, path, person } = await begun()
    const says = (method: string) => ({ ...TUS, 'X-HTTP-Method-Override': method })
    await browser.byScript('HEAD', path, says('DELETE'))
    await browser.byScript('OPTIONS', paths.uploads, { ...says('POST'), 'Upload-Length': '10' })
    expect(await sql`select state from archive.uploads where person = ${person.id}`).toEqual([
      { state: 'arriving' },
    ])
  })

  test('fault 22: another person’s is not there, under any method', async () => {
    const { path, person } = await begun()
    const { browser: stranger } = await atUpload(sql)
    const answers = [
      await stranger.byScript('HEAD', path, TUS),
      await patch(stranger, path, 0, someFile()),
      await stranger.byScript('DELETE', path, TUS),
      await stranger.get(path),
      await stranger.get(`${path}/kemajuan`),
      await stranger.get(`${path}/pembatalan`),
      await stranger.post(`${path}/pembatalan`),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    const [row] = await sql`select state from archive.uploads where person = ${person.id}`
    expect(row).toEqual({ state: 'arriving' })
  })

  test('fault 18: is over after seven days', async () => {
    let now = NOW
    const { browser } = await atUpload(sql, { deps: { clock: () => now } })
    const created = await beginByTus(browser, someFile())
    const path = created.headers.get('Location') ?? ''
    const [row] = await sql<{ expiresAt: Date }[]>`
      select expires_at from archive.uploads where id = ${idIn(path)}`
    expect(row?.expiresAt).toEqual(new Date(NOW.getTime() + 7 * 24 * 3_600_000))
    await sql`update archive.uploads set expires_at = ${new Date(NOW.getTime() + 1000)} where id = ${idIn(path)}`
    expect((await offsetOf(browser, path)).status).toBe(200)
    now = new Date(NOW.getTime() + 1000)
    expect((await offsetOf(browser, path)).status).toBe(404)
  })

  test('is given up by its sender', async () => {
    const { browser, path } = await begun()
    expect((await browser.byScript('DELETE', path, TUS)).status).toBe(204)
    expect((await offsetOf(browser, path)).status).toBe(404)
  })

  test('says what it can', async () => {
    const { browser } = await atUpload(sql)
    const { status, headers } = await browser.byScript('OPTIONS', paths.uploads)
    expect(status).toBe(204)
    expect(headers.get('Tus-Version')).toBe('1.0.0')
    expect(headers.get('Tus-Extension')).toBe('creation,expiration,termination')
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

describe('T1 by tus is refused', () => {
  test.each([
    ['a type that is not', { type: 'gajiBerkala' }, 422],
    ['a place that nothing is expected in', { slot: 'III/a' }, 422],
    ['no hash', { sha256: 'abc' }, 422],
    ['data that cannot be', { decreeDate: '2050-01-01' }, 422],
  ])('for %s', async (_, said, status) => {
    const { browser, person } = await atUpload(sql)
    expect((await beginByTus(browser, someFile(), said)).status).toBe(status)
    expect(await sql`select from archive.uploads where person = ${person.id}`).toEqual([])
  })

  test('for what is too large, empty, the sixth, or there already', async () => {
    const { browser } = await atUpload(sql)
    expect((await beginByTus(browser, new Uint8Array(1024 * 1024 + 1))).status).toBe(413)
    expect((await beginByTus(browser, new Uint8Array(0))).status).toBe(422)
    const file = someFile()
    const first = await beginByTus(browser, file)
    await patch(browser, first.headers.get('Location') ?? '', 0, file)
    expect(await beginByTus(browser, file)).toMatchObject({ status: 422, body: 'identicalTwin\n' })
    for (let open = 0; open < MOST_OPEN; open += 1) await beginByTus(browser, someFile())
    expect((await beginByTus(browser, someFile())).status).toBe(429)
  })
})

describe('T2 by tus', () => {
  test('other bytes than declared come to nothing, and that is told', async () => {
    const { person, browser, file, path } = await begun()
    const changed = Uint8Array.from(file, (byte, at) => (at === 5 ? byte ^ 1 : byte))
    const last = await patch(browser, path, 0, changed)
    expect(last).toMatchObject({ status: 422, body: 'hashDiffers\n' })
    expect(await versionsOf(person.id)).toEqual([])
    const page = await browser.get(path)
    expect(page.body).toContain('Berkas berubah di perjalanan')
  })

  test('goes on when a killed process could not say that all bytes were there', async () => {
    const { person, browser, file, path } = await begun()
    await patch(browser, path, 0, file.subarray(0, 400))
    const { place } = wholeArchiveOf(sql)
    await place.scratch.write(idIn(path), 400, file.subarray(400))
    expect(await versionsOf(person.id)).toEqual([])
    expect(await offsetOf(browser, path)).toEqual({ status: 200, offset: file.length })
    expect(await versionsOf(person.id)).toHaveLength(1)
  })
})

describe('R-CS-01', () => {
  test('a byte is taken only with the token of the session', async () => {
    const { browser, file, path } = await begun()
    const headers = {
      ...TUS,
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    }
    const forged = await browser.byScript('PATCH', path, { ...headers, 'X-CSRF': 'x' }, file)
    expect(forged.status).toBe(403)
    const foreign = { ...headers, 'Sec-Fetch-Site': 'cross-site' }
    expect((await browser.byScript('PATCH', path, foreign, file)).status).toBe(403)
    expect((await browser.byScript('DELETE', path, { ...TUS, 'X-CSRF': 'x' })).status).toBe(403)
    expect(await offsetOf(browser, path)).toEqual({ status: 200, offset: 0 })
  })
})

async function signedInAgain(person: { nip: string; id: string }): Promise<Browser> {
  await sql`update devices set last_step = 0 where person = ${person.id}`
  const browser = await atSignIn(sql)
  await typePassword(browser, person)
  await browser.send(paths.code, { code: codeAt() })
  await browser.get(paths.uploadTo('pns', ''))
  return browser
}
