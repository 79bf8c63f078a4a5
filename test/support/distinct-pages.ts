import { specimens } from '#test/support/specimens.ts'
import { type Page, WholePage } from '#views/page.tsx'

/** Tells rules of markup and colour nothing: what stands in a field, where a link leads, a plot's numbers. */
const SILENT =
  / (value|href|action|content|src|d|points|x|y|x1|x2|y1|y2|width|height|viewBox|max|hx-[a-z-]+)="[^"]*"/g
const TEXT = />[^<]*[^<\s][^<]*</g
const assets = { css: '', htmx: '', app: '', captcha: '', office: '' }

/**
 * One page of each structure: the same elements with the same classes, names and labels, some text in
 * the same places. For rules that look at no words, such as those of axe.
 */
export function distinctPages(): string[] {
  const first = new Map<string, string>()
  for (const [name, page] of Object.entries(specimens)) {
    const structure = structureOf(page)
    if (!first.has(structure)) first.set(structure, name)
  }
  return [...first.values()]
}

function structureOf(page: Page): string {
  return String(WholePage(page, assets)).replace(SILENT, '').replace(TEXT, '>words<')
}
