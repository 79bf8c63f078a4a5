import { decode, toRGBA8 } from '@cantoo/pdf-lib/upng'
import { PHOTO_CAPS, type PictureRefusal } from '#domain/archive/intake.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { jpegSize, readJpeg } from './jpeg.ts'
import type { Pixels, Size } from './pixels.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const PNG_HEADER_BYTES = 33
const MAX_PIXELS = PHOTO_CAPS.megapixels * 1_000_000

/** A picture for what its bytes are, whatever its name says. */
export async function readPicture(bytes: Buffer): Promise<Result<Pixels, PictureRefusal>> {
  const isJpeg = bytes.subarray(0, JPEG.length).equals(JPEG)
  if (!isJpeg && !bytes.subarray(0, PNG.length).equals(PNG)) return no('notPicture')
  const size = isJpeg ? jpegSize(bytes) : pngSize(bytes)
  if (!size || size.width * size.height === 0) return no('damagedPicture')
  if (size.width * size.height > MAX_PIXELS) return no('tooManyPixels')
  try {
    return ok(isJpeg ? await readJpeg(bytes) : readPng(bytes))
  } catch {
    return no('damagedPicture')
  }
}

function pngSize(bytes: Buffer): Size | undefined {
  if (bytes.length < PNG_HEADER_BYTES) return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Paper is white: what is transparent shows it. */
function readPng(bytes: Buffer): Pixels {
  const png = decode(new Uint8Array(bytes).buffer)
  const data = new Uint8Array(toRGBA8(png)[0] ?? new ArrayBuffer())
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255
    for (let channel = at; channel < at + 3; channel += 1)
      data[channel] = 255 - alpha * (255 - (data[channel] ?? 0))
  }
  return { width: png.width, height: png.height, data }
}
