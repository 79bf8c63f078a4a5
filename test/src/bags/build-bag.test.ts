import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import type { ExportId } from '#domain/archive/export/archive-export.ts'
import { buildNextBag } from '#src/bags/build-bag.ts'
import { bagContext, openBagKey } from '#src/store/archive/exports/bag-key.ts'
import { takeExport } from '#src/store/archive/exports/building.ts'
import { endOldExports } from '#src/store/archive/exports/ending.ts'
import { findNewestExport, findPlacedExport } from '#src/store/archive/exports/own-exports.ts'
import { listLooseObjects } from '#src/store/archive/loose-objects.ts'
import { inTransaction } from '#src/store/database.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { addArchive, addDocument, askFor, bagPlace } from '#test/support/bags.ts'
import { NOW } from '#test/support/builders.ts'
import { allOf, someBytes } from '#test/support/bytes.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { DAY } from '#test/support/shares.ts'
import { logOf } from '#test/support/tlog.ts'
import { seconds } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const { blobs, keyring } = archiveOf(owner)
const place = bagPlace(owner)
const run = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'asn-bag-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const KEPT = [
  { type: 'pns', slot: '' },
  { type: 'cpns', slot: '', content: someBytes(100_000) },
  { type: 'golongan', slot: 'III/d#skKp', content: someBytes(16_384) },
]

async function openBag(person: string, id: ExportId) {
  const placed = await findPlacedExport(sql, { person: person as never, id })
  if (!placed) throw new Error('no bag')
  const key = await openBagKey(keyring, { id, versions: placed.versions })
  if (!key) return undefined
  const sealed = { object: placed.object, key, context: bagContext(id) }
  return { ...placed, opened: await blobs.openFrom(blobs.first, sealed) }
}

/** A folder with what the bag of somebody unpacks to, by a program that is not ours. */
async function unpacked(kept = KEPT) {
  const own = await addArchive(owner, kept)
  const { id } = await askFor(owner, own)
  await logOf(owner).sequence()
  await buildNextBag(place)
  const bag = await openBag(own.person, id)
  const path = join(folder, `${id}.zip`)
  await writeFile(path, await allOf(bag?.opened?.content))
  await run('python3', ['-m', 'zipfile', '-e', path, join(folder, id)])
  const [inner = ''] = await readdir(join(folder, id))
  return { ...own, id, bag, path: join(folder, id, inner), inner }
}

const state = async (id: ExportId) =>
  (await owner`select state, steps, steps_done, tries from archive.exports where id = ${id}`)[0]

describe('Unduh arsip saya', () => {
  test('is a bag that `sha256sum -c` finds whole, every file of it', async () => {
    const { path, inner, person, bag } = await unpacked()
    const [{ nip } = { nip: '' }] = await owner<{ nip: string }[]>`
      select number as nip from people where id = ${person}`
    expect(inner).toBe(`arsip-${nip}-2026-11-21`)
    const checked = await run('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd: path })
    expect(checked.stdout.trim().split('\n')).toEqual([
      `data/SK_CPNS_${nip}.pdf: OK`,
      `data/SK_PNS_${nip}.pdf: OK`,
      `data/SK_KP_IIId_${nip}.pdf: OK`,
    ])
    const tags = await run('sha256sum', ['--strict', '-c', 'tagmanifest-sha256.txt'], { cwd: path })
    expect(tags.stdout.trim().split('\n')).toHaveLength(11)
    expect(await readFile(join(path, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    )
    expect(bag?.found).toMatchObject({ state: 'ready', bytes: bag?.opened?.bytes })
  })

  test('tells in its README a command that proves a file to be the one in the log', async () => {
    const { path } = await unpacked()
    const readme = await readFile(join(path, 'BACA-SAYA.txt'), 'utf8')
    const command = /^ +(sha256sum data\/.*hexkey:[0-9a-f]{64})$/m.exec(readme)?.[1] ?? 'false'
    const { stdout } = await run('bash', ['-c', command], { cwd: path })
    const { documents } = JSON.parse(await readFile(join(path, 'metadata.json'), 'utf8'))
    const commitments = documents.map(({ commitment }: { commitment: string }) => commitment)
    expect(commitments).toContain(/[0-9a-f]{64}/.exec(stdout)?.[0])
  })

  test('has an index that reads without us: names, values, dates, links to the files', async () => {
    const { path } = await unpacked()
    const html = await readFile(join(path, 'index.html'), 'utf8')
    expect(html).toContain('Siti Rahmawati')
    expect(html).toContain('Nomor SK: 821/17/2010')
    expect(html).toContain('Tanggal SK: 1 Maret 2010')
    expect(html).toMatch(/href="data\/SK_PNS_\d{18}\.pdf"/)
    expect(html).not.toMatch(/(?:src|href)="https?:/)
  })

  test('holds nothing but what is verified, of its person', async () => {
    const own = await addArchive(owner, KEPT)
    await addArchive(owner, KEPT)
    const [first] = own.documents
    await owner`update archive.versions set status = 'superseded', superseded_at = ${NOW} where id = ${first?.id ?? ''}`
    const { id } = await askFor(owner, own)
    await buildNextBag(place)
    const { versions } = (await openBag(own.person, id)) ?? { versions: [] }
    expect(versions).toEqual(
      own.documents
        .slice(1)
        .map((one) => one.id)
        .sort(),
    )
  })
})

describe('a bag in the making', () => {
  test('tells how far it is', async () => {
    const own = await addArchive(owner, KEPT)
    const { id } = await askFor(owner, own)
    const seen: unknown[] = []
    const openFile: typeof place.openFile = async (file) => {
      seen.push((await state(id))?.['stepsDone'])
      return place.openFile(file)
    }
    await buildNextBag({ ...place, openFile })
    expect(seen).toEqual([0, 1, 2, 3, 4, 5])
    expect(await state(id)).toMatchObject({ state: 'ready', steps: 6, stepsDone: 6 })
  })

  test('is taken by one process, and by another once that one is dead', async () => {
    const own = await addArchive(owner, KEPT)
    const { id } = await askFor(owner, own)
    const stuck = new Promise<never>(() => {})
    void buildNextBag({ ...place, openFile: () => stuck })
    await expect.poll(() => state(id)).toMatchObject({ state: 'building', tries: 1 })
    expect(await buildNextBag(place)).toBe(false)
    expect(await buildNextBag({ ...place, clock: () => seconds(300) })).toBe(true)
    expect(await state(id)).toMatchObject({ state: 'ready', tries: 2 })
  })

  test('that cannot be made is tried again, five times in all', async () => {
    const own = await addArchive(owner, KEPT)
    const { id } = await askFor(owner, own)
    const failures: unknown[] = []
    const broken = {
      ...place,
      openFile: async () => undefined,
      failed: (problem: unknown) => failures.push(problem),
    }
    for (let round = 0; round < 7; round += 1)
      await buildNextBag({ ...broken, clock: () => seconds(round * 60) })
    expect(failures).toHaveLength(5)
    expect(await state(id)).toMatchObject({ state: 'failed' })
    expect(
      await owner`select from archive.exports where person = ${own.person} and object is not null`,
    ).toHaveLength(0)
  })

  test('is begun anew when a record in it is being destroyed, without that one', async () => {
    const own = await addArchive(owner, KEPT)
    const { id } = await askFor(owner, own)
    let isFirst = true
    const openFile: typeof place.openFile = async (file) => {
      if (isFirst) await destroying(own.documents[0]?.record ?? '')
      isFirst = false
      return place.openFile(file)
    }
    await buildNextBag({ ...place, openFile, failed: () => {} })
    expect(await state(id)).toMatchObject({ state: 'asked' })
    await buildNextBag(place)
    const { versions } = (await openBag(own.person, id)) ?? { versions: [] }
    expect(versions).toHaveLength(2)
    expect(versions).not.toContain(own.documents[0]?.id)
  })

  test('for longer than an hour is not taken for something lost', async () => {
    const own = await addArchive(owner, KEPT)
    const { id } = await askFor(owner, own)
    let passed = 0
    const stores = ['main', 'copy']
    const seen: string[] = []
    const openFile: typeof place.openFile = async (file) => {
      passed += 2400
      const loose = await listLooseObjects(sql, stores, seconds(passed - 3600))
      seen.push(...loose.map(({ object }) => object))
      return place.openFile(file)
    }
    await buildNextBag({ ...place, openFile, clock: () => seconds(passed) })
    expect(await state(id)).toMatchObject({ state: 'ready' })
    expect(seen).not.toContain((await openBag(own.person, id))?.object)
  })

  test('reads each file piece by piece, and none of them ahead of what is written', async () => {
    const own = await addArchive(owner, [{ type: 'pns', slot: '', content: someBytes(3_000_000) }])
    await askFor(owner, own)
    let [read, most] = [0, 0]
    const openFile: typeof place.openFile = async (file) => {
      const opened = await place.openFile(file)
      const counted = async function* (content: AsyncIterable<Uint8Array>) {
        for await (const chunk of content) {
          read += chunk.length
          yield chunk
        }
      }
      return opened && { ...opened, read: async (...span) => counted(await opened.read(...span)) }
    }
    const sealTo: typeof blobs.sealTo = async (store, sealing, source) => {
      let written = 0
      const watched = async function* () {
        for await (const chunk of source) {
          written += chunk.length
          most = Math.max(most, read - 3_000_000 - written)
          yield chunk
        }
      }
      return blobs.sealTo(store, sealing, watched())
    }
    await buildNextBag({ ...place, openFile, blobs: { ...blobs, sealTo } })
    expect(read).toBe(6_000_000)
    expect(most).toBeLessThanOrEqual(64 * 1024)
  })
})

async function destroying(record: string): Promise<void> {
  await owner`alter table archive.records disable trigger stage_move`
  await owner`update archive.records set stage = 'destroying' where id = ${record}`
  await owner`alter table archive.records enable trigger stage_move`
}

async function setStatus(version: string, status: 'awaitingVerification' | 'superseded') {
  await owner`
    update archive.versions
    set status = ${status}, status_since = ${NOW},
      verified_by = case ${status} when 'superseded' then verified_by end,
      verified_as = case ${status} when 'superseded' then verified_as end,
      verified_at = case ${status} when 'superseded' then verified_at end,
      superseded_at = case ${status} when 'superseded' then ${NOW}::timestamptz end
    where id = ${version}`
}

describe('a bag ends', () => {
  async function ready() {
    const own = await addArchive(owner, KEPT)
    const { id } = await askFor(owner, own)
    while (await buildNextBag(place));
    const bag = await openBag(own.person, id)
    return { ...own, id, object: bag?.object ?? '', versions: bag?.versions ?? [] }
  }

  const loose = async (object: string) =>
    (await owner`select from archive.loose_objects where object = ${object}`).length

  test('after seven days, and its object is swept', async () => {
    const { id, object, person } = await ready()
    await endOldExports(sql, seconds(7 * DAY - 1))
    expect(await state(id)).toMatchObject({ state: 'ready' })
    await endOldExports(sql, seconds(7 * DAY))
    expect(await state(id)).toMatchObject({ state: 'ended' })
    expect(await loose(object)).toBe(1)
    await endOldExports(sql, seconds(38 * DAY))
    expect(await findNewestExport(sql, person)).toBeUndefined()
  })

  test('T21 with any record in it', async () => {
    const { id, object, documents } = await ready()
    await destroying(documents[1]?.record ?? '')
    expect(await state(id)).toMatchObject({ state: 'ended' })
    expect(await loose(object)).toBe(1)
  })

  test('T21 also when it is ready at that very moment', async () => {
    const own = await addArchive(owner, KEPT)
    const { id } = await askFor(owner, own)
    const taken = await takeExport(sql, NOW)
    if (!taken) throw new Error('nothing to make')
    const object = crypto.randomUUID()
    await whileHeld(
      owner,
      (tx) => tx`
        update archive.exports set state = 'ready', lease_until = null, store = ${blobs.first.name}, object = ${object},
          bytes = 1, ready_at = ${NOW}, until = ${seconds(60)} where id = ${id}`,
      () => destroying(own.documents[0]?.record ?? ''),
    )
    expect(await state(id)).toMatchObject({ state: 'ended' })
  })

  test.each([
    ['T10', 'awaitingVerification', 'revoked'],
    ['T9', 'superseded', 'superseded'],
  ] as const)('%s with what is in force of any document in it', async (_, status, because) => {
    const { id, person, documents, object } = await ready()
    await setStatus(documents[1]?.id ?? '', status)
    expect(await findNewestExport(sql, person)).toMatchObject({ id, state: 'ended', because })
    expect(await loose(object)).toBe(1)
  })

  test('T10 is made anew without what is revoked while it is being made', async () => {
    const own = await addArchive(owner, KEPT)
    const { id } = await askFor(owner, own)
    await takeExport(sql, NOW)
    await setStatus(own.documents[0]?.id ?? '', 'awaitingVerification')
    expect(await state(id)).toMatchObject({ state: 'asked' })
    while (await buildNextBag(place));
    expect((await openBag(own.person, id))?.versions).toHaveLength(2)
  })

  test('when a scan finds something in a file of it, which nobody reads any more', async () => {
    const { id, documents, object } = await ready()
    await owner`
      update archive.versions set scan = 'scanFound', scanned_at = ${NOW}, scanned_by = 'ClamAV'
      where id = ${documents[1]?.id ?? ''}`
    expect(await state(id)).toMatchObject({ state: 'ended' })
    expect(await loose(object)).toBe(1)
  })

  test('I10 for ever with the key of any document in it, whatever copy of it is left', async () => {
    const { id, versions, person, documents } = await ready()
    const gone = documents[2]?.id
    if (!gone) throw new Error('no document')
    await inTransaction(keyring.sql, async (tx) => {
      await keyring.deleteVersionKeys(tx, { versions: [gone], person })
      await tx`
        update archive.versions set metadata = null, sealed = null, twin_tag = null, key_gone_at = ${NOW}
        where id = ${gone}`
    })
    expect(await openBagKey(keyring, { id, versions })).toBeUndefined()
    expect(await state(id)).toMatchObject({ state: 'ended' })
  })

  test('when another is asked for', async () => {
    const { id, object, act, person } = await ready()
    await askFor(owner, { act, person })
    expect(await state(id)).toMatchObject({ state: 'ended' })
    expect(await loose(object)).toBe(1)
  })

  test('not with what comes to its person later', async () => {
    const { id, person } = await ready()
    await addDocument(owner, person, { type: 'drh', slot: '' })
    expect(await state(id)).toMatchObject({ state: 'ready' })
  })
})
