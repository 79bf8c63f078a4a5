import { specimens } from '#test/support/specimens.ts'
import { type Page, WholePage } from '#views/page.tsx'

/** Tells rules of markup and colour nothing: what stands in a field, where a link leads, a plot's numbers. */
const SILENT =
  / (value|href|action|content|src|d|points|x|y|x1|x2|y1|y2|width|height|viewBox|max|hx-[a-z-]+)="[^"]*"/g
const TEXT = />[^<]*[^<\s][^<]*</g
const OPENING = /<([a-z0-9]+)(?:[^>]*? class="([^"]*)")?/g
const assets = { css: '', htmx: '', app: '', captcha: '', office: '' }

/**
 * One page of each structure, the one with most to read: the same elements with the same classes,
 * names and labels, some text in the same places. For rules that look at no words, and for how wide
 * they run.
 */
export function distinctPages(): string[] {
  return longestOfEach((html) => html.replace(SILENT, '').replace(TEXT, '>words<'))
}

/** Of those whose elements and classes are the same ones, however often: for rules about colours. */
export function pagesOfEachStyle(): string[] {
  const styles = (html: string) =>
    [...html.matchAll(OPENING)].map(([, tag, name]) => `${tag}.${name}`)
  return longestOfEach((html) => [...new Set(styles(html))].sort().join())
}

function longestOfEach(key: (html: string) => string): string[] {
  const longest = new Map<string, { name: string; length: number }>()
  for (const [name, page] of Object.entries(specimens)) {
    const html = htmlOf(page)
    const before = longest.get(key(html))
    if (!before || before.length < html.length)
      longest.set(key(html), { name, length: html.length })
  }
  return [...longest.values()].map(({ name }) => name)
}

function htmlOf(page: Page): string {
  return String(WholePage(page, assets))
}
