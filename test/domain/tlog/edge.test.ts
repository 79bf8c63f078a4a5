import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edge, edgeRoot, edgeTiles, growEdge, NO_EDGE } from '#domain/tlog/edge.ts'
import { hexText } from '#domain/tlog/hex.ts'
import { readRoot } from '#domain/tlog/read-proof.ts'
import { type Tile, tilePath } from '#domain/tlog/tile.ts'
import { entryLeaves, heightsOf, sha256, sourceOf, tileBytes } from './trees.ts'

const leaves = entryLeaves(68_000)
const heights = heightsOf(leaves)
const source = sourceOf(leaves)
const shortOfTwoLevels = growEdge(sha256, NO_EDGE, leaves.slice(0, 65_200)).edge

describe('the right end of a log', () => {
  test('has the root of all its leaves, at every size to 600', async () => {
    let edge: Edge = NO_EDGE
    expect(edgeRoot(sha256, edge)).toEqual(sha256())
    for (const [at, leaf] of leaves.slice(0, 600).entries()) {
      edge = growEdge(sha256, edge, [leaf]).edge
      expect(hexText(edgeRoot(sha256, edge))).toBe(hexText(await readRoot(source, at + 1)))
    }
  })

  test('leaves the same tiles behind in whatever steps it grows', async () => {
    const start = fc.constantFrom(NO_EDGE, shortOfTwoLevels)
    const steps = fc.array(fc.nat(300), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(start, steps, async (from, each) => {
        const { edge, tiles } = grow(from, each)
        for (const { hashes, ...tile } of tiles)
          expect(same(hashes, { ...tile, width: hashes.length })).toBe(true)
        const inOne = grow(from, [edge.size - from.size])
        const paths = new Set(tiles.map(pathOf))
        expect(inOne.tiles.map(pathOf).filter((path) => !paths.has(path))).toEqual([])
        const lacking = edgeTiles(edge.size).filter((tile) => !paths.has(tilePath(tile)))
        if (from === NO_EDGE) expect(lacking).toEqual([])
        if (edge.size > 0) expect(edgeRoot(sha256, edge)).toEqual(await readRoot(source, edge.size))
      }),
      { numRuns: 20 },
    )
  })

  test('is so many tiles as the specification tells of 70,000 entries', () => {
    const { tiles } = growEdge(sha256, NO_EDGE, entryLeaves(70_000))
    const counted = [0, 1, 2, 3].map((at) => tiles.filter(({ level }) => level === at).length)
    expect(counted).toEqual([274, 2, 1, 0])
  })
})

type Grown = ReturnType<typeof growEdge>

function grow(from: Edge, steps: readonly number[]): Grown {
  return steps.reduce<Grown>(
    ({ edge, tiles }, step) => {
      const grown = growEdge(sha256, edge, leaves.slice(edge.size, edge.size + step))
      return { edge: grown.edge, tiles: [...tiles, ...grown.tiles] }
    },
    { edge: from, tiles: [] },
  )
}

function pathOf({ level, index, hashes }: Grown['tiles'][number]): string {
  return tilePath({ level, index, width: hashes.length })
}

function same(hashes: readonly Uint8Array[], tile: Tile): boolean {
  return Buffer.concat(hashes).equals(tileBytes(heights, tile))
}
