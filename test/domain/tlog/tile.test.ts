import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { no, ok } from '#domain/result.ts'
import { inclusionNodes, rootNodes } from '#domain/tlog/proof-nodes.ts'
import { entriesPath, hashIn, parseTilePath, tileOf, tilePath, tilesAt } from '#domain/tlog/tile.ts'
import { entryLeaves, heightsOf, sha256, tileBytes } from './trees.ts'

const size = fc.oneof(
  fc.integer({ min: 1, max: 600 }),
  fc.integer({ min: 256 ** 2 - 300, max: 256 ** 2 + 300 }),
  fc.maxSafeInteger().filter((one) => one > 0),
)

describe('the path of a tile', () => {
  test.each([
    [{ level: 0, index: 1234067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 1234, width: 12 }, 'tile/0/x001/234.p/12'],
    [{ level: 63, index: 0, width: 1 }, 'tile/63/000.p/1'],
    [{ level: 'entries' as const, index: 1000, width: 255 }, 'tile/entries/x001/000.p/255'],
  ])('of %o is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(ok(tile))
  })

  test('leads back to its tile, for every tile', () => {
    const tile = fc.record({
      level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
      index: fc.oneof(fc.nat(2000), fc.maxSafeInteger().map(Math.abs)),
      width: fc.integer({ min: 1, max: 256 }),
    })
    fc.assert(
      fc.property(tile, (one) => {
        expect(parseTilePath(tilePath(one))).toEqual(ok(one))
      }),
    )
  })

  test.each([
    '',
    'tile/0/000/',
    '/tile/0/000',
    'tile/00/000',
    'tile/01/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/8/0/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001/x002',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000\n',
    'tile/0/../000',
    'tile/Entries/000',
  ])('is refused as %o', (path) => {
    expect(parseTilePath(path)).toEqual(no('notTile'))
  })

  test('of a bundle says entries', () => {
    expect(entriesPath(1, 256)).toBe('tile/entries/001')
  })
})

describe('the tiles of a log', () => {
  test('end as the specification tells', () => {
    expect(tilesAt(70_000).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ])
    expect(tilesAt(256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1'])
    expect(tilesAt(0)).toEqual([])
  })

  test('hold every node of every proof, none of them empty or wider than a tile', () => {
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: 1, noNaN: true }), (of, where) => {
        const index = Math.min(of - 1, Math.floor(of * where))
        for (const node of [...inclusionNodes(index, of).flat(), ...rootNodes(of)]) {
          const tile = tileOf(node, of)
          const hashes = 2 ** (node.level % 8)
          expect(tile.width).toBeGreaterThanOrEqual(1)
          expect((node.index * hashes) % 256).toBeLessThanOrEqual(tile.width - hashes)
          expect(parseTilePath(tilePath(tile))).toEqual(ok(tile))
        }
      }),
    )
  })

  test('give no hash of a node that lies beside them, and none out of bytes that are cut', () => {
    const tile = { level: 0, index: 1, width: 4 }
    const bytes = tileBytes(heightsOf(entryLeaves(260)), tile)
    expect(hashIn(sha256, bytes, tile, { level: 2, index: 64 }).length).toBe(32)
    for (const node of [
      { level: 0, index: 255 },
      { level: 0, index: 260 },
      { level: 3, index: 32 },
      { level: 8, index: 1 },
    ])
      expect(() => hashIn(sha256, bytes, tile, node)).toThrow(RangeError)
    const cut = bytes.slice(1)
    expect(() => hashIn(sha256, cut, tile, { level: 0, index: 256 })).toThrow(RangeError)
  })
})
