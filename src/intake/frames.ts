/** What we and a child say to each other, one thing after the other. */
export type Frame = { kind: FrameKind; page: number; width: number; body: Buffer }

export type FrameKind = (typeof KINDS)[number]

const KINDS = ['ready', 'pages', 'text', 'preview', 'picture', 'pdf', 'verdict'] as const
const HEADER_BYTES = 9
/** No transfer holds more in memory. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024

export function toBytes({ kind, page, width, body }: Frame): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt8(KINDS.indexOf(kind), 0)
  header.writeUInt16BE(page, 1)
  header.writeUInt16BE(width, 3)
  header.writeUInt32BE(body.length, 5)
  return Buffer.concat([header, body])
}

/** Frames as they come in; ends without a word at what is none, for then nothing more can be believed. */
export async function* readFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0)
  let waitsFor = HEADER_BYTES
  let parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    size += chunk.length
    if (size < waitsFor) continue
    held = Buffer.concat(parts)
    while (held.length >= HEADER_BYTES) {
      const length = held.readUInt32BE(5)
      const kind = KINDS[held.readUInt8(0)]
      if (!kind || length > MAX_BODY_BYTES) return
      if (held.length < HEADER_BYTES + length) break
      const body = held.subarray(HEADER_BYTES, HEADER_BYTES + length)
      yield { kind, page: held.readUInt16BE(1), width: held.readUInt16BE(3), body }
      held = held.subarray(HEADER_BYTES + length)
    }
    waitsFor = HEADER_BYTES + (held.length < HEADER_BYTES ? 0 : held.readUInt32BE(5))
    parts = [held]
    size = held.length
  }
}
