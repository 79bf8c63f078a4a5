import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Four greys in two bits a pixel, black 0 to white 3, row by row (PNG third edition, 11.2). */
export function greyPng(width: number, shades: Uint8Array): Buffer<ArrayBuffer> {
  const height = shades.length / width
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 2
  const rows = Array.from({ length: height }, (_, y) =>
    packed(shades.subarray(y * width, (y + 1) * width)),
  )
  const data = deflateSync(Buffer.concat(rows), { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A row without prediction: its filter byte, then four pixels a byte, the first one highest. */
function packed(row: Uint8Array): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil(row.length / 4))
  row.forEach((shade, x) => {
    bytes[1 + (x >> 2)] = (bytes[1 + (x >> 2)] ?? 0) | (shade << (6 - 2 * (x % 4)))
  })
  return bytes
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
