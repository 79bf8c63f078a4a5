import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { no, ok, type Result } from '#domain/result.ts'

/** Walks the tree of pages itself: what it says of its size is worth nothing, and it may bite its tail. */
export function countPages(
  context: PDFContext,
  most: number,
): Result<number, 'damagedStructure' | 'tooManyPages'> {
  const root = context.lookup(context.trailerInfo.Root)
  const open = [root instanceof PDFDict ? root.get(PDFName.of('Pages')) : undefined]
  const visited = new Set<PDFObject>()
  let pages = 0
  while (open.length > 0) {
    const node = context.lookup(open.pop())
    if (!(node instanceof PDFDict) || visited.has(node)) return no('damagedStructure')
    visited.add(node)
    const kids = context.lookup(node.get(PDFName.of('Kids')))
    if (kids instanceof PDFArray) open.push(...kids.asArray())
    else pages += 1
    if (pages > most) return no('tooManyPages')
  }
  return pages > 0 ? ok(pages) : no('damagedStructure')
}
