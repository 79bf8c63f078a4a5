import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseBase64 } from '#domain/tlog/base64.ts'
import { isConsistent } from '#domain/tlog/consistency.ts'
import { isIncluded } from '#domain/tlog/inclusion.ts'
import { filled, sha256 } from './trees.ts'

/** The vectors of transparency-dev/merkle, beside the project where they were given. */
const FOLDER = '../shared/vectors/tlog'

type Given = { desc: string; wantErr: boolean; proof: string[] | null }
type GivenInclusion = Given & { leafIdx: number; treeSize: number; root: string; leafHash: string }
type GivenConsistency = Given & { size1: number; size2: number; root1: string; root2: string }

describe.skipIf(!existsSync(FOLDER))(`the vectors of ${FOLDER}, skipped where it is absent`, () => {
  test('are 196, of which 184 must be refused', () => {
    const all = [...given('inclusion'), ...given('consistency')]
    expect(all.length).toBe(196)
    expect(all.filter(({ vector }) => vector.wantErr).length).toBe(184)
  })

  test.each(given<GivenInclusion>('inclusion'))('inclusion: $name', ({ vector }) => {
    const accepted = isIncluded(sha256, {
      index: vector.leafIdx,
      size: vector.treeSize,
      leaf: bytes(vector.leafHash),
      proof: (vector.proof ?? []).map(bytes),
      root: bytes(vector.root),
    })
    expect(accepted).toBe(!vector.wantErr)
  })

  test.each(given<GivenConsistency>('consistency'))('consistency: $name', ({ vector }) => {
    const accepted = isConsistent(sha256, {
      first: { size: vector.size1, root: bytes(vector.root1) },
      second: { size: vector.size2, root: bytes(vector.root2) },
      proof: (vector.proof ?? []).map(bytes),
    })
    expect(accepted).toBe(!vector.wantErr)
  })
})

function given<Vector extends Given>(kind: string): { name: string; vector: Vector }[] {
  if (!existsSync(FOLDER)) return []
  return readdirSync(`${FOLDER}/${kind}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      name,
      vector: JSON.parse(readFileSync(`${FOLDER}/${kind}/${name}`, 'utf8')),
    }))
}

function bytes(text: string): Uint8Array {
  return filled(parseBase64(text))
}
