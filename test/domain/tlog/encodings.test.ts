import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { no, ok } from '#domain/result.ts'
import { base64Text, parseBase64 } from '#domain/tlog/base64.ts'
import { readBundle, writeBundle } from '#domain/tlog/bundle.ts'
import { parseCount } from '#domain/tlog/count.ts'
import { hexText, parseHex } from '#domain/tlog/hex.ts'
import { utf8Bytes, utf8Text } from '#domain/tlog/utf8.ts'

const anyBytes = fc.uint8Array({ maxLength: 70 })

describe('Base 64', () => {
  test('is that of everybody, and leads back', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = base64Text(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(parseBase64(text)).toEqual(bytes)
      }),
    )
  })

  test.each([
    'A',
    'AA',
    'AAA',
    'AB==',
    'AAB=',
    'AA==\n',
    ' AA==',
    'AA=',
    '====',
    'AA==AA==',
    '-_-_',
  ])('is refused as %o, which nobody writes so', (text) => {
    expect(parseBase64(text)).toBeUndefined()
  })
})

test('hexadecimal digits are small, and two a byte', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      expect(hexText(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect(parseHex(hexText(bytes))).toEqual(bytes)
    }),
  )
  expect(['a', 'AB', 'ab\n', '0x', 'gg'].map(parseHex)).toEqual(Array(5).fill(undefined))
})

test('a count has no zero in front, no sign, and an end', () => {
  expect(['0', '7', '9007199254740991'].map(parseCount)).toEqual([0, 7, 2 ** 53 - 1])
  const refused = ['', '00', '07', '+7', '-7', '7.0', '7e1', ' 7', '7\n', '9007199254740992', '٧']
  expect(refused.map(parseCount)).toEqual(refused.map(() => undefined))
})

describe('UTF-8', () => {
  test('is that of everybody, and leads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Bytes(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
        expect(utf8Text(utf8Bytes(text))).toBe(text)
      }),
    )
  })

  test('is read where everybody reads it, and nowhere else', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5 }), (bytes) => {
        let known: string | undefined
        try {
          known = strict.decode(bytes)
        } catch {
          known = undefined
        }
        expect(utf8Text(bytes)).toBe(known)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a bundle', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 })

  test('leads back to its entries', () => {
    fc.assert(
      fc.property(entries, (own) => {
        expect(readBundle(writeBundle(own))).toEqual(ok(own))
      }),
      { numRuns: 30 },
    )
  })

  test('is refused where it ends within an entry or its length', () => {
    const bundle = writeBundle([Uint8Array.of(1, 2, 3), new Uint8Array(300)])
    expect([...bundle.slice(0, 7)]).toEqual([0, 3, 1, 2, 3, 1, 44])
    for (const end of [1, 4, 6, bundle.length - 1])
      expect(readBundle(bundle.slice(0, end))).toEqual(no('truncated'))
  })

  test('is refused of more entries than a tile is wide', () => {
    const many = Array.from({ length: 257 }, () => new Uint8Array(1))
    expect(() => writeBundle(many)).toThrow(RangeError)
    expect(() => writeBundle([new Uint8Array(65_536)])).toThrow(RangeError)
    expect(readBundle(new Uint8Array(257 * 2))).toEqual(no('tooMany'))
  })
})
