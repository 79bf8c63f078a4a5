import { type HTMLElement, NodeType, parse } from 'node-html-parser'
import { specimens } from '#test/support/specimens.ts'
import { type Page, WholePage } from '#views/page.tsx'

const assets = {
  css: '',
  htmx: '',
  app: '',
  captcha: '',
  upload: '',
  office: '',
  archive: '',
  verify: '',
  share: '',
  box: '',
  boxScript: '',
  check: '',
}

/**
 * Few pages that together have all there is of structure: each element within each other, beside each
 * other, with the same classes and attributes, and each order of headings. For rules that look at no
 * words, and for how wide they run: of pages with the same, the longest.
 */
export function distinctPages(): string[] {
  return cover((html) => {
    const order = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => level).join('')
    return [...neighbours(parse(html), ''), order]
  })
}

/** Few that have every element in every place that its colours can depend on. */
export function pagesOfEachStyle(): string[] {
  return cover((html) => placesIn(parse(html), ''))
}

type Candidate = { name: string; traits: ReadonlySet<string> }

/** Each time the page that shows most of what no page so far has shown, the longer one first. */
function cover(traitsOf: (html: string) => string[]): string[] {
  const candidates: Candidate[] = Object.entries(specimens)
    .map(([name, page]) => ({ name, html: htmlOf(page) }))
    .sort((one, other) => other.html.length - one.html.length)
    .map(({ name, html }) => ({ name, traits: new Set(traitsOf(html)) }))
  const unseen = new Set(candidates.flatMap(({ traits }) => [...traits]))
  const chosen: string[] = []
  while (unseen.size > 0) {
    const { name, traits } = candidates.reduce((best, one) =>
      newIn(one, unseen) > newIn(best, unseen) ? one : best,
    )
    for (const trait of traits) unseen.delete(trait)
    chosen.push(name)
  }
  return chosen
}

function newIn({ traits }: Candidate, unseen: ReadonlySet<string>): number {
  return [...traits].filter((trait) => unseen.has(trait)).length
}

function neighbours(within: HTMLElement, outer: string): string[] {
  const inner = elementsIn(within)
  return inner.flatMap((element, at) => {
    const [before] = inner.slice(at - 1, at).map(kindOf)
    return [
      `${outer}>${kindOf(element)}`,
      `${before}+${kindOf(element)}`,
      ...neighbours(element, kindOf(element)),
    ]
  })
}

function placesIn(within: HTMLElement, path: string): string[] {
  return elementsIn(within).flatMap((element) => {
    const place = `${path}>${styleOf(element)}`
    return [place, ...placesIn(element, place)]
  })
}

function elementsIn(element: HTMLElement): HTMLElement[] {
  return element.childNodes.filter(
    (node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE,
  )
}

function styleOf(element: HTMLElement): string {
  return `${element.rawTagName}.${element.getAttribute('class') ?? ''}`
}

/** What htmx does with it shows nowhere; which sort of field or part it is, does. */
function kindOf(element: HTMLElement): string {
  const names = Object.keys(element.attributes).filter((name) => !name.startsWith('hx-'))
  const sorts = [element.getAttribute('type'), element.getAttribute('role')]
  return `${styleOf(element)}[${[...names.sort(), ...sorts].join()}]`
}

function htmlOf(page: Page): string {
  return String(WholePage(page, assets))
}
