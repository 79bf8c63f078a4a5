import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { progressOf } from '#domain/embed/progress.ts'
import { boxSpecimens } from '#test/support/embed-specimens.ts'
import { assets } from '#test/support/specimen-parts.ts'
import { type Box, BoxPage, BoxPart } from '#views/embed/box.tsx'
import { toldShareText, toldText } from '#views/embed/box-words.ts'
import { SHOWN } from '#views/embed/embeds-words.ts'
import { snippetsFor } from '#views/embed/snippets.ts'
import { HELP } from '#views/help/help-words.ts'

const ORIGIN = 'https://asn.example.go.id'
const boxes = Object.entries(boxSpecimens)
const pageOf = (box: Box) => parse(String(BoxPage(box, { ...assets, colours: undefined })))
const partOf = (box: Box) => parse(String(BoxPart(box, ORIGIN)))

describe.each(boxes)('%s', (_, box) => {
  test('has one first heading as a page, and none as a part of another page', () => {
    expect(pageOf(box).querySelectorAll('h1')).toHaveLength(1)
    expect(partOf(box).querySelectorAll('h1')).toHaveLength(0)
    expect(partOf(box).querySelectorAll('h2')).toHaveLength(1)
  })

  test('opens each link in a tab that does not know where it came from, but for downloads', () => {
    const links = [pageOf(box), partOf(box)].flatMap((html) => html.querySelectorAll('a'))
    const kept = links.filter(
      (link) =>
        !link.hasAttribute('download') &&
        (link.getAttribute('target') !== '_blank' || link.getAttribute('rel') !== 'noopener'),
    )
    expect(kept.map(String)).toEqual([])
  })

  test('says as a page what it says as a part, but for what a script fills in', () => {
    const main = pageOf(box).querySelector('main')
    main?.querySelector('.asn-periksa')?.remove()
    expect(main?.text.replace(/\s+/g, ' ').trim()).toBe(
      partOf(box).text.replace(/\s+/g, ' ').trim(),
    )
  })

  test('loads only what is ours, and has no inline style or script', () => {
    const page = pageOf(box)
    const loaded = page
      .querySelectorAll('[src], link')
      .map((element) => element.getAttribute('src') ?? element.getAttribute('href'))
    expect(loaded).toEqual([assets.box, assets.boxScript])
    expect(String(page)).not.toMatch(/ style=| on\w+=|<style|<script(?! src)/)
  })

  test('gives every class that a host page may style the beginning asn-', () => {
    const classes = partOf(box)
      .querySelectorAll('[class]')
      .flatMap((element) => element.classNames.split(' '))
    expect(classes.filter((name) => !name.startsWith('asn-'))).toEqual([])
  })
})

test('there is a box for every topic of help', () => {
  const topics = Object.keys(HELP).map((topic) => `box-help-${topic}`)
  expect(Object.keys(boxSpecimens)).toEqual(expect.arrayContaining(topics))
})

test('a small side is told as less than ten, and the other as more than the rest', () => {
  const progress = progressOf({ total: 1200, activated: 1195 })
  if (progress.kind !== 'told') throw new Error('1200 people are enough')
  const { activated, left, total } = progress
  expect([toldText(activated), toldShareText(activated, total)]).toEqual([
    'lebih dari 1.190',
    'lebih dari 99,1\u00a0%',
  ])
  expect([toldText(left), toldShareText(left, total)]).toEqual([
    'kurang dari 10',
    'kurang dari 0,8\u00a0%',
  ])
})

test.each(SHOWN)(
  'the snippets of $name are whole and name the portal by its whole address',
  (shown) => {
    for (const snippet of Object.values(snippetsFor(ORIGIN, shown))) {
      const html = parse(snippet)
      const addresses = html
        .querySelectorAll('[src], [href], [hx-get]')
        .flatMap((element) => ['src', 'href', 'hx-get'].map((name) => element.getAttribute(name)))
        .filter((address) => address !== undefined)
      expect(addresses.length).toBeGreaterThan(0)
      expect(addresses.filter((address) => !address.startsWith(`${ORIGIN}/`))).toEqual([])
      expect(snippet).toMatch(/KUNCI/)
    }
  },
)
