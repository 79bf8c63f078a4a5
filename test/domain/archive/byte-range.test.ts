import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRange } from '#domain/archive/byte-range.ts'

test.each([
  [undefined, 'whole'],
  ['bytes=0-', { from: 0, to: 100 }],
  ['bytes=0-0', { from: 0, to: 1 }],
  ['bytes=10-19', { from: 10, to: 20 }],
  ['bytes=90-1000', { from: 90, to: 100 }],
  ['bytes=99-', { from: 99, to: 100 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-10', { from: 90, to: 100 }],
  ['bytes=-1000', { from: 0, to: 100 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['lines=0-1', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=a-b', 'whole'],
] as const)('of a hundred bytes %s asks for %o', (header, wanted) => {
  expect(readRange(header, 100)).toEqual(wanted)
})

test('nothing of an empty file can be asked for', () => {
  expect(readRange('bytes=0-', 0)).toBe('unsatisfiable')
  expect(readRange('bytes=-5', 0)).toBe('unsatisfiable')
})

test('a part is never empty and lies within', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(99), fc.nat(99), fc.nat(200), (text, first, last, bytes) => {
      for (const header of [text, `bytes=${first}-${last}`, `bytes=-${last}`]) {
        const range = readRange(header, bytes)
        if (typeof range === 'string') continue
        expect(range.from).toBeGreaterThanOrEqual(0)
        expect(range.from).toBeLessThan(range.to)
        expect(range.to).toBeLessThanOrEqual(bytes)
      }
    }),
  )
})
