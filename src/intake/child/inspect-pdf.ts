import type { Inspection, StructureRefusal } from '#domain/archive/intake.ts'
import { countPages } from './count-pages.ts'
import { hasHiddenObject } from './hidden-objects.ts'
import { judgeObjects } from './judge-objects.ts'
import type { Painter } from './painter.ts'
import { readObjects } from './read-objects.ts'
import { tell } from './tell.ts'
import { tellPages } from './tell-pages.ts'

/** The whole look into a PDF: every object, the tree of pages, and each page drawn. */
export async function inspectPdf(
  bytes: Buffer,
  maxPages: number,
  painter: Painter,
): Promise<Inspection> {
  const read = await readObjects(bytes)
  if (!read.ok) return refused(read.problem)
  const { context, objects, starts } = read.value
  if (hasHiddenObject(bytes, starts)) return refused('damagedStructure')
  const { refusal, notes } = judgeObjects(objects)
  if (refusal) return refused(refusal)
  const pages = countPages(context, maxPages)
  if (!pages.ok) return refused(pages.problem)
  tell('pages', { page: pages.value })
  const isDrawn = await tellPages(painter, bytes, pages.value)
  return isDrawn ? { kind: 'accepted', pages: pages.value, notes } : refused('damagedStructure')
}

function refused(reason: StructureRefusal): Inspection {
  return { kind: 'refused', reason }
}
