import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { BlobStore } from '#src/blobs/blob-store.ts'
import { clearScratch, makeFolderStore, markFolder } from '#src/blobs/folder-store.ts'
import { listAway } from '#src/blobs/list-away.ts'
import { brokenAfter, inPieces, someBytes } from '#test/support/bytes.ts'
import { blobStoreContract } from './contract.ts'

const parent = await mkdtemp(join(tmpdir(), 'asn-blobs-'))
afterAll(() => rm(parent, { recursive: true }))

function emptyRoot(): string {
  return join(parent, randomUUID())
}

async function begun(root = emptyRoot()) {
  await markFolder('main', root)
  return makeFolderStore('main', root)
}

blobStoreContract(() => begun())

describe('in a folder', () => {
  test('files and folders are for their owner alone, spread by the first two bytes', async () => {
    const root = emptyRoot()
    const object = 'abcdef01-0000-4000-8000-000000000000'
    await (await begun(root)).putIfAbsent(object, inPieces(someBytes(5)))
    const modeOf = async (...path: string[]) => (await stat(join(root, ...path))).mode & 0o777
    expect(await modeOf('ab', 'cd', object)).toBe(0o600)
    expect(await Promise.all([modeOf(), modeOf('ab'), modeOf('ab', 'cd')])).toEqual([
      0o700, 0o700, 0o700,
    ])
  })

  test('nothing stays in the scratch folder, whether a put succeeds or breaks', async () => {
    const root = emptyRoot()
    const store = await begun(root)
    await store.putIfAbsent(randomUUID(), inPieces(someBytes(5)))
    for (const length of [0, 1, 1_000_000])
      await store.putIfAbsent(randomUUID(), brokenAfter(someBytes(length))).catch(() => {})
    expect(await readdir(join(root, 'scratch'))).toEqual([])
  })

  test('a put under a name that is there reads none of the bytes', async () => {
    const store = await begun()
    const object = randomUUID()
    await store.putIfAbsent(object, inPieces(someBytes(5)))
    expect(await store.putIfAbsent(object, brokenAfter(someBytes(5)))).toBe('present')
  })

  test('what a killed process left is cleared once it is old, and not before', async () => {
    const root = emptyRoot()
    await (await begun(root)).putIfAbsent(randomUUID(), inPieces(someBytes(5)))
    const [old, young] = [join(root, 'scratch', 'old'), join(root, 'scratch', 'young')]
    await Promise.all([writeFile(old, 'x'), writeFile(young, 'x')])
    const before = new Date('2026-11-25T00:00:00Z')
    await utimes(old, before, new Date(before.getTime() - 1))
    await utimes(young, before, before)
    await clearScratch(root, before)
    expect(await readdir(join(root, 'scratch'))).toEqual(['young'])
  })

  test('a folder without any object yet lists none and has nothing to clear', async () => {
    const root = emptyRoot()
    await clearScratch(root, new Date())
    for await (const one of (await begun(root)).listSince(undefined)) expect(one).toBeUndefined()
  })
})

describe('a folder without its marker', () => {
  test.each([
    ['is not mounted', (root: string) => rename(root, `${root}-gone`)],
    ['is an empty mount point', (root: string) => emptied(root)],
    ['is another store', (root: string) => markFolder('copy', root)],
  ])('that %s is away: nothing is missing there, and nothing is written', async (_, take) => {
    const root = emptyRoot()
    const store = await begun(root)
    const object = randomUUID()
    await store.putIfAbsent(object, inPieces(someBytes(5)))
    await take(root)
    const asked = [
      () => store.head(object),
      () => store.getRange(object, 0),
      () => store.putIfAbsent(randomUUID(), inPieces(someBytes(5))),
      () => store.delete(object),
      () => allNames(store),
    ]
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: 'STORE_AWAY' })
    expect(await listAway([store])).toEqual(['main'])
  })
})

async function emptied(root: string): Promise<void> {
  await rename(root, `${root}-gone`)
  await mkdir(root)
}

async function allNames(store: BlobStore): Promise<string[]> {
  const names: string[] = []
  for await (const { object } of store.listSince(undefined)) names.push(object)
  return names
}
