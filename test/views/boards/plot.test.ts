import fc from 'fast-check'
import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { specimens } from '#test/support/specimens.ts'
import { countText, percentText, shortText } from '#views/parts/number-words.ts'
import { TimePlot } from '#views/parts/plot/time-plot.tsx'

const someValues = fc.array(fc.oneof(fc.nat(9), fc.nat(9_000_000)), { minLength: 1, maxLength: 90 })

function plot(values: readonly number[], kind: 'bars' | 'line', goal?: number) {
  const props = { id: 'p', kind, title: 'Judul', desc: 'Uraian', values, names: values.map(String) }
  return parse(String(TimePlot({ ...props, ...(goal !== undefined && { goal }) })))
}

describe('a plot over time', () => {
  test('draws each bar inside its box, the more the higher', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const bars = plot(values, 'bars').querySelectorAll('rect')
        const boxes = bars.map((bar) =>
          ['x', 'y', 'width', 'height'].map((name) => Number(bar.getAttribute(name))),
        )
        expect(boxes.every((sides) => sides.every((side) => side >= 0 && side <= 100))).toBe(true)
        expect(
          boxes.every(
            ([x = 0, y = 0, width = 0, height = 0]) => x + width <= 100 && y + height <= 100.01,
          ),
        ).toBe(true)
        expect(bars.length).toBeLessThanOrEqual(values.filter((value) => value > 0).length)
      }),
    )
  })

  test('draws a line from edge to edge inside its box, also of one value', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const drawn =
          plot(values, 'line', 5000).querySelector('polyline')?.getAttribute('points') ?? ''
        const points = drawn.split(' ').map((point) => point.split(',').map(Number))
        expect(points.at(0)?.[0]).toBe(0)
        expect(points.at(-1)?.[0]).toBe(100)
        expect(points.flat().every((side) => side >= 0 && side <= 100)).toBe(true)
      }),
    )
  })

  test('names its ticks upwards, and what it shows to those who do not see it', () => {
    const page = plot([0, 1234, 800], 'bars')
    const ticks = page.querySelectorAll('text.last[x="-8"]').map(({ text }) => text)
    expect(ticks).toEqual(['0', '500', '1.000', '1.500'])
    const [svg] = page.querySelectorAll('svg')
    const described = svg?.getAttribute('aria-labelledby')?.split(' ') ?? []
    expect(described.map((id) => page.getElementById(id)?.text)).toEqual(['Judul', 'Uraian'])
  })

  test('of nothing has an axis and no bar', () => {
    const page = plot([0, 0, 0], 'bars')
    expect(page.querySelectorAll('rect')).toHaveLength(0)
    expect(page.querySelectorAll('.grid')).toHaveLength(2)
  })
})

test('numbers are written as people here write them', () => {
  expect([countText(1234), countText(6_000_000)]).toEqual(['1.234', '6.000.000'])
  expect([percentText(54.3), percentText(100)]).toEqual(['54,3\u00a0%', '100\u00a0%'])
  expect(
    [shortText(9999), shortText(50_000), shortText(6_000_000)].map((one) =>
      one.replace('\u00a0', ' '),
    ),
  ).toEqual(['9.999', '50 rb', '6 jt'])
})

test('every plot of every page has its numbers in a table on the same page', () => {
  const plotted = Object.entries(specimens).filter(([, { main }]) =>
    String(main).includes('<figure class="plot"'),
  )
  const bare = plotted.filter(
    ([, { main }]) => parse(String(main)).querySelectorAll('table tbody tr').length === 0,
  )
  expect(plotted.length).toBeGreaterThan(5)
  expect(bare.map(([name]) => name)).toEqual([])
})

test('every board over time draws what is reached as one line', () => {
  const boards = Object.entries(specimens).filter(([, { main }]) =>
    String(main).includes('by-time'),
  )
  const lines = boards.map(
    ([, { main }]) => parse(String(main)).querySelectorAll('polyline').length,
  )
  expect(lines.length).toBeGreaterThan(5)
  expect(new Set(lines)).toEqual(new Set([1]))
})
