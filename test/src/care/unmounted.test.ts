import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { RecordId } from '#domain/archive/record.ts'
import { after } from '#domain/instant.ts'
import { makeBlobs } from '#src/blobs/blobs.ts'
import { makeFolderStore, markFolder } from '#src/blobs/folder-store.ts'
import { careForVersion } from '#src/care/care-for.ts'
import { destroyRound } from '#src/jobs/destruction.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { addFiled, openFiled, someCare } from '#test/support/caring.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  AFTER_WAIT,
  addEnded,
  addFiles,
  destroying,
  openOffice,
  placesOf,
  stageOf,
} from '#test/support/destruction.ts'
import { visitor } from '#test/support/visitor.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

const owner = await testDatabase()
const home = await mkdtemp(join(tmpdir(), 'asn-lepas-'))
afterAll(() => rm(home, { recursive: true }))
for (const name of ['main', 'copy']) await markFolder(name, join(home, name))
const main = makeFolderStore('main', join(home, 'main'))
const copy = makeFolderStore('copy', join(home, 'copy'))
const blobs = makeBlobs([main, copy], 2)
const { place, keyring } = someCare(owner, () => NOW)
const care = { ...place, stores: [main, copy] }

/** The disk of the second store is taken away, and its empty mount point is left. */
async function unmounted<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const [at, kept] = [join(home, 'copy'), join(home, 'kept')]
  await rename(at, kept)
  await mkdir(at)
  try {
    return await work()
  } finally {
    await rm(at, { recursive: true })
    await rename(kept, at)
  }
}

test('a store that is not mounted is not checked: nothing there is told as missing, nor made anew', async () => {
  const filed = await addFiled(owner, { keyring, stores: [main, copy] })
  const looks = await unmounted(() => careForVersion(care, filed.version))
  expect(looks).toEqual({ whole: 1, damaged: 0, missing: 0, notChecked: 1 })
  expect(await owner`select from archive.events where record = ${filed.record}`).toEqual([])
  expect(await owner`select from archive.incidents`).toEqual([])
  expect((await careForVersion(care, filed.version)).whole).toBe(2)
  expect(await openFiled(owner, copy, filed)).toEqual(filed.plain)
})

test('is told by /readyz, which stays ready, and by name where copies are counted', async () => {
  const agency = await addAgency(owner)
  await addPerson(owner, { agency })
  const visit = { deps: { blobs } }
  const { browser } = await inOffice(owner, { role: 'archivist', agency }, visit)
  const [ready, board] = await unmounted(async () => [
    await visitor(owner, visit).get('/readyz'),
    await browser.get(paths.agencyCare),
  ])
  expect(ready?.status).toBe(200)
  expect(JSON.parse(ready?.body ?? '')).toMatchObject({ stores: 'away' })
  expect(board?.body).toContain('Salinan kedua sedang tidak terjangkau.')
  expect((await browser.get(paths.agencyCare)).body).not.toContain('tidak terjangkau')
})

test('I10 nothing is called destroyed while a store is not mounted', async () => {
  const office = await openOffice(owner)
  const { records } = await addEnded(office)
  const [record = '' as RecordId] = records
  const [filed] = await addFiles(owner, { keyring, blobs }, record)
  await destroying(office)
  const at = (seconds: number) => ({
    ...placesOf(owner, () => {}, after(AFTER_WAIT, seconds)),
    ...{ stores: [main, copy], certify: async () => {} },
  })
  await unmounted(() => destroyRound(at(0)))
  expect(await stageOf(owner, record)).toBe('destroying')
  const [item] = await owner`select problem from archive.batch_items where record = ${record}`
  expect(item).toEqual({ problem: 'storeAway' })
  const left = filed?.objects.find(({ store }) => store === 'copy')?.object ?? ''
  expect(await copy.head(left)).toBeDefined()
  await destroyRound(at(3600))
  expect(await stageOf(owner, record)).toBe('destroyed')
  expect(await copy.head(left)).toBeUndefined()
})
