import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colourName, parseColourName, readColours } from '#domain/embed/colour-name.ts'

const query = fc.dictionary(
  fc.constantFrom('warna', 'dasar', 'skema'),
  fc.oneof(fc.string(), fc.constantFrom('fff', '#125A9C', 'terang', 'gelap', 'asli', '__proto__')),
)

test('what an address asks for is read again from the name of its style sheet', () => {
  fc.assert(
    fc.property(query, (asked) => {
      const colours = readColours((name) => asked[name])
      const name = colourName(colours)
      if (name !== undefined) expect(parseColourName(name)).toEqual(colours)
    }),
  )
})

test('a style sheet has one name, and none where nothing is asked', () => {
  const asked: Record<string, string> = { warna: '#125A9C', skema: 'gelap' }
  expect(colourName(readColours((name) => asked[name]))).toBe('125a9c-asli-gelap')
  expect(colourName(readColours(() => undefined))).toBeUndefined()
})

test.each([
  '',
  'asli-asli-asli',
  '125A9C-asli-asli',
  'fff-asli-asli',
  '125a9c-asli',
  '125a9c-asli-asli-x',
  '125a9c-asli-toString',
  '../app',
])('reads no other name: %j', (name) => {
  expect(parseColourName(name)).toBeUndefined()
})
