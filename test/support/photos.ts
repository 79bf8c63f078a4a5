import { encode } from '@cantoo/pdf-lib/upng'
import { loadJpeg, writeJpeg } from '#src/intake/child/jpeg.ts'

type Shape = { width: number; height: number }

/** Where a camera says which way it was held, and tells more than it should. */
const SECRET = 'KAMERA-RAHASIA'

/** A picture red on its left and blue on its right. */
function redAndBlue({ width, height }: Shape): Uint8Array {
  const data = new Uint8Array(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const isLeft = pixel % width < width / 2
    data.set(isLeft ? [220, 20, 20, 255] : [20, 20, 220, 255], pixel * 4)
  }
  return data
}

export async function jpegPhoto(shape: Shape, orientation = 1): Promise<Buffer> {
  await loadJpeg()
  const jpeg = await writeJpeg({ ...shape, data: redAndBlue(shape) }, 80)
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif(orientation), jpeg.subarray(2)])
}

export function pngPhoto(shape: Shape): Buffer {
  return Buffer.from(
    encode([redAndBlue(shape).buffer as ArrayBuffer], shape.width, shape.height, 0),
  )
}

export { SECRET as PHOTO_SECRET }

function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(SECRET)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
