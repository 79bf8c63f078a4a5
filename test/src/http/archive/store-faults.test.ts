import { beforeEach, describe, expect, test } from 'vitest'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { openFile } from '#src/http/archive/open-file.ts'
import { receive } from '#src/receiving/receive.ts'
import { listContent } from '#src/store/archive/copies.ts'
import { archiveOf, wholeArchiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { wholeOf } from '#test/support/receiving.ts'
import { addFile, change, damage, lose, PDF, swap, WEBP } from '#test/support/record-files.ts'
import { atUpload, DATA, idIn } from '#test/support/sending.ts'
import { addVerifiers, addWaiting } from '#test/support/verifying.ts'
import type { Visit } from '#test/support/visitor.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const { fail, place, blobs } = wholeArchiveOf(sql)
const quiet: Visit = {
  deps: { report: { request: () => {}, blocked: () => {}, problem: () => {} } },
}
const CHUNK = 16 * 1024
const SEALED_CHUNK = CHUNK + 16
const HEADER = 56

beforeEach(() => {
  fail.main(undefined)
  fail.copy(undefined)
})

async function owned(files: readonly Buffer[] = [PDF]) {
  const { agency } = await addVerifiers(sql)
  const { person, browser } = await signedIn(sql, quiet, { agency })
  const ids: VersionId[] = []
  for (const [at, content] of files.entries()) {
    const waits = await addWaiting(sql, { employee: person, agency, slot: String(at) })
    await addFile(sql, waits, { content, pages: 1 })
    ids.push(waits.id)
  }
  return { agency, browser, ids, id: ids[0] as VersionId }
}

/** What was received, as it lies in the first store. */
async function keptOf(version: VersionId): Promise<string> {
  const { keyring } = wholeArchiveOf(sql)
  const key = await keyring.openVersionKey(keyring.sql, version)
  const [copy] = await listContent(sql, version)
  const context = sealContext('content', version, 0)
  const opened = copy && key && (await blobs.openFrom(blobs.first, { ...copy, key, context }))
  return opened ? (await wholeOf(opened.content)).toString() : ''
}

async function incidentsOf(version: VersionId): Promise<number> {
  return (await sql`select from archive.incidents where version = ${version} and over_at is null`)
    .length
}

describe('fault 11: a file that is sent while its store', () => {
  test.each(['full', 'shortWrite', 'bitFlip', 'gone', 'busy'] as const)(
    'is %s waits whole, says so, and is received afterwards',
    async (fault) => {
      const { browser } = await atUpload(sql, quiet)
      const text = `%PDF-1.7 ${fault} ${'isi '.repeat(9000)}%%EOF`
      fail.main(fault)
      const file = { name: 'SK.pdf', text }
      const sent = await browser.sendFile(paths.uploadTo('pns', ''), 'berkas', file, DATA)
      expect(sent.status).toBe(200)
      expect(sent.body).toContain('Semua bagian sudah terkirim. Berkas sedang diterima.')
      expect(await browser.get(paths.uploads)).toMatchObject({ status: 200 })
      const id = idIn(sent.path)
      await expect(receive(place, id)).rejects.toThrow()
      expect(await place.scratch.length(id)).toBe(text.length)
      fail.main(undefined)
      expect(await receive(place, id)).toEqual({ ok: true, value: true })
      expect((await browser.get(sent.path)).body).toContain('Sedang diperiksa')
      expect(await keptOf(id)).toBe(text)
    },
  )

  test('is slow is received at once', async () => {
    const { browser } = await atUpload(sql, quiet)
    fail.main('slow')
    const file = { name: 'SK.pdf', text: '%PDF-1.7 lambat %%EOF' }
    const sent = await browser.sendFile(paths.uploadTo('pns', ''), 'berkas', file, DATA)
    expect(sent.body).toContain('Sedang diperiksa')
  })
})

describe('fault 11: what is read while one store', () => {
  test.each(['bitFlip', 'gone', 'busy', 'slow'] as const)(
    'is %s comes whole from the other',
    async (fault) => {
      const { browser, id } = await owned()
      fail.main(fault)
      expect((await browser.get(paths.versionFile(id))).body).toBe(PDF.toString())
      expect((await browser.get(paths.versionPage(id, 1))).body).toBe(WEBP.toString())
      expect((await browser.get(paths.versionThumbnail(id, 1))).body).toBe(WEBP.toString())
    },
  )

  test('has one bad byte in its middle goes on from the other, and is looked at next', async () => {
    const { browser, id } = await owned()
    await sql`update archive.copies set next_check_at = ${new Date(NOW.getTime() + 9e9)}`
    await change(sql, id, 'copy', withBadByte(HEADER + SEALED_CHUNK + 5))
    await change(sql, id, 'main', withBadByte(HEADER + 5))
    expect((await browser.get(paths.versionFile(id))).body).toBe(PDF.toString())
    const due = await sql`
      select store from archive.copies where version = ${id} and kind = 'content' and next_check_at <= ${NOW}`
    expect(due.map(({ store }) => store)).toContain('copy')
  })

  test('has a bad byte at a place that is bad in both ends there, with no wrong byte', async () => {
    const { browser, id } = await owned()
    for (const store of ['main', 'copy'] as const)
      await change(sql, id, store, withBadByte(HEADER + SEALED_CHUNK + 5))
    await expect(browser.get(paths.versionFile(id))).rejects.toThrow('opens to its end')
  })
})

function withBadByte(at: number) {
  return (sealed: Buffer) => {
    const other = Buffer.from(sealed)
    other.writeUInt8(other.readUInt8(at) ^ 1, at)
    return other
  }
}

describe('fault 11: where no copy of a file opens', () => {
  test('its reader is told what to do, its archivist sees it, and nobody is told twice', async () => {
    const { browser, id, agency } = await owned()
    await damage(sql, id, 'main')
    await lose(sql, id, 'copy')
    for (const _ of [1, 2]) {
      const { status, body, headers } = await browser.get(paths.versionFile(id))
      expect(status).toBe(503)
      expect(headers.get('Retry-After')).toBe('3600')
      expect(body).toContain('Tidak ada salinan berkas ini yang utuh')
      expect(body).toContain('langkah Anda tertulis di halaman berkasnya')
    }
    expect(await incidentsOf(id)).toBe(1)
    const told = await sql`
      select name from archive.events where record = (select record from archive.versions where id = ${id})
      order by name`
    expect(told.map(({ name }) => name)).toEqual(['copyFoundDamaged', 'copyFoundMissing'])
    const archivist = await inOffice(sql, { role: 'archivist', agency })
    const board = await archivist.browser.get(paths.agencyCare)
    expect(board.body).toContain('1 berkas tidak memiliki salinan yang sehat')
  })

  test('I6 for both stores are away, nothing is said of the file itself', async () => {
    const { browser, id } = await owned()
    fail.main('busy')
    fail.copy('busy')
    const { status, body, headers } = await browser.get(paths.versionFile(id))
    expect(status).toBe(503)
    expect(headers.get('Retry-After')).toBe('60')
    expect(body).toContain('Tidak ada yang perlu Anda unggah lagi.')
    expect((await browser.get(paths.versionPage(id, 1))).status).toBe(503)
    expect(await incidentsOf(id)).toBe(0)
    fail.copy(undefined)
    expect((await browser.get(paths.versionFile(id))).body).toBe(PDF.toString())
  })
})

describe('fault 12', () => {
  test.each([0, 1, 16_383, 16_384, 16_385])('a file of %i bytes is read whole', async (bytes) => {
    const content = Buffer.alloc(bytes, 'a')
    const { browser, id } = await owned([content])
    const answer = await browser.get(paths.versionFile(id))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Length')).toBe(String(bytes))
    expect(answer.body).toBe(content.toString())
  })

  test.each([
    0,
    HEADER,
    HEADER + SEALED_CHUNK,
    HEADER + 2 * SEALED_CHUNK,
    HEADER + 3 * SEALED_CHUNK - 1,
  ])('a copy cut after %i bytes gives way to the other, and alone gives none', async (length) => {
    const { browser, id } = await owned()
    await change(sql, id, 'main', (sealed) => sealed.subarray(0, length))
    expect((await browser.get(paths.versionFile(id))).body).toBe(PDF.toString())
    await change(sql, id, 'copy', (sealed) => sealed.subarray(0, length))
    const { status, body } = await browser.get(paths.versionFile(id))
    expect(status).toBe(503)
    expect(body).not.toContain('isi arsip')
    expect(await incidentsOf(id)).toBe(1)
  })

  test('blobs that were swapped show nobody the file of another', async () => {
    const [one, other] = [Buffer.from('%PDF satu %%EOF'), Buffer.from('%PDF lain %%EOF')]
    const { browser, ids } = await owned([one, other])
    const pair = [ids[0] as VersionId, ids[1] as VersionId] as const
    await swap(sql, pair, 'main')
    expect((await browser.get(paths.versionFile(pair[0]))).body).toBe(one.toString())
    expect((await browser.get(paths.versionFile(pair[1]))).body).toBe(other.toString())
    await swap(sql, pair, 'copy')
    for (const id of pair) {
      const { status, body } = await browser.get(paths.versionFile(id))
      expect(status).toBe(503)
      expect(body).not.toContain('%PDF')
    }
    expect(blobs.minCopies).toBe(2)
  })
})

test('fault 11: what is lost is looked at once a minute, however often it is asked for while a store is away', async () => {
  const { id } = await owned()
  const archive = archiveOf(sql)
  for (const store of ['main', 'copy'] as const) await damage(sql, id, store)
  await archive.care(id)
  expect(await incidentsOf(id)).toBe(1)
  let looks = 0
  const care = (version: VersionId) => {
    looks += 1
    return archive.care(version)
  }
  const opening = { ...archive, sql, clock: () => NOW, report: { problem: () => {} }, care }
  fail.main('busy')
  await sql`update archive.copies set checked_at = checked_at - interval '2 minutes' where version = ${id}`
  for (let asked = 0; asked < 4; asked += 1)
    expect(await openFile(opening, { version: id, kind: 'content', page: 0 })).toBeUndefined()
  expect(looks).toBe(1)
})
