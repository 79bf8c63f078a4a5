import type { PhotoRefusal } from '#domain/archive/intake.ts'
import { HARD_CAP } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Intake } from '../intake/intake.ts'
import { digestOf, type Scratch } from './scratch.ts'

/** Where one lies among the bytes that arrived. */
type Picture = { start: number; end: number }

/** Makes a PDF of pictures, in a process of its own. */
export type JoinPhotos = Intake['joinPhotos']

/** Before each picture: how many bytes it has. */
export const LENGTH_BYTES = 4
const MOST_PICTURES = 50

/**
 * Pictures of one paper come as one file, so that they resume like any other: before each stand its
 * bytes, in four bytes. What cannot be one is refused; `notYet`: the machine could not make a PDF now.
 */
export async function joinPictures(
  { scratch, joinPhotos }: { scratch: Scratch; joinPhotos: JoinPhotos },
  id: VersionId,
  bytes: number,
): Promise<Result<{ hashes: string[] }, PhotoRefusal | 'notYet'>> {
  const pictures = await findPictures(scratch, id, bytes)
  if (!Array.isArray(pictures)) return no(pictures)
  const read = ({ start, end }: Picture) => scratch.read(id, start, end)
  await scratch.beginMade(id)
  let made = 0
  const onPdf = async (part: Buffer) => {
    made = await scratch.appendMade(id, made, part)
  }
  const pdf = await joinPhotos({ pictures: pictures.map(read), maxBytes: HARD_CAP, onPdf })
  if (pdf.kind === 'notMade') return no('notYet')
  if (pdf.kind === 'refused') return no(pdf.reason)
  const hashes: string[] = []
  for (const picture of pictures)
    hashes.push((await digestOf(read(picture))).sha256.toString('hex'))
  return ok({ hashes })
}

async function findPictures(
  scratch: Scratch,
  id: VersionId,
  bytes: number,
): Promise<Picture[] | PhotoRefusal> {
  const pictures: Picture[] = []
  for (let at = 0; at < bytes; ) {
    const start = at + LENGTH_BYTES
    const broken = { kind: 'notPicture', picture: pictures.length + 1 } as const
    if (start > bytes) return broken
    at = start + (await readLength(scratch.read(id, at, start)))
    if (at === start || at > bytes) return broken
    if (pictures.push({ start, end: at }) > MOST_PICTURES) return { kind: 'tooManyPictures' }
  }
  return pictures.length > 0 ? pictures : { kind: 'noPicture' }
}

async function readLength(chunks: AsyncIterable<Buffer>): Promise<number> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).readUInt32BE()
}
