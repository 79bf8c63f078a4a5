import { PHOTO_CAPS, type PhotoPdf, type PhotoRefusal } from '#domain/archive/intake.ts'
import { give, unhurried } from './feed.ts'
import { toBytes } from './frames.ts'
import { type Child, startChild } from './killable.ts'
import { PICTURE_MS } from './limits.ts'
import { INTAKE_CHILD } from './program.ts'
import { readPhotoPdf } from './verdict.ts'

/** Pictures of the pages of a paper in their order, and who takes the PDF, part by part. */
export type PhotosToJoin = {
  pictures: readonly AsyncIterable<Uint8Array>[]
  /** What the PDF may have; pictures are made smaller until it has no more. */
  maxBytes: number
  onPdf: (part: Buffer) => Promise<void>
}

const MAX_BYTES = PHOTO_CAPS.megabytes * 1_000_000

/** Turns, shrinks and strips them of where and when they were taken, a page for each. */
export async function joinPhotos(photos: PhotosToJoin, program = INTAKE_CHILD): Promise<PhotoPdf> {
  const { pictures, maxBytes } = photos
  if (pictures.length === 0) return refused({ kind: 'noPicture' })
  if (pictures.length > PHOTO_CAPS.pictures) return refused({ kind: 'tooManyPictures' })
  const child = startChild(program, ['photos', `${pictures.length}`, `${maxBytes}`])
  if (!child) return { kind: 'notMade' }
  child.allow(pictures.length * PICTURE_MS)
  const hearing = hear(child, photos)
  const feeding = feed(child, pictures).then((refusal) => (refusal ? refused(refusal) : hearing))
  try {
    return await Promise.race([feeding, hearing])
  } finally {
    for (const rest of [hearing, feeding]) rest.catch(() => undefined)
    await child.end()
  }
}

async function feed(
  child: Child,
  pictures: readonly AsyncIterable<Uint8Array>[],
): Promise<PhotoRefusal | undefined> {
  for (const [index, source] of pictures.entries()) {
    const picture = index + 1
    let bytes = 0
    for await (const chunk of unhurried(child, source)) {
      bytes += chunk.length
      if (bytes > MAX_BYTES) return { kind: 'pictureTooLarge', picture }
      const body = Buffer.from(chunk)
      const frame = toBytes({ kind: 'picture', page: picture, width: 0, body })
      if (!(await give(child.input, frame))) return undefined
    }
    if (bytes === 0) return { kind: 'notPicture', picture }
  }
  child.input.end()
  return undefined
}

async function hear(child: Child, { pictures, maxBytes, onPdf }: PhotosToJoin): Promise<PhotoPdf> {
  const dead = refused({ kind: 'tooComplex' })
  let isReady = false
  let left = maxBytes
  for await (const { kind, body } of child.frames) {
    isReady = true
    if (kind === 'verdict') {
      const verdict = readPhotoPdf(body) ?? dead
      return verdict.kind === 'made' && verdict.pages !== pictures.length ? dead : verdict
    }
    if (kind !== 'pdf') continue
    left -= body.length
    if (left < 0) return dead
    await child.pausing(() => onPdf(body))
  }
  return isReady ? dead : { kind: 'notMade' }
}

function refused(reason: PhotoRefusal): PhotoPdf {
  return { kind: 'refused', reason }
}
