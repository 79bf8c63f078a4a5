import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { type Inspection, PREVIEW_WIDTHS } from '#domain/archive/intake.ts'
import type { FileToInspect } from '#src/intake/inspect.ts'

export type PdfVector = {
  file: string
  why: string
  answer: 'accepted' | 'refused'
  pages?: number
  notes?: string[]
  reasons?: string[]
}

const FOLDER = 'test/vectors/pdf'

export function pdfVectors(): PdfVector[] {
  return JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8')).files
}

export function pdfVector(file: string): Buffer {
  return readFileSync(`${FOLDER}/${file}`)
}

export type Told = { texts: string[]; previews: Map<string, Buffer> }

/** A file to be looked into, and what was told of it. */
export function toInspect(bytes: Uint8Array, file: Partial<FileToInspect> = {}) {
  const told: Told = { texts: [], previews: new Map() }
  const asked: FileToInspect = {
    source: inParts(bytes),
    maxPages: 300,
    onText: async (_, text) => {
      told.texts.push(text)
    },
    onPreview: async (page, width, webp) => {
      told.previews.set(`${page}/${width}`, Buffer.from(webp))
    },
    ...file,
  }
  return { asked, told }
}

export function inParts(bytes: Uint8Array, size = 65_536): AsyncIterable<Uint8Array> {
  const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  )
  return Readable.from(parts)
}

export async function allOf<Part>(parts: AsyncIterable<Part> | undefined): Promise<Part[]> {
  const all: Part[] = []
  for await (const part of parts ?? []) all.push(part)
  return all
}

/** The names under which the previews of so many pages come, in their order. */
export function previewNames(pages: number): string[] {
  return Array.from({ length: pages }, (_, index) =>
    PREVIEW_WIDTHS.map((width) => `${index + 1}/${width}`),
  ).flat()
}

export function refusedFor(...reasons: string[]) {
  return reasons.map((reason) => ({ kind: 'refused', reason }) as Inspection)
}

/** A PDF of such objects, numbered from 1, the first of which is the catalog; its table is right. */
export function pdfOf(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n'
  const starts = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  return Buffer.from(text + tableOf(starts, text.length, trailer), 'latin1')
}

export function tableOf(starts: number[], at: number, trailer = ''): string {
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`)
  const size = starts.length + 1
  return `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`
}

export const ONE_PAGE = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
]
