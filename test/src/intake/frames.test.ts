import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Frame, MAX_BODY_BYTES, readFrames, toBytes } from '#src/intake/frames.ts'
import { allOf } from '#test/support/pdf.ts'

const frame = fc.record({
  kind: fc.constantFrom('ready', 'text', 'preview', 'verdict'),
  page: fc.nat({ max: 65_535 }),
  width: fc.nat({ max: 65_535 }),
  body: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
}) satisfies fc.Arbitrary<Frame>

test('frames are read as they were written, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(frame), fc.integer({ min: 1, max: 400 }), async (frames, size) => {
      const bytes = Buffer.concat(frames.map(toBytes))
      expect(await framesIn(bytes, size)).toEqual(frames)
    }),
  )
})

test('what is no frame ends the reading, whatever follows', async () => {
  const good = toBytes({ kind: 'ready', page: 0, width: 0, body: Buffer.from('x') })
  const unknown = Buffer.from(good)
  unknown[0] = 99
  const huge = Buffer.from(good)
  huge.writeUInt32BE(MAX_BODY_BYTES + 1, 5)
  for (const bad of [unknown, huge])
    expect(await framesIn(Buffer.concat([good, bad, good]), 7)).toHaveLength(1)
})

async function framesIn(bytes: Buffer, size: number): Promise<Frame[]> {
  return await allOf(readFrames(cut(bytes, size)))
}

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
