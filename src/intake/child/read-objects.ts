import { type PDFContext, PDFDict, type PDFObject, PDFParser } from '@cantoo/pdf-lib'
import { no, ok, type Result } from '#domain/result.ts'

export type ReadPdf = {
  context: PDFContext
  /** All that were written, those that a later one replaces included. */
  objects: PDFObject[]
  /** Where in the file those begin that stand in no object stream. */
  starts: ReadonlySet<number>
}

/** Reads from the first byte to the last, object streams opened, whatever the file itself points at. */
export async function readObjects(
  bytes: Buffer,
): Promise<Result<ReadPdf, 'damagedStructure' | 'encryptedPdf'>> {
  const parser = PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true)
  const objects: PDFObject[] = []
  const starts = new Set<number>()
  listen(parser, objects, starts)
  try {
    const context = await parser.parseDocument()
    const { Root, Info, Encrypt } = context.trailerInfo
    if (Encrypt) return no('encryptedPdf')
    return ok({ context, objects: [...objects, ...[Root, Info].filter(isDirect)], starts })
  } catch {
    // What is encrypted may look damaged; where it says so, people are told what they can do.
    return no(bytes.includes('/Encrypt') ? 'encryptedPdf' : 'damagedStructure')
  }
}

/** The parser keeps the last object of each number; readers go by a table and may find another. */
function listen(parser: PDFParser, objects: PDFObject[], starts: Set<number>): void {
  const context = parser['context']
  const assign = context.assign.bind(context)
  context.assign = (ref, object) => {
    objects.push(object)
    assign(ref, object)
  }
  const parse = parser['parseIndirectObject'].bind(parser)
  parser['parseIndirectObject'] = () => {
    starts.add(parser['bytes'].offset())
    return parse()
  }
}

function isDirect(object: PDFObject | undefined): object is PDFObject {
  return object instanceof PDFDict
}
