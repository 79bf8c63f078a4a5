import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AskedColours,
  CONTROL_CONTRAST,
  contrastOf,
  type Palette,
  palettesFor,
  parseHex,
  TEXT_CONTRAST,
} from '#domain/embed/colours.ts'

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => number.toString(16).padStart(6, '0'))
const asked: fc.Arbitrary<AskedColours> = fc.record({
  accent: fc.option(hex, { nil: undefined }),
  base: fc.option(hex, { nil: undefined }),
  scheme: fc.constantFrom('light', 'dark', undefined),
})
const NOTHING: AskedColours = { accent: undefined, base: undefined, scheme: undefined }

function tooPale(palette: Palette): string[] {
  const { base, ink, soft, accent, good, bad, edge } = palette
  const texts = Object.entries({ ink, soft, accent, good, bad })
  const pale = texts.filter(([, text]) => contrastOf(text, base) < TEXT_CONTRAST)
  const lost = contrastOf(edge, base) < CONTROL_CONTRAST ? ['edge'] : []
  return [...pale.map(([name]) => name), ...lost]
}

describe('the colours of a box', () => {
  test('reach AA, whatever a host page asks for', () => {
    fc.assert(
      fc.property(asked, (one) => {
        expect(palettesFor(one).flatMap(tooPale)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('reach AA on every grey, where black and white are hardest to tell apart', () => {
    for (let grey = 0; grey < 256; grey++) {
      const base = grey.toString(16).padStart(2, '0').repeat(3)
      expect(palettesFor({ ...NOTHING, base, accent: base }).flatMap(tooPale)).toEqual([])
    }
  })

  test('keep the background that was asked, and an accent that can be read on it', () => {
    const [palette] = palettesFor({ accent: '8a1538', base: 'fff8e7', scheme: undefined })
    expect(palette).toMatchObject({ accent: '8a1538', base: 'fff8e7', scheme: 'light' })
  })

  test('move an accent that is too pale no further than it must', () => {
    const [palette] = palettesFor({ ...NOTHING, accent: 'ffd400', base: 'ffffff' })
    const ratio = contrastOf(palette?.accent ?? '', 'ffffff')
    expect(ratio).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    expect(ratio).toBeLessThan(5.5)
  })

  test('are dark on a dark background, and for both schemes where none is asked', () => {
    const schemes = (one: Partial<AskedColours>) =>
      palettesFor({ ...NOTHING, ...one }).map(({ scheme }) => scheme)
    expect(schemes({ base: '101820' })).toEqual(['dark'])
    expect(schemes({ base: 'f0f0f0' })).toEqual(['light'])
    expect(schemes({ scheme: 'dark' })).toEqual(['dark'])
    expect(schemes({ accent: '8a1538' })).toEqual(['light', 'dark'])
  })

  test('are told apart by the ratio of WCAG', () => {
    expect(contrastOf('000000', 'ffffff')).toBeCloseTo(21, 5)
    expect(contrastOf('777777', 'ffffff')).toBeCloseTo(4.478, 3)
    expect(contrastOf('ffffff', '777777')).toBeCloseTo(4.478, 3)
  })
})

test.each([
  ['125A9C', '125a9c'],
  ['#125a9c', '125a9c'],
  ['abc', 'aabbcc'],
  ['rgb(18, 90, 156)', '125a9c'],
  ['rgb(0,0,255)', '0000ff'],
  ['rgb(256, 0, 0)', undefined],
  ['rgba(0, 0, 0, 0)', undefined],
  ['rgb(1, 2, 3);}', undefined],
  ['', undefined],
  ['12345', undefined],
  ['1234567', undefined],
  ['red', undefined],
  ['12345g', undefined],
  ['#fff;}', undefined],
])('reads %j as a colour or not at all', (text, colour) => {
  expect(parseHex(text)).toBe(colour)
})
