import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clearScratch, makeFolderStore } from '#src/blobs/folder-store.ts'
import { brokenAfter, inPieces, someBytes } from '#test/support/bytes.ts'
import { blobStoreContract } from './contract.ts'

const parent = await mkdtemp(join(tmpdir(), 'asn-blobs-'))
afterAll(() => rm(parent, { recursive: true }))

function emptyRoot(): string {
  return join(parent, randomUUID())
}

blobStoreContract(async () => makeFolderStore('main', emptyRoot()))

describe('in a folder', () => {
  test('files and folders are for their owner alone, spread by the first two bytes', async () => {
    const root = emptyRoot()
    const object = 'abcdef01-0000-4000-8000-000000000000'
    await makeFolderStore('main', root).putIfAbsent(object, inPieces(someBytes(5)))
    const modeOf = async (...path: string[]) => (await stat(join(root, ...path))).mode & 0o777
    expect(await modeOf('ab', 'cd', object)).toBe(0o600)
    expect(await Promise.all([modeOf(), modeOf('ab'), modeOf('ab', 'cd')])).toEqual([
      0o700, 0o700, 0o700,
    ])
  })

  test('nothing stays in the scratch folder, whether a put succeeds or breaks', async () => {
    const root = emptyRoot()
    const store = makeFolderStore('main', root)
    await store.putIfAbsent(randomUUID(), inPieces(someBytes(5)))
    for (const length of [0, 1, 1_000_000])
      await store.putIfAbsent(randomUUID(), brokenAfter(someBytes(length))).catch(() => {})
    expect(await readdir(join(root, 'scratch'))).toEqual([])
  })

  test('a put under a name that is there reads none of the bytes', async () => {
    const store = makeFolderStore('main', emptyRoot())
    const object = randomUUID()
    await store.putIfAbsent(object, inPieces(someBytes(5)))
    expect(await store.putIfAbsent(object, brokenAfter(someBytes(5)))).toBe('present')
  })

  test('what a killed process left is cleared once it is old, and not before', async () => {
    const root = emptyRoot()
    await makeFolderStore('main', root).putIfAbsent(randomUUID(), inPieces(someBytes(5)))
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
    for await (const one of makeFolderStore('main', root).listSince(undefined))
      expect(one).toBeUndefined()
  })
})
