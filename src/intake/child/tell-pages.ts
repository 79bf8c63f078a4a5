import { PREVIEW_WIDTHS } from '#domain/archive/intake.ts'
import { drawPage, type Painter } from './painter.ts'
import { shrink, sizeWithin } from './pixels.ts'
import { tell } from './tell.ts'

/** A page of a strange shape is shown smaller, not in more bytes. */
const HEIGHT_PER_WIDTH = 2
const MAX_TEXT = 100_000

/** Tells the text and the previews of each page; no, where one cannot be drawn or the count differs. */
export async function tellPages(painter: Painter, bytes: Buffer, pages: number): Promise<boolean> {
  const pdf = await painter.open(bytes)
  if (pdf?.getPageCount() !== pages) return false
  for (let page = 1; page <= pages; page += 1) {
    const drawn = await drawPage(pdf, page - 1, boxOf(Math.max(...PREVIEW_WIDTHS)))
    if (!drawn) return false
    tell('text', { page, body: drawn.text.slice(0, MAX_TEXT).toWellFormed() })
    for (const width of PREVIEW_WIDTHS) {
      const pixels = shrink(drawn.pixels, sizeWithin(drawn.pixels, boxOf(width)))
      tell('preview', { page, width, body: await painter.toWebp(pixels) })
    }
  }
  return true
}

function boxOf(width: number) {
  return { width, height: width * HEIGHT_PER_WIDTH }
}
