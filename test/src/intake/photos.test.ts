import { readFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import decodeWebp, { init } from '@jsquash/webp/decode.js'
import { describe, expect, test } from 'vitest'
import type { PhotoPdf } from '#domain/archive/intake.ts'
import { makeIntake } from '#src/intake/intake.ts'
import { inParts, toInspect } from '#test/support/pdf.ts'
import { jpegPhoto, PHOTO_SECRET, pngPhoto } from '#test/support/photos.ts'

const intake = makeIntake({ children: 2, waiting: 20 })
/** Each file has a process of its own, and the machine has other tests to run. */
const SLOW = { timeout: 180_000 }
const LANDSCAPE = { width: 400, height: 200 }
const [RED, BLUE] = ['red', 'blue']

describe('photos of a paper', SLOW, () => {
  test('become one PDF of their pages in order, which is accepted as any other', async () => {
    const { answer, pdf } = await join([
      await jpegPhoto(LANDSCAPE),
      pngPhoto({ width: 200, height: 300 }),
    ])
    expect(answer).toEqual({ kind: 'made', pages: 2 })
    const { asked, told } = toInspect(pdf)
    expect(await intake.inspect(asked)).toEqual({ kind: 'accepted', pages: 2, notes: [] })
    expect(told.previews.size).toBe(4)
    const pages = (await PDFDocument.load(pdf)).getPages().map((page) => page.getSize())
    expect(pages.map(({ width, height }) => Math.sign(width - height))).toEqual([1, -1])
  })

  test('lie as they were seen, however the camera was held', async () => {
    const photos = await Promise.all([1, 3, 6, 8].map((position) => jpegPhoto(LANDSCAPE, position)))
    const { pdf } = await join(photos)
    expect(await sidesOf(pdf)).toMatchObject([
      { left: RED, right: BLUE },
      { left: BLUE, right: RED },
      { top: RED, bottom: BLUE },
      { top: BLUE, bottom: RED },
    ])
  })

  test('say nothing any more of the camera', async () => {
    const photo = await jpegPhoto(LANDSCAPE)
    expect(photo.includes(PHOTO_SECRET)).toBe(true)
    const { pdf } = await join([photo])
    expect([PHOTO_SECRET, 'Exif'].map((text) => pdf.includes(text))).toEqual([false, false])
  })

  test('are made smaller until they fit, and refused where nothing helps', async () => {
    const photo = await jpegPhoto({ width: 3_000, height: 2_250 })
    const { answer, pdf } = await join([photo, photo], 60_000)
    expect(answer).toEqual({ kind: 'made', pages: 2 })
    expect(pdf.length).toBeLessThan(60_000)
    expect((await join([photo], 3_000)).answer).toEqual(refused({ kind: 'tooLarge' }))
  })
})

describe('what is no photo is refused by its place', SLOW, () => {
  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['a PDF', () => Buffer.from('%PDF-1.7'), 'notPicture'],
    ['nothing', () => Buffer.alloc(0), 'notPicture'],
    ['a GIF', () => Buffer.from('GIF89a'), 'notPicture'],
    ['half a JPEG', async () => (await jpegPhoto(LANDSCAPE)).subarray(0, 900), 'damagedPicture'],
    [
      'a JPEG of rubbish',
      () => Buffer.from('\xff\xd8\xffrubbish\xff\xd9', 'latin1'),
      'damagedPicture',
    ],
    ['half a PNG', () => pngPhoto(LANDSCAPE).subarray(0, 60), 'damagedPicture'],
    ['a PNG that unfolds', () => claimed(pngPhoto(LANDSCAPE), 16), 'tooManyPixels'],
    ['a JPEG that unfolds', async () => unfolding(await jpegPhoto(LANDSCAPE)), 'tooManyPixels'],
    ['more than a camera gives', () => Buffer.alloc(13_000_000), 'pictureTooLarge'],
  ])('%s', async (_, make, kind) => {
    const { answer } = await join([await jpegPhoto(LANDSCAPE), await make()])
    expect(answer).toEqual(refused({ kind, picture: 2 }))
  })

  test('no photo and too many are refused without a look', async () => {
    expect((await join([])).answer).toEqual(refused({ kind: 'noPicture' }))
    const many = Array.from({ length: 51 }, () => Buffer.from('x'))
    expect((await join(many)).answer).toEqual(refused({ kind: 'tooManyPictures' }))
  })
})

async function join(photos: Buffer[], maxBytes = 1_000_000) {
  const parts: Buffer[] = []
  const answer = await intake.joinPhotos({
    pictures: photos.map((photo) => inParts(photo)),
    maxBytes,
    onPdf: async (part) => {
      parts.push(Buffer.from(part))
    },
  })
  return { answer, pdf: Buffer.concat(parts) }
}

function refused(reason: unknown): PhotoPdf {
  return { kind: 'refused', reason } as PhotoPdf
}

/** What colour each page has near each of its sides. */
async function sidesOf(pdf: Buffer) {
  const { asked, told } = toInspect(pdf)
  await intake.inspect(asked)
  const wasmBinary = await readFile('node_modules/@jsquash/webp/codec/dec/webp_dec.wasm')
  await init({ wasmBinary } as object)
  const previews = [...told.previews].filter(([name]) => name.endsWith('/320'))
  return Promise.all(previews.map(([, webp]) => sides(webp)))
}

async function sides(webp: Buffer) {
  const { width, height, data } = await decodeWebp(webp as unknown as ArrayBuffer)
  const at = (x: number, y: number) => {
    const pixel = (Math.floor(y * height) * width + Math.floor(x * width)) * 4
    return (data[pixel] ?? 0) > (data[pixel + 2] ?? 0) ? RED : BLUE
  }
  return { left: at(0.2, 0.5), right: at(0.8, 0.5), top: at(0.5, 0.45), bottom: at(0.5, 0.55) }
}

/** A width of a million in the header. */
function claimed(picture: Buffer, at: number): Buffer {
  const copy = Buffer.from(picture)
  copy.writeUInt32BE(1_000_000, at)
  return copy
}

function unfolding(jpeg: Buffer): Buffer {
  const copy = Buffer.from(jpeg)
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]))
  copy.writeUInt16BE(60_000, frame + 5)
  copy.writeUInt16BE(60_000, frame + 7)
  return copy
}
