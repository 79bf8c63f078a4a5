import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { auditLeaf } from '#domain/tlog/audit-leaf.ts'
import { leafHash } from '#domain/tlog/tree.ts'

const sha256 = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const leaf = Buffer.from('leaf')
const other = Buffer.from('other')
const [hash, otherHash] = [leafHash(sha256, leaf), leafHash(sha256, other)]

test.each([
  ['all agree', { row: leaf, entry: leaf, hash }, []],
  ['the row differs', { row: other, entry: leaf, hash }, ['row']],
  ['the row is gone', { row: undefined, entry: leaf, hash }, ['row']],
  ['the bundle differs', { row: leaf, entry: other, hash }, ['entry']],
  ['the bundle is gone', { row: leaf, entry: undefined, hash }, ['entry']],
  ['the tile differs', { row: leaf, entry: leaf, hash: otherHash }, ['hash']],
  ['only the tile is there', { row: undefined, entry: undefined, hash }, ['row', 'entry']],
] as const)('where %s, two of three are believed', (_, three, wrong) => {
  expect(auditLeaf(sha256, three)).toEqual({ hash, wrong })
})

test('where all are gone there is nothing to believe', () => {
  const gone = auditLeaf(sha256, { row: undefined, entry: undefined, hash: undefined })
  expect(gone).toEqual({ hash: undefined, wrong: ['row', 'entry', 'hash'] })
})
