import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decryptRange } from '#src/secrets/archive/chunked.ts'
import { inPieces } from '#test/support/bytes.ts'

type Vector = {
  tcId: number
  comment: string
  key: string
  ctx: string
  ct: string
  msgLength?: number
  msgSha512?: string
  result: 'valid' | 'invalid'
}

/** Project Wycheproof of C2SP (Apache License 2.0), testvectors_v1/c2sp_chunked_encryption_aes_256_gcm_test.json. */
const file = readFileSync('test/vectors/chunked-encryption-aes-256-gcm.json', 'utf8')
const vectors: Vector[] = JSON.parse(file).testGroups.flatMap(
  ({ tests }: { tests: Vector[] }) => tests,
)

describe('c2sp.org/chunked-encryption, by the vectors of its makers', () => {
  test.each(vectors)('$tcId: $comment', async (vector) => {
    const { plain, problem } = await decrypted(vector)
    const { result, msgLength = 0, msgSha512 } = vector
    expect(problem === undefined).toBe(result === 'valid')
    expect(plain.length).toBeLessThanOrEqual(msgLength)
    if (plain.length === msgLength && msgSha512 !== undefined)
      expect(createHash('sha512').update(plain).digest('hex')).toBe(msgSha512)
    if (result === 'valid') expect(plain.length).toBe(msgLength)
  })

  test('are as many as they say', () => {
    expect(vectors).toHaveLength(35)
  })
})

async function decrypted({ key, ctx, ct }: Vector) {
  const sealed = inflateSync(Buffer.from(ct, 'hex'))
  const read = (from: number, to: number) => inPieces(sealed.subarray(from, to))
  const context = Buffer.from(ctx, 'hex').toString('latin1')
  const parts: Buffer[] = []
  try {
    const source = { key: Buffer.from(key, 'hex'), context, bytes: sealed.length, read }
    for await (const part of decryptRange(source)) parts.push(part)
    return { plain: Buffer.concat(parts), problem: undefined }
  } catch (problem) {
    return { plain: Buffer.concat(parts), problem }
  }
}
