import { type HTMLElement, parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { assets } from '#test/support/specimen-parts.ts'
import { specimens } from '#test/support/specimens.ts'
import { type Page, PagePart, WholePage } from '#views/page.tsx'

const TAGS = words(
  'html head meta title link script body header main footer section div nav h1 h2 h3 p a b br ' +
    'span ul ol li dl dt dd code noscript svg path form fieldset legend label input button output ' +
    'details summary img audio pre search textarea progress template ' +
    'select option figure figcaption table caption thead tbody tr th td desc rect line text polyline asn-sematan',
)
const ATTRIBUTES = words(
  'lang charset name content rel href src defer id class role hidden tabindex method action for rows ' +
    'checked novalidate type value inputmode autocomplete autocapitalize autofocus spellcheck readonly ' +
    'download open alt width height loading controls preload viewBox d shape-rendering ' +
    'aria-hidden aria-label aria-labelledby aria-pressed aria-controls aria-invalid ' +
    'aria-describedby aria-live aria-atomic aria-current ' +
    'selected x y x1 x2 y1 y2 points preserveAspectRatio ' +
    'data-page data-pattern data-fragment data-copy data-print data-lost data-captcha data-parts data-bits data-busy data-done ' +
    'enctype accept multiple webkitdirectory scope max formaction ' +
    'data-vkey data-log data-standing data-fingerprint data-verdict data-told data-slot ' +
    'data-upload data-twins data-resume data-sha256 data-words data-folder data-bulk data-file data-n ' +
    'situs kotak topik ' +
    'hx-post hx-get hx-target hx-swap hx-trigger hx-sync hx-disable',
)

const pages = Object.entries(specimens).map(
  ([name, page]) => [name, elementsOf(page)] satisfies [string, HTMLElement[]],
)

test.each(pages)('%s has only tags and attributes that we know', (_, elements) => {
  const tags = elements.map(({ rawTagName }) => rawTagName)
  const attributes = elements.flatMap((element) => Object.keys(element.attributes))
  expect(tags.filter((tag) => !TAGS.includes(tag))).toEqual([])
  expect(attributes.filter((name) => !ATTRIBUTES.includes(name))).toEqual([])
})

test.each(pages)('%s has each id once, and all that are named', (_, elements) => {
  const ids = elements.map(({ id }) => id).filter(Boolean)
  const named = elements.flatMap((element) => namedIds(element))
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect(named.filter((id) => !ids.includes(id))).toEqual([])
})

test.each(pages)('%s redraws only regions that htmx gets in the answer', (name, elements) => {
  const page = specimens[name]
  const answer = page ? parse(String(PagePart(page))).querySelectorAll('[id]') : []
  const answered = answer.map(({ id }) => `#${id}`)
  const forms = elements.filter(
    (element) => element.closest('main') && element.hasAttribute('hx-post'),
  )
  const targets = forms.map((form) => form.getAttribute('hx-target') ?? '')
  expect(targets.filter((target) => !answered.includes(target))).toEqual([])
})

test.each(pages)('%s sends its forms without JavaScript where htmx would', (_, elements) => {
  const forms = elements.filter(isPost)
  const lost = forms.filter(
    (form) =>
      form.getAttribute('method') !== 'post' ||
      !form.getAttribute('action') ||
      (form.hasAttribute('hx-post') &&
        form.getAttribute('hx-post') !== form.getAttribute('action')),
  )
  expect(lost.map(String)).toEqual([])
})

test.each(pages)('R-CS-01 %s has a token in each form', (_, elements) => {
  const bare = elements
    .filter(isPost)
    .filter((form) => !form.querySelector('input[name=csrf][value]'))
  expect(bare.map(String)).toEqual([])
})

test.each(pages)('%s puts no token into an address', (_, elements) => {
  const asking = elements.filter((form) => form.rawTagName === 'form' && !isPost(form))
  const fields = asking.flatMap((form) => form.querySelectorAll('input[type=hidden]'))
  expect(fields.map(String)).toEqual([])
})

test.each(pages)('R-CS-02 %s has no inline script, style or handler', (_, elements) => {
  const inline = elements.filter(
    (element) =>
      element.rawTagName === 'style' ||
      (element.rawTagName === 'script' && !element.getAttribute('src')) ||
      Object.keys(element.attributes).some((name) => /^(style|on|hx-on|hx-vals)/.test(name)),
  )
  expect(inline.map(String)).toEqual([])
})

test.each(pages)(
  '%s has one title, one first heading and a name for every field',
  (_, elements) => {
    const labelled = elements.flatMap((element) => element.getAttribute('for') ?? [])
    const fields = elements.filter(
      (element) =>
        /^(input|textarea|select)$/.test(element.rawTagName) &&
        !element.closest('label') &&
        !isHidden(element),
    )
    expect(elements.filter(({ rawTagName }) => rawTagName === 'h1')).toHaveLength(1)
    expect(fields.filter(({ id }) => !labelled.includes(id)).map(String)).toEqual([])
  },
)

test('what needs a script is hidden until one runs', () => {
  const needy = pages.flatMap(([, elements]) =>
    elements.filter((element) => element.getAttribute('type') === 'button'),
  )
  expect(needy.length).toBeGreaterThan(0)
  expect(needy.filter((button) => !button.hasAttribute('hidden')).map(String)).toEqual([])
})

test('a refusal is announced, leads to help and marks its field', () => {
  const wrong = parse(html(specimens['code-refused-wrong']))
  const summary = wrong.querySelector('#kode [role=alert]')
  const field = wrong.querySelector('#code')
  expect(summary?.querySelector('a[href="#code"]')?.text).toContain('Kode salah.')
  expect(summary?.querySelector('a[href="/bantuan#kode-salah"]')).not.toBeNull()
  expect(field?.getAttribute('aria-invalid')).toBe('true')
  expect(field?.getAttribute('aria-describedby')).toContain(summary?.querySelector('p')?.id)
})

test('R-EN-01 a wrong password or name marks both fields', () => {
  const fields = parse(html(specimens['sign-in-wrong'])).querySelectorAll('[aria-invalid=true]')
  expect(fields.map(({ id }) => id)).toEqual(['username', 'password'])
})

test('the tab of a page says whether it came back refused', () => {
  const titles = Object.entries(specimens).map(([name, page]) => {
    const isRefused = parse(String(page.main)).querySelector('.problem #alasan') !== null
    return [name, page.title.startsWith('Kesalahan: '), isRefused]
  })
  expect(titles.filter(([, isTold, isRefused]) => isTold !== isRefused)).toEqual([])
})

test('a lock and the last wrong code leave nothing to type', () => {
  for (const name of ['code-locked', 'code-refused-last', 'activation-old-code-last'])
    expect(parse(html(specimens[name])).querySelectorAll('main input').map(String)).toEqual([])
  expect(parse(html(specimens['code-locked'])).querySelector('main')?.text).toContain(
    'Kode yang benar pun belum diterima sampai saat itu.',
  )
})

test('after a refused code the QR code is folded away, and said to be scanned already', () => {
  const page = parse(html(specimens['activation-first-wrong']))
  expect(page.querySelector('details:not([open]) .qr')).not.toBeNull()
  expect(page.querySelector('main')?.text).toContain('Tidak perlu memindai ulang.')
  const expired = parse(html(specimens['activation-expired']))
  expect(expired.querySelector('details .qr')).toBeNull()
})

test('only whoever has a set is asked whether it was saved after all', () => {
  const asks = (name: string) =>
    parse(html(specimens[name])).querySelector('button[name=saved][value=lama]') !== null
  expect(asks('recovery-codes-lost')).toBe(true)
  expect(asks('recovery-codes-none')).toBe(false)
  expect(asks('recovery-codes-few')).toBe(false)
})

function elementsOf(page: Page): HTMLElement[] {
  return parse(html(page)).querySelectorAll('*')
}

function html(page: Page | undefined): string {
  return page ? String(WholePage(page, assets)) : ''
}

/** A form that only asks has no token, and a search alone asks so. */
function isPost(form: HTMLElement): boolean {
  return form.rawTagName === 'form' && form.closest('search') === null
}

function namedIds(element: HTMLElement): string[] {
  const lists = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'data-copy']
  const named = lists.flatMap((name) => (element.getAttribute(name) ?? '').split(' '))
  const href = element.getAttribute('href') ?? ''
  const target = element.getAttribute('hx-target') ?? ''
  const inPage = [href, target].filter((text) => text.startsWith('#')).map((text) => text.slice(1))
  return [...named.filter(Boolean), ...inPage]
}

function isHidden(element: HTMLElement): boolean {
  return element.getAttribute('type') === 'hidden' || element.hasAttribute('hidden')
}

function words(text: string): string[] {
  return text.split(' ')
}
