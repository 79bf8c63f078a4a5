import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'

/** What stands in the file; `rows` are taken as fast as they are read. */
export type PdfText = {
  title: string
  sections: readonly { heading: string; rows: readonly (readonly [string, string])[] }[]
  note: string
  signature: string
  /** Dark and light squares, and the same to be typed. */
  qr: { squares: readonly (readonly boolean[])[]; alt: string; text: string } | undefined
  list: { title: string; columns: readonly string[]; rows: AsyncIterable<readonly string[]> }
  madeAt: Date
}

type Pdf = PDFKit.PDFDocument

const MARGIN = 42
const LABEL = 170
const CELL_GAP = 4
const ROW_GAP = 3
const WAITING = 256 * 1024
/** Of the columns, in parts of the whole. */
const WIDTHS = [4, 12, 9, 14, 5, 6, 9, 6, 12, 8, 6, 10, 9]
const ALL = WIDTHS.reduce((sum, one) => sum + one, 0)

/** A tagged PDF in standard fonts, written while it is read; whoever stops reading ends it. */
export function certificatePdf(text: PdfText): ReadableStream<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: text.title, CreationDate: text.madeAt, ModDate: text.madeAt },
  })
  const out = doc.pipe(new PassThrough())
  write(doc, out, text).catch((problem: unknown) => out.destroy(problem as Error))
  return Readable.toWeb(out) as ReadableStream<Uint8Array>
}

async function write(doc: Pdf, out: PassThrough, text: PdfText): Promise<void> {
  const root = doc.struct('Document')
  doc.addStructure(root)
  root.add(
    doc.struct('H1', {}, () => void doc.font('Helvetica-Bold').fontSize(15).text(text.title)),
  )
  for (const { heading, rows } of text.sections) {
    root.add(doc.struct('H2', {}, () => void writeHeading(doc, heading)))
    for (const [label, value] of rows)
      root.add(doc.struct('P', {}, () => void writeFact(doc, label, value)))
  }
  root.add(doc.struct('P', {}, () => void doc.moveDown(0.5).text(text.note)))
  root.add(doc.struct('P', {}, () => void writeSignature(doc, text.signature)))
  const { qr } = text
  if (qr) {
    root.add(doc.struct('P', {}, () => void doc.moveDown(0.5).fontSize(9).text(qr.text, MARGIN)))
    root.add(doc.struct('Figure', { alt: qr.alt }, () => void drawQr(doc, qr.squares)))
  }
  await writeList(doc, out, { root, list: text.list })
  root.end()
  doc.end()
}

function writeHeading(doc: Pdf, heading: string): void {
  doc.moveDown(0.6).font('Helvetica-Bold').fontSize(11).text(heading).moveDown(0.2)
}

function writeFact(doc: Pdf, label: string, value: string): void {
  const width = doc.page.width - 2 * MARGIN - LABEL
  doc.font('Helvetica').fontSize(9)
  const height = Math.max(
    doc.heightOfString(label, { width: LABEL - CELL_GAP }),
    doc.heightOfString(value, { width }),
  )
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage()
  const { y } = doc
  doc.fillColor('#444').text(label, MARGIN, y, { width: LABEL - CELL_GAP })
  doc.fillColor('black').text(value, MARGIN + LABEL, y, { width })
  doc.x = MARGIN
  doc.y = y + height + 2
}

/** Room for a signature that somebody else's program puts there. */
function writeSignature(doc: Pdf, words: string): void {
  const height = 70
  if (doc.y + height + 20 > doc.page.height - MARGIN) doc.addPage()
  doc.moveDown(0.5).fontSize(8).text(words, MARGIN)
  doc.rect(MARGIN, doc.y + 2, 220, height - 16).stroke('#888')
  doc.y += height
}

function drawQr(doc: Pdf, squares: readonly (readonly boolean[])[]): void {
  const size = 130
  if (doc.y + size > doc.page.height - MARGIN) doc.addPage()
  const one = size / squares.length
  const y = doc.y + 6
  for (const [row, line] of squares.entries())
    for (const [column, isDark] of line.entries())
      if (isDark) doc.rect(MARGIN + column * one, y + row * one, one, one)
  doc.fill('black')
  doc.y = y + size
}

type Listing = { root: PDFKit.PDFStructureElement; list: PdfText['list'] }
type Cells = readonly string[]

/** Each tag is kept in memory until the end: a longer list is one paragraph a page instead. */
const MOST_TAGGED = 1000
const AT_ONCE = 20

async function writeList(doc: Pdf, out: PassThrough, { root, list }: Listing): Promise<void> {
  addListPage(doc)
  root.add(doc.struct('H2', {}, () => void writeHeading(doc, list.title)))
  const table = doc.struct('Table')
  root.add(table)
  writeTagged(doc, table, { tag: 'TH', cells: list.columns })
  const untagged = pageOfLines(doc, root)
  let count = 0
  for await (const cells of list.rows) {
    count += 1
    if (count <= MOST_TAGGED) writeTagged(doc, table, { tag: 'TD', cells })
    else untagged.add(cells)
    if (count === MOST_TAGGED) table.end()
    if (count % AT_ONCE === 0) await setImmediate()
    if (doc.readableLength > WAITING && out.writableNeedDrain) await once(out, 'drain')
  }
  if (count < MOST_TAGGED) table.end()
  untagged.end()
}

function addListPage(doc: Pdf): void {
  doc.addPage({ size: 'A4', layout: 'landscape', margin: MARGIN })
}

type Row = { tag: 'TH' | 'TD'; cells: Cells }

function writeTagged(doc: Pdf, table: PDFKit.PDFStructureElement, { tag, cells }: Row): void {
  const { widths, height } = measure(doc, tag, cells)
  if (doc.y + height > doc.page.height - MARGIN) addListPage(doc)
  const row = doc.struct('TR')
  table.add(row)
  const { y } = doc
  drawCells(cells, widths, (cell, x, width) =>
    row.add(doc.struct(tag, {}, () => void doc.text(cell, x, y, { width }))),
  )
  row.end()
  doc.x = MARGIN
  doc.y = y + height + ROW_GAP
}

/** Lines of a page, written together once it is full. */
function pageOfLines(doc: Pdf, root: PDFKit.PDFStructureElement) {
  let lines: { cells: Cells; y: number; widths: readonly number[] }[] = []
  let next: number | undefined
  const flush = () => {
    const written = lines
    lines = []
    if (written.length > 0) root.add(doc.struct('P', {}, () => written.forEach(draw)))
  }
  const draw = ({ cells, y, widths }: (typeof lines)[number]) =>
    drawCells(cells, widths, (cell, x, width) => void doc.text(cell, x, y, { width }))
  return {
    add: (cells: Cells) => {
      const { widths, height } = measure(doc, 'TD', cells)
      const isFull = (next ?? doc.y) + height > doc.page.height - MARGIN
      if (isFull) flush()
      if (isFull) addListPage(doc)
      const y = isFull ? doc.y : (next ?? doc.y)
      lines.push({ cells, y, widths })
      next = y + height + ROW_GAP
    },
    end: flush,
  }
}

function measure(doc: Pdf, tag: Row['tag'], cells: Cells) {
  doc.font(tag === 'TH' ? 'Helvetica-Bold' : 'Helvetica').fontSize(7)
  const room = doc.page.width - 2 * MARGIN
  const widths = WIDTHS.map((part) => (room * part) / ALL - CELL_GAP)
  const heights = cells.map((cell, at) => doc.heightOfString(cell, { width: widths[at] ?? 0 }))
  return { widths, height: Math.max(...heights) }
}

function drawCells(
  cells: Cells,
  widths: readonly number[],
  draw: (cell: string, x: number, width: number) => unknown,
): void {
  let x = MARGIN
  for (const [at, cell] of cells.entries()) {
    const width = widths[at] ?? 0
    draw(cell, x, width)
    x += width + CELL_GAP
  }
}
