import decodeJpeg, { init as initDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as initEncoder } from '@jsquash/jpeg/encode.js'
import type { Pixels, Size } from './pixels.ts'
import { wasmOf } from './wasm.ts'

const END = Buffer.from([0xff, 0xd9])
const MARKER = 0xff
/** The markers of a frame, which says how large the picture is; three of the row mean other things. */
const FRAMES = { first: 0xc0, last: 0xcf, others: [0xc4, 0xc8, 0xcc] }

export async function loadJpeg(): Promise<void> {
  const [decoder, encoder] = await Promise.all([
    wasmOf('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
    wasmOf('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
  ])
  await Promise.all([initDecoder(decoder), initEncoder(encoder)])
}

/** What the header says, so that nothing large is unfolded before it is known to be allowed. */
export function jpegSize(bytes: Buffer): Size | undefined {
  if (!bytes.includes(END)) return undefined
  for (let at = 2; at + 9 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at] !== MARKER) return undefined
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= FRAMES.first && marker <= FRAMES.last
    if (isFrame && !FRAMES.others.includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  return undefined
}

/** The pixels alone, turned as the camera was held; where, when and with what is gone. */
export function readJpeg(bytes: Buffer): Promise<Pixels> {
  return decodeJpeg(bytes as unknown as ArrayBuffer, { preserveOrientation: true })
}

/** Baseline, which every reader of a PDF knows. */
export async function writeJpeg(pixels: Pixels, quality: number): Promise<Uint8Array> {
  const options = { quality, progressive: false }
  return new Uint8Array(await encodeJpeg(pixels as Parameters<typeof encodeJpeg>[0], options))
}
