import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { BlobStore, StoredObject } from '#src/blobs/blob-store.ts'
import { allOf, brokenAfter, inPieces, someBytes } from '#test/support/bytes.ts'

/** What every store does, whatever it is made of; `empty` gives one that nothing lies in. */
export function blobStoreContract(empty: () => Promise<BlobStore>): void {
  describe('as every store, it', () => {
    test.each([0, 1, 16_384, 300_000])('gives back the %i bytes it was given', async (length) => {
      const store = await empty()
      const object = randomUUID()
      const bytes = someBytes(length)
      expect(await store.putIfAbsent(object, inPieces(bytes))).toBe('put')
      expect(await store.head(object)).toEqual({ bytes: length })
      expect((await allOf(await store.getRange(object, 0))).equals(bytes)).toBe(true)
    })

    test('keeps what is there when it is given something else under the same name', async () => {
      const store = await empty()
      const object = randomUUID()
      await store.putIfAbsent(object, inPieces(Buffer.from('satu')))
      expect(await store.putIfAbsent(object, inPieces(Buffer.from('dua')))).toBe('present')
      expect(String(await allOf(await store.getRange(object, 0)))).toBe('satu')
    })

    test('takes one of several that come under one name at once, whole', async () => {
      const store = await empty()
      const object = randomUUID()
      const all = Array.from({ length: 5 }, () => someBytes(50_000))
      const puts = await Promise.all(all.map((bytes) => store.putIfAbsent(object, inPieces(bytes))))
      expect(puts.filter((answer) => answer === 'put')).toHaveLength(1)
      const kept = await allOf(await store.getRange(object, 0))
      expect(all[puts.indexOf('put')]?.equals(kept)).toBe(true)
    })

    test('has nothing of a file that ends in the middle, and takes it later', async () => {
      const store = await empty()
      const object = randomUUID()
      const broken = store.putIfAbsent(object, brokenAfter(someBytes(40_000)))
      await expect(broken).rejects.toThrow('the source broke')
      expect(await store.head(object)).toBeUndefined()
      expect(await store.getRange(object, 0)).toBeUndefined()
      expect(await listed(store)).toEqual([])
      expect(await store.putIfAbsent(object, inPieces(someBytes(9)))).toBe('put')
    })

    test.each([
      [0, 1, 'a'],
      [3, 6, 'def'],
      [8, undefined, 'ij'],
      [8, 99, 'ij'],
      [10, undefined, ''],
      [10, 20, ''],
      [4, 4, ''],
    ])('gives the bytes from %s up to %s', async (from, to, expected) => {
      const store = await empty()
      const object = randomUUID()
      await store.putIfAbsent(object, inPieces(Buffer.from('abcdefghij'), 3))
      expect(String(await allOf(await store.getRange(object, from, to)))).toBe(expected)
    })

    test('has nothing under a name that it was never given', async () => {
      const store = await empty()
      const object = randomUUID()
      expect(await store.head(object)).toBeUndefined()
      expect(await store.getRange(object, 0, 10)).toBeUndefined()
      expect(await store.getRange(object, 4, 4)).toBeUndefined()
      await store.delete(object)
    })

    test('has nothing of what was deleted, and deletes no other', async () => {
      const store = await empty()
      const [gone, kept] = [randomUUID(), randomUUID()]
      await store.putIfAbsent(gone, inPieces(someBytes(10)))
      await store.putIfAbsent(kept, inPieces(someBytes(20)))
      await store.delete(gone)
      expect(await store.head(gone)).toBeUndefined()
      expect(await listed(store)).toEqual([{ object: kept, bytes: 20 }])
      expect(await store.putIfAbsent(gone, inPieces(someBytes(3)))).toBe('put')
    })

    test('lists all by name, and from any of them on what comes behind', async () => {
      const store = await empty()
      const objects = Array.from({ length: 12 }, randomUUID).sort()
      for (const [at, object] of objects.entries())
        await store.putIfAbsent(object, inPieces(someBytes(at)))
      const all = objects.map((object, bytes) => ({ object, bytes }))
      expect(await listed(store)).toEqual(all)
      for (const [at, object] of objects.entries())
        expect(await listed(store, object)).toEqual(all.slice(at + 1))
    })

    test.each(['', '..', '../x', 'a/b', 'nama', '%2e%2e'])(
      'takes no name like "%s"',
      async (name) => {
        const store = await empty()
        const problem = 'an object of a blob store is named by a uuid'
        await expect(store.putIfAbsent(name, inPieces(someBytes(1)))).rejects.toThrow(problem)
        await expect(store.getRange(name, 0)).rejects.toThrow(problem)
        await expect(store.head(name)).rejects.toThrow(problem)
        await expect(store.delete(name)).rejects.toThrow(problem)
      },
    )
  })
}

async function listed(store: BlobStore, after?: string): Promise<StoredObject[]> {
  const all: StoredObject[] = []
  for await (const one of store.listSince(after)) all.push(one)
  return all
}
