import { writeJpeg } from './jpeg.ts'
import { type Pixels, shrink, sizeWithin } from './pixels.ts'

/** From about 170 dots an inch on A4, as a letter is scanned, down to what can just be read. */
const STEPS = [
  { most: 2_000, quality: 75 },
  { most: 1_600, quality: 65 },
  { most: 1_400, quality: 50 },
  { most: 1_200, quality: 35 },
]

/** The best JPEG of a picture that has no more bytes; undefined where none can be read any more. */
export async function fitPicture(
  picture: Pixels,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  for (const { most, quality } of STEPS) {
    const smaller = shrink(picture, sizeWithin(picture, { width: most, height: most }))
    const jpeg = await writeJpeg(smaller, quality)
    if (jpeg.length <= maxBytes) return jpeg
  }
  return undefined
}
