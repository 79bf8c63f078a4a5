import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Consistency, isConsistent } from '#domain/tlog/consistency.ts'
import { hexText } from '#domain/tlog/hex.ts'
import { type Inclusion, isIncluded } from '#domain/tlog/inclusion.ts'
import { proveConsistency, proveInclusion, readRoot } from '#domain/tlog/read-proof.ts'
import type { Hash } from '#domain/tlog/tree.ts'
import { entryLeaves, filled, naivePath, naiveProof, naiveRoot, sha256, sourceOf } from './trees.ts'

const SMALL = 600
const BIG = 256 ** 2
const leaves = entryLeaves(BIG + 300)
const source = sourceOf(leaves)

const smallSize = fc.integer({ min: 1, max: SMALL })
const bigSize = fc.integer({ min: BIG - 300, max: BIG + 300 })
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('inclusion', () => {
  test('is proven for every leaf of every tree to 50 by what RFC 6962 says', async () => {
    for (let size = 1; size <= 50; size += 1)
      for (let index = 0; index < size; index += 1) {
        const { proof, ...claim } = await inclusion(index, size)
        expect(texts(proof)).toEqual(texts(naivePath(index, leaves.slice(0, size))))
        expect(isIncluded(sha256, { ...claim, proof })).toBe(true)
      }
  })

  test('is proven out of tiles, up to the size where they have two levels and beyond', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(smallSize, bigSize), part, async (size, where) => {
        const claim = await inclusion(Math.floor(size * where), size)
        expect(isIncluded(sha256, claim)).toBe(true)
        if (size <= SMALL)
          expect(claim.proof).toEqual(naivePath(claim.index, leaves.slice(0, size)))
      }),
    )
  })

  test('is refused whatever is changed in leaf, proof, root or index', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(smallSize, bigSize), part, changes(), async (size, where, how) => {
        const claim = await inclusion(Math.floor(size * where), size)
        const { leaf, proof, root } = claim
        const [changedLeaf, changedRoot, ...changedProof] = how([leaf, root, ...proof])
        const changed = {
          ...claim,
          leaf: changedLeaf ?? sha256(),
          root: changedRoot ?? sha256(),
          proof: changedProof,
        }
        expect(isIncluded(sha256, changed)).toBe(false)
        const elsewhere = { ...claim, index: (claim.index + 1) % size }
        expect(isIncluded(sha256, elsewhere)).toBe(size === 1)
      }),
    )
  })

  test('is refused for what is no leaf of that tree', async () => {
    const claim = await inclusion(3, 7)
    for (const odd of [
      { index: 7 },
      { index: -1 },
      { index: 2.5 },
      { size: 0 },
      { size: Number.NaN },
      { size: 2 ** 53 },
      { leaf: claim.leaf.slice(1) },
    ])
      expect(isIncluded(sha256, { ...claim, ...odd })).toBe(false)
  })
})

describe('consistency', () => {
  test('is proven between all trees to 50 by what RFC 6962 says', async () => {
    for (let second = 1; second <= 50; second += 1)
      for (let first = 1; first <= second; first += 1) {
        const { proof, ...claim } = await consistency(first, second)
        expect(texts(proof)).toEqual(texts(naiveProof(first, leaves.slice(0, second))))
        expect(isConsistent(sha256, { ...claim, proof })).toBe(true)
      }
  })

  test('is proven out of tiles, up to the size where they have two levels and beyond', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(smallSize, bigSize), part, async (second, where) => {
        const first = 1 + Math.floor(second * where)
        const claim = await consistency(first, second)
        expect(isConsistent(sha256, claim)).toBe(true)
        if (second <= SMALL) expect(claim.proof).toEqual(naiveProof(first, leaves.slice(0, second)))
      }),
    )
  })

  test('is refused whatever is changed in a root or in the proof', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(smallSize, bigSize),
        part,
        changes(),
        async (second, where, how) => {
          const claim = await consistency(1 + Math.floor(second * where), second)
          const roots = [claim.first.root, claim.second.root]
          const [one, two, ...proof] = how([...roots, ...claim.proof])
          const changed = {
            first: { ...claim.first, root: one ?? sha256() },
            second: { ...claim.second, root: two ?? sha256() },
            proof,
          }
          expect(isConsistent(sha256, changed)).toBe(false)
        },
      ),
    )
  })

  test('is refused from nothing, backwards, and in sizes that are none', async () => {
    const claim = await consistency(3, 7)
    const { first, second } = claim
    for (const odd of [
      { first: { size: 0, root: sha256() } },
      { first: { size: 0, root: sha256() }, proof: [] },
      { first: { size: 0, root: sha256() }, second: { size: 0, root: sha256() }, proof: [] },
      { first: second, second: first },
      { first: { ...first, size: 2.5 } },
      { second: { ...second, size: 2 ** 53 } },
      { first: { ...first, root: first.root.slice(1) } },
    ])
      expect(isConsistent(sha256, { ...claim, ...odd })).toBe(false)
  })
})

describe('the tiles', () => {
  test('have the root of their tree at every size to 600', async () => {
    for (let size = 1; size <= SMALL; size += 1)
      expect(await readRoot(source, size)).toEqual(naiveRoot(leaves.slice(0, size)))
    expect(await readRoot(source, 0)).toEqual(sha256())
  })

  test('may be the full one where the partial one is gone', async () => {
    const full = {
      ...source,
      readTile: async (tile: Parameters<typeof source.readTile>[0]) =>
        tile.width < 256 && tile.level === 0 ? undefined : source.readTile(tile),
    }
    expect(await proveInclusion(full, 3, 100)).toEqual(await proveInclusion(source, 3, 100))
  })

  test('are lacking by name where neither is there, or one is cut', async () => {
    for (const bytes of [undefined, new Uint8Array(31)]) {
      const readTile = async () => bytes
      await expect(proveInclusion({ sha256, readTile }, 3, 300)).rejects.toThrow('tile/0/')
    }
  })
})

async function inclusion(index: number, size: number): Promise<Inclusion> {
  const [proof, root] = await Promise.all([
    proveInclusion(source, index, size),
    readRoot(source, size),
  ])
  return { index, size, leaf: filled(leaves[index]), proof, root }
}

async function consistency(first: number, second: number): Promise<Consistency> {
  const [proof, before, after] = await Promise.all([
    proveConsistency(source, first, second),
    readRoot(source, first),
    readRoot(source, second),
  ])
  return { first: { size: first, root: before }, second: { size: second, root: after }, proof }
}

function texts(hashes: readonly Hash[]): string[] {
  return hashes.map(hexText)
}

/** A bit turned in one of the hashes, one more at the end, or the last of the proof gone. */
function changes(): fc.Arbitrary<(hashes: readonly Hash[]) => readonly Hash[]> {
  const turn = fc.tuple(part, fc.integer({ min: 0, max: 255 })).map(([where, bit]) => {
    return (hashes: readonly Hash[]) => {
      const at = Math.floor(hashes.length * where)
      const turned = Uint8Array.from(filled(hashes[at]))
      turned[bit >> 3] = filled(turned[bit >> 3]) ^ (1 << (bit & 7))
      return hashes.map((hash, place) => (place === at ? turned : hash))
    }
  })
  const more = fc.constant((hashes: readonly Hash[]) => [...hashes, sha256()])
  const fewer = fc.constant((hashes: readonly Hash[]) =>
    hashes.length > 2 ? hashes.slice(0, -1) : [...hashes, sha256()],
  )
  return fc.oneof(turn, more, fewer)
}
