import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { base64Text, parseBase64 } from '#domain/tlog/base64.ts'
import { checkpointText, parseCheckpoint } from '#domain/tlog/checkpoint.ts'
import { isConsistent } from '#domain/tlog/consistency.ts'
import { isIncluded } from '#domain/tlog/inclusion.ts'
import { proveConsistency, proveInclusion, readRoot } from '#domain/tlog/read-proof.ts'
import { parseSignedNote, signatureBy, signedNote } from '#domain/tlog/signed-note.ts'
import { parseTilePath, type Tile, tilePath, tilesAt } from '#domain/tlog/tile.ts'
import { parseVerifierKey, verifierKeyText } from '#domain/tlog/verifier-key.ts'
import { entryLeaves, filled, heightsOf, sha256, sourceOf, tileBytes } from './trees.ts'

type Vectors = {
  roots: { size: number; root: string }[]
  inclusion: { size: number; index: number; proof: string[] }[]
  consistency: { first: number; second: number; proof: string[] }[]
  paths: (Tile & { path: string })[]
  tiles: { size: number; path: string; sha256: string }[]
  note: { vkey: string; signed: string }
}

const vectors: Vectors = JSON.parse(readFileSync('test/vectors/tlog-own/tlog-own.json', 'utf8'))
const leaves = entryLeaves(70_000)
const source = sourceOf(leaves)
const rootAt = new Map(vectors.roots.map(({ size, root }) => [size, bytes(root)]))

describe("what Go's checksum database says", () => {
  test.each(vectors.roots)('of the root at $size', async ({ size, root }) => {
    expect(base64Text(await readRoot(source, size))).toBe(root)
  })

  test.each(vectors.inclusion)('of entry $index at $size', async ({ index, size, proof }) => {
    const own = await proveInclusion(source, index, size)
    const [leaf, root] = [filled(leaves[index]), filled(rootAt.get(size))]
    expect(own.map(base64Text)).toEqual(proof)
    expect(isIncluded(sha256, { index, size, leaf, proof: own, root })).toBe(true)
  })

  test.each(vectors.consistency)('of $first before $second', async ({ first, second, proof }) => {
    const own = await proveConsistency(source, first, second)
    const [one, two] = [filled(rootAt.get(first)), filled(rootAt.get(second))]
    const claim = { first: { size: first, root: one }, second: { size: second, root: two } }
    expect(own.map(base64Text)).toEqual(proof)
    expect(isConsistent(sha256, { ...claim, proof: own })).toBe(true)
  })

  test.each(vectors.paths)('of the path $path', ({ path, ...tile }) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual({ ok: true, value: tile })
  })

  test('of the right edge of every log', () => {
    const heights = heightsOf(leaves)
    const sizes = [...rootAt.keys()]
    const own = sizes.flatMap((size) =>
      tilesAt(size).map((tile) => {
        // What a smaller log had of the upper levels is the beginning of what this one has.
        const sum = createHash('sha256').update(tileBytes(heights, tile)).digest('hex')
        return { size, path: tilePath(tile), sha256: sum }
      }),
    )
    expect(own).toEqual(vectors.tiles.map(({ size, path, sha256 }) => ({ size, path, sha256 })))
  })

  test('of a signed checkpoint and its key', () => {
    const { vkey, signed } = vectors.note
    const key = read(parseVerifierKey(sha256, vkey))
    const note = read(parseSignedNote(signed))
    const checkpoint = read(parseCheckpoint(note.text))
    const signature = filled(signatureBy(note, key))
    expect(checkpoint).toEqual({ origin: key.name, size: 70_000, root: rootAt.get(70_000) })
    expect(checkpointText(checkpoint)).toBe(note.text)
    expect(verifierKeyText(key)).toBe(vkey)
    expect(signature.length).toBe(64)
    expect(signedNote(note.text, [{ ...key, signature }])).toBe(signed)
  })
})

function bytes(text: string): Uint8Array {
  return filled(parseBase64(text))
}

function read<Value>(result: { ok: true; value: Value } | { ok: false }): Value {
  if (!result.ok) throw new Error('refused')
  return result.value
}
