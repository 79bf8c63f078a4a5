import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isStoreOutOfReach } from '#src/blobs/blob-store.ts'
import { makeMemoryStore } from '#src/blobs/memory-store.ts'
import { copySealed, digestOf, openFrom, sealTo } from '#src/blobs/sealed-objects.ts'
import { isDamage } from '#src/secrets/archive/chunked.ts'
import { newKey } from '#src/secrets/archive/key-wrap.ts'
import { allOf, brokenAfter, inPieces, someBytes } from '#test/support/bytes.ts'
import { type Fault, makeFaultyStore } from '#test/support/faulty-store.ts'

const plain = someBytes(100_000)
const secret = { key: newKey(), context: 'archive/v1/content/x/0' }

describe('a sealed object', () => {
  test('is known by the hash and size of what lies in the store, where no plain byte does', async () => {
    const { store } = stores()
    const sealed = await sealTo(store, secret, inPieces(plain))
    const lies = await allOf(await store.getRange(sealed.object, 0))
    expect(sealed.bytes).toBe(lies.length)
    expect(sealed.sha256).toBe(createHash('sha256').update(lies).digest('hex'))
    expect(await digestOf(store, sealed.object)).toBe(sealed.sha256)
    expect(lies.includes(plain.subarray(0, 16))).toBe(false)
  })

  test.each([
    [{}, 0, 100_000],
    [{ from: 0, to: 10 }, 0, 10],
    [{ from: 16_380, to: 16_390 }, 16_380, 16_390],
    [{ from: 99_990 }, 99_990, 100_000],
  ])('is opened in the part %o, and says how long the whole is', async (part, from, to) => {
    const { store } = stores()
    const { object } = await sealTo(store, secret, inPieces(plain))
    const opened = await openFrom(store, { object, ...secret }, part)
    expect(opened?.bytes).toBe(plain.length)
    expect((await allOf(opened?.content)).equals(plain.subarray(from, to))).toBe(true)
  })

  test('of a source that breaks is none', async () => {
    const { store } = stores()
    await expect(sealTo(store, secret, brokenAfter(plain))).rejects.toThrow('the source broke')
    expect(await countOf(store)).toBe(0)
  })

  test('put in the place of another does not open', async () => {
    const { store, inside } = stores()
    const one = await sealTo(store, secret, inPieces(plain))
    const context = 'archive/v1/content/y/0'
    const other = await sealTo(store, { ...secret, context }, inPieces(plain))
    const bytes = await allOf(await inside.getRange(other.object, 0))
    await inside.delete(one.object)
    await inside.putIfAbsent(one.object, inPieces(bytes))
    await expect(read(store, one.object)).rejects.toSatisfy(isDamage)
  })

  test('is copied as it lies, under a name of its own', async () => {
    const { store } = stores()
    const copies = makeMemoryStore('copy')
    const sealed = await sealTo(store, secret, inPieces(plain))
    const copied = await copySealed(store, copies, sealed)
    expect(copied).toEqual({ ...sealed, object: expect.any(String) })
    expect(copied.object).not.toBe(sealed.object)
    expect((await read(copies, copied.object)).equals(plain)).toBe(true)
  })

  test.each(['bitFlip', 'gone', 'busy'] as const)(
    'is not copied from a store with %s',
    async (fault) => {
      const { store, fail } = stores()
      const copies = makeMemoryStore('copy')
      const sealed = await sealTo(store, secret, inPieces(plain))
      fail(fault)
      await expect(copySealed(store, copies, sealed)).rejects.toThrow()
      expect(await countOf(copies)).toBe(0)
    },
  )
})

describe('of a store with a fault', () => {
  const faults: [Fault, (problem: unknown) => boolean][] = [
    ['bitFlip', isDamage],
    ['shortWrite', isDamage],
    ['busy', isStoreOutOfReach],
  ]
  test.each(faults)('%s no byte is taken for what was sealed', async (fault, isExpected) => {
    const { store, fail } = stores()
    if (fault === 'shortWrite') fail(fault)
    const { object } = await sealTo(store, secret, inPieces(plain))
    fail(fault)
    await expect(read(store, object)).rejects.toSatisfy(isExpected)
  })

  test('shortWrite the digest is another', async () => {
    const { store, fail } = stores()
    fail('shortWrite')
    const { object, sha256 } = await sealTo(store, secret, inPieces(plain))
    expect(await digestOf(store, object)).not.toBe(sha256)
  })

  test('gone there is nothing', async () => {
    const { store, fail } = stores()
    const { object } = await sealTo(store, secret, inPieces(plain))
    fail('gone')
    expect(await openFrom(store, { object, ...secret })).toBeUndefined()
    expect(await digestOf(store, object)).toBeUndefined()
  })

  test('full nothing is left, and waiting helps', async () => {
    const { store, fail } = stores()
    fail('full')
    await expect(sealTo(store, secret, inPieces(plain))).rejects.toSatisfy(isStoreOutOfReach)
    expect(await countOf(store)).toBe(0)
  })

  test('slow all comes in the end', async () => {
    const { store, fail } = stores()
    fail('slow')
    const { object } = await sealTo(store, secret, inPieces(plain))
    expect((await read(store, object)).equals(plain)).toBe(true)
  })
})

function stores() {
  const inside = makeMemoryStore('main')
  return { ...makeFaultyStore(inside), inside }
}

async function read(store: ReturnType<typeof makeMemoryStore>, object: string): Promise<Buffer> {
  const opened = await openFrom(store, { object, ...secret })
  return await allOf(opened?.content)
}

async function countOf(store: ReturnType<typeof makeMemoryStore>): Promise<number> {
  let count = 0
  for await (const _ of store.listSince(undefined)) count += 1
  return count
}
