import type { StructureRefusal } from '#domain/archive/intake.ts'

/** Watches a file go by: only its beginning and its end can be judged without holding it. */
export type EdgeWatch = {
  /** A refusal as soon as the beginning is known to be wrong. */
  take: (chunk: Uint8Array) => StructureRefusal | undefined
  end: () => StructureRefusal | undefined
}

const HEADER = '%PDF-'
const END = '%%EOF'
/** Readers look for the header in the first kilobyte; so does who hides something before it. */
const HEAD_BYTES = 1024
const INK = /[^\0\t\n\f\r ]/

/** The beginnings of pictures: JPEG, PNG, GIF, TIFF, BMP, WebP, and what telephones call HEIC. */
const PICTURE =
  /^(\xff\xd8\xff|\x89PNG\r\n|GIF8|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(hei|hev|mif|avif))/s

export function watchEdges(maxBytes: number): EdgeWatch {
  let bytes = 0
  let head = ''
  let headJudged = false
  let carried = ''
  let followed: boolean | undefined

  function take(chunk: Uint8Array): StructureRefusal | undefined {
    const text = latin1(chunk)
    bytes += chunk.length
    if (bytes > maxBytes) return 'tooLarge'
    watchEnd(text)
    return watchHead(text)
  }

  function watchHead(text: string): StructureRefusal | undefined {
    if (headJudged) return undefined
    head += text.slice(0, HEAD_BYTES)
    if (head.length < HEAD_BYTES) return undefined
    headJudged = true
    return headRefusal(head)
  }

  function watchEnd(text: string): void {
    const seen = carried + text
    const at = seen.lastIndexOf(END)
    if (at >= 0) followed = INK.test(seen.slice(at + END.length))
    else if (followed === false) followed = INK.test(text)
    carried = seen.slice(1 - END.length)
  }

  function end(): StructureRefusal | undefined {
    if (bytes === 0) return 'emptyFile'
    const refusal = headJudged ? undefined : headRefusal(head)
    if (refusal) return refusal
    if (followed === undefined) return 'damagedStructure'
    return followed ? 'dataAfterEnd' : undefined
  }

  return { take, end }
}

function headRefusal(head: string): StructureRefusal | undefined {
  if (head.startsWith(HEADER)) return undefined
  if (PICTURE.test(head)) return 'typeMismatch'
  return head.slice(0, HEAD_BYTES).includes(HEADER) ? 'headerNotAtStart' : 'notPdf'
}

function latin1(chunk: Uint8Array): string {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
}
