import { describe, expect, test } from 'vitest'
import { hexText, parseHex } from '#domain/tlog/hex.ts'
import { emptyRoot, leafHash, nodeHash, rootOf } from '#domain/tlog/tree.ts'
import { filled, sha256 } from './trees.ts'

/** Those of the reference implementation of Certificate Transparency. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => filled(parseHex(hex)))

describe('the tree of RFC 6962', () => {
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('has the known root over the first %i leaves', (count, root) => {
    expect(hexText(rootOf(sha256, LEAVES.slice(0, count)))).toBe(root)
  })

  test('is the hash of nothing while it is empty', () => {
    expect(rootOf(sha256, [])).toEqual(emptyRoot(sha256))
  })

  test('never hashes an entry like the two hashes that it may consist of', () => {
    const [left, right] = [leafHash(sha256, LEAVES[0] ?? sha256()), sha256()]
    const both = Uint8Array.of(...left, ...right)
    expect(leafHash(sha256, both)).not.toEqual(nodeHash(sha256, left, right))
  })
})
