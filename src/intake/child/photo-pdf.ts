import { PageSizes, PDFDocument } from '@cantoo/pdf-lib'
import type { PhotoPdf, PhotoRefusal } from '#domain/archive/intake.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { readFrames } from '../frames.ts'
import { fitPicture } from './fit-picture.ts'
import { readPicture } from './picture.ts'
import { sizeWithin } from './pixels.ts'
import { tell } from './tell.ts'

const PART_BYTES = 256 * 1024
/** What a page and its picture need beside the picture itself. */
const PAGE_BYTES = 1_024

export type PhotoTask = { pictures: number; maxBytes: number }

/** One page for each picture, in the order in which they come; each may take its share of the bytes. */
export async function makePhotoPdf(
  input: AsyncIterable<Buffer>,
  { pictures, maxBytes }: PhotoTask,
): Promise<PhotoPdf> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  let left = maxBytes
  for await (const { picture, bytes } of picturesIn(input)) {
    const share = left / (pictures - picture + 1) - PAGE_BYTES
    const jpeg = await toJpeg(bytes, picture, share)
    if (!jpeg.ok) return { kind: 'refused', reason: jpeg.problem }
    await addPage(pdf, jpeg.value)
    left -= jpeg.value.length + PAGE_BYTES
  }
  pdf.setProducer('ASN Digital')
  const bytes = await pdf.save()
  for (let at = 0; at < bytes.length; at += PART_BYTES)
    tell('pdf', { body: bytes.subarray(at, at + PART_BYTES) })
  return { kind: 'made', pages: pdf.getPageCount() }
}

async function toJpeg(
  bytes: Buffer,
  picture: number,
  maxBytes: number,
): Promise<Result<Uint8Array, PhotoRefusal>> {
  const read = await readPicture(bytes)
  if (!read.ok) return no({ kind: read.problem, picture })
  const jpeg = await fitPicture(read.value, maxBytes)
  return jpeg ? ok(jpeg) : no({ kind: 'tooLarge' })
}

/** A4 as the picture lies, the picture as large as it fits. */
async function addPage(pdf: PDFDocument, jpeg: Uint8Array): Promise<void> {
  const image = await pdf.embedJpg(jpeg)
  const [short, long] = PageSizes.A4
  const [width, height] = image.width > image.height ? [long, short] : [short, long]
  const size = sizeWithin(image, { width, height }, true)
  const page = pdf.addPage([width, height])
  const x = (width - size.width) / 2
  page.drawImage(image, { ...size, x, y: (height - size.height) / 2 })
}

/** The parts of a picture bear its number. */
async function* picturesIn(input: AsyncIterable<Buffer>) {
  let picture = 0
  let parts: Buffer[] = []
  for await (const { page, body } of readFrames(input)) {
    if (page !== picture && picture > 0) yield { picture, bytes: Buffer.concat(parts) }
    if (page !== picture) parts = []
    picture = page
    parts.push(Buffer.from(body))
  }
  if (picture > 0) yield { picture, bytes: Buffer.concat(parts) }
}
