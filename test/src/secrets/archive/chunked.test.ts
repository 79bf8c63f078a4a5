import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decryptRange,
  encryptChunks,
  isDamage,
  plainSize,
  sealedSize,
} from '#src/secrets/archive/chunked.ts'
import { allOf, inPieces, someBytes } from '#test/support/bytes.ts'

const CHUNK = 16_384
const SEALED = CHUNK + 16
const HEADER = 56
const SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5]
const key = someBytes(32)
const context = 'archive/v1/content/00000000-0000-4000-8000-000000000000/0'

describe('sealed bytes', () => {
  test.each(SIZES)('of %i plain ones open again and have the size foretold', async (size) => {
    const plain = someBytes(size)
    const sealed = await seal(plain)
    expect(sealed.length).toBe(sealedSize(size))
    expect(plainSize(sealed.length)).toBe(size)
    expect((await open(sealed)).equals(plain)).toBe(true)
  })

  test('do not depend on the pieces that they come in', async () => {
    const plain = someBytes(2 * CHUNK + 7)
    for (const pieces of [1_000, CHUNK, CHUNK + 1, 3 * CHUNK]) {
      const sealed = await allOf(encryptChunks(key, context, inPieces(plain, pieces)))
      expect((await open(sealed, {}, pieces)).equals(plain)).toBe(true)
    }
  })

  test('are others each time', async () => {
    const plain = someBytes(100)
    expect((await seal(plain)).equals(await seal(plain))).toBe(false)
  })

  test('open in any part as the same part of the plain text', async () => {
    const plain = someBytes(3 * CHUNK + 5)
    const sealed = await seal(plain)
    const place = fc.nat({ max: plain.length + 10 })
    const edge = fc.constantFrom(0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, plain.length)
    const any = fc.oneof(place, edge)
    await fc.assert(
      fc.asyncProperty(any, any, async (from, to) => {
        const part = await open(sealed, { from, to })
        expect(part.equals(plain.subarray(from, Math.max(from, to)))).toBe(true)
      }),
    )
  })

  test('of a part are read only around it: its chunks, the header, and the last chunk', async () => {
    const sealed = await seal(someBytes(10 * CHUNK + 5))
    const read: [number, number][] = []
    await open(sealed, { from: 2 * CHUNK + 3, to: 2 * CHUNK + 9 }, CHUNK, (...part) =>
      read.push(part),
    )
    expect(read).toEqual([
      [0, HEADER],
      [HEADER + 10 * SEALED, sealed.length],
      [HEADER + 2 * SEALED, HEADER + 3 * SEALED],
    ])
  })
})

describe('refused as damage, without a byte that is not right, is', () => {
  const plain = someBytes(3 * CHUNK)

  test.each([0, 1, 2, 3])('fault 12: what was cut at the edge of chunk %i', async (chunk) => {
    const sealed = await seal(plain)
    await expectDamage(sealed.subarray(0, HEADER + chunk * SEALED), plain)
  })

  test('fault 12: what was cut anywhere', async () => {
    const sealed = await seal(plain)
    const cut = fc.oneof(fc.nat({ max: sealed.length - 1 }), fc.constantFrom(0, 23, 24, 55, 56, 71))
    await fc.assert(
      fc.asyncProperty(cut, (length) => expectDamage(sealed.subarray(0, length), plain)),
    )
  })

  test('what has one bit changed, wherever it is', async () => {
    const sealed = await seal(plain)
    const place = fc.oneof(fc.nat({ max: sealed.length - 1 }), fc.nat({ max: 80 }))
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 7 }), async (at, bit) => {
        const changed = Buffer.from(sealed)
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at)
        await expectDamage(changed, plain)
      }),
    )
  })

  test('fault 12: what has two chunks swapped, one twice, or one too many', async () => {
    const sealed = await seal(plain)
    const chunks = [0, 1, 2].map((at) =>
      sealed.subarray(HEADER + at * SEALED, HEADER + (at + 1) * SEALED),
    )
    const [one, two, three] = chunks as [Buffer, Buffer, Buffer]
    const [header, last] = [sealed.subarray(0, HEADER), sealed.subarray(HEADER + 3 * SEALED)]
    for (const order of [
      [two, one, three, last],
      [one, one, three, last],
      [one, two, three, three, last],
      [one, two, last],
      [one, two, three, last, last],
    ])
      await expectDamage(Buffer.concat([header, ...order]), plain)
  })

  test('what another key, another place, or another file made', async () => {
    const sealed = await seal(plain)
    await expectDamage(sealed, Buffer.alloc(0), { key: someBytes(32) })
    await expectDamage(sealed, Buffer.alloc(0), { context: context.replace('content', 'text') })
    const other = await seal(plain)
    const mixed = Buffer.concat([other.subarray(0, HEADER), sealed.subarray(HEADER)])
    await expectDamage(mixed, Buffer.alloc(0))
  })

  test('a store that gives fewer or more bytes than it said', async () => {
    const sealed = await seal(plain)
    for (const given of [
      sealed.subarray(0, -1),
      sealed.subarray(0, -16),
      Buffer.concat([sealed, sealed]),
    ]) {
      const read = () => inPieces(given.subarray(HEADER))
      const header = () => inPieces(given.subarray(0, HEADER))
      const source = {
        key,
        context,
        bytes: sealed.length,
        read: (from: number) => (from ? read() : header()),
      }
      await expect(allOf(decryptRange(source))).rejects.toSatisfy(isDamage)
    }
  })
})

test('a key that is not of 32 bytes is a bug and no damage', async () => {
  const short = allOf(encryptChunks(someBytes(16), context, inPieces(someBytes(1))))
  await expect(short).rejects.toThrow('a key of 32 bytes is needed')
})

function seal(plain: Buffer): Promise<Buffer> {
  return allOf(encryptChunks(key, context, inPieces(plain)))
}

function open(
  sealed: Buffer,
  { from, to }: { from?: number; to?: number } = {},
  pieces = 10_000,
  seen: (from: number, to: number) => void = () => {},
): Promise<Buffer> {
  const read = (start: number, end: number) => {
    seen(start, end)
    return inPieces(sealed.subarray(start, end), pieces)
  }
  return allOf(decryptRange({ key, context, bytes: sealed.length, read }, from, to))
}

/** What came out before it was noticed was the beginning of the plain text, in whole chunks. */
async function expectDamage(
  sealed: Buffer,
  plain: Buffer,
  other: { key?: Buffer; context?: string } = {},
): Promise<void> {
  const read = (from: number, to: number) => inPieces(sealed.subarray(from, to))
  const came: Buffer[] = []
  const reading = async () => {
    const source = { key, context, bytes: sealed.length, read, ...other }
    for await (const part of decryptRange(source)) came.push(part)
  }
  await expect(reading()).rejects.toSatisfy(isDamage)
  const all = Buffer.concat(came)
  expect(all.length % CHUNK).toBe(0)
  expect(all.equals(plain.subarray(0, all.length))).toBe(true)
}
