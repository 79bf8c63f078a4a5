import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type Argon2Hash,
  isWithinBounds,
  type KeycloakHash,
  keycloakMatches,
  type Pbkdf2Hash,
} from '#src/secrets/keycloak-hash.ts'

type Vector = {
  id: string
  algorithm: KeycloakHash['algorithm']
  iterations: number
  params: { type: 'id' | 'i' | 'd'; version: '1.0' | '1.3'; memory: string; parallelism: string }
  hashBytes: number
  password: string
  salt: string
  value: string
  expected: boolean
}

const { vectors }: { vectors: Vector[] } = JSON.parse(
  readFileSync('test/vectors/keycloak-hashes.json', 'utf8'),
)

describe('R-HA-04 a Keycloak hash', () => {
  test.each(vectors)('$id: its password verifies, $expected', async (vector) => {
    const hash = hashOf(vector)
    expect(hash.value.length).toBe(vector.hashBytes)
    expect(await keycloakMatches(hash, vector.password)).toBe(vector.expected)
  })

  test.each(vectors.filter(({ expected, iterations }) => expected && iterations < 300_000))(
    '$id: no other password verifies',
    async (vector) => {
      const hash = hashOf(vector)
      expect(await keycloakMatches(hash, `${vector.password}x`)).toBe(false)
      expect(await keycloakMatches(hash, '')).toBe(false)
    },
  )

  test('of Argon2d is not read as Argon2id', async () => {
    const [vector] = vectors.filter(({ id }) => id === 'syn-argon2id-default')
    if (!vector) throw new Error('the vector is gone')
    const hash = hashOf({ ...vector, params: { ...vector.params, type: 'd' } })
    expect(await keycloakMatches(hash, vector.password)).toBe(false)
  })

  test('out of bounds verifies nothing, its own password included', async () => {
    const [vector] = vectors.filter(({ id }) => id === 'syn-sha256-27500-32')
    if (!vector) throw new Error('the vector is gone')
    const hash = hashOf(vector)
    const cut = { ...hash, value: hash.value.subarray(0, 15) }
    expect(await keycloakMatches(hash, vector.password)).toBe(true)
    expect(await keycloakMatches(cut, vector.password)).toBe(false)
  })
})

describe('R-HA-04 bounds', () => {
  test.each([
    [{ iterations: 1_000 }, true],
    [{ iterations: 999 }, false],
    [{ iterations: 2_000_000 }, true],
    [{ iterations: 2_000_001 }, false],
    [{ iterations: -1 }, false],
    [{ iterations: 27_500.5 }, false],
    [{ iterations: Number.NaN }, false],
    [{ value: Buffer.alloc(16) }, true],
    [{ value: Buffer.alloc(15) }, false],
    [{ value: Buffer.alloc(64) }, true],
    [{ value: Buffer.alloc(65) }, false],
    [{ salt: Buffer.alloc(8) }, true],
    [{ salt: Buffer.alloc(7) }, false],
    [{ salt: Buffer.alloc(64) }, true],
    [{ salt: Buffer.alloc(65) }, false],
  ])('pbkdf2 with %o: %s', (change, within) => {
    expect(isWithinBounds(somePbkdf2(change))).toBe(within)
  })

  test.each([
    [{ iterations: 1 }, {}, true],
    [{ iterations: 0 }, {}, false],
    [{ iterations: 10 }, {}, true],
    [{ iterations: 11 }, {}, false],
    [{ value: Buffer.alloc(15) }, {}, false],
    [{ salt: Buffer.alloc(65) }, {}, false],
    [{}, { memoryKib: 65_536 }, true],
    [{}, { memoryKib: 65_537 }, false],
    [{}, { memoryKib: 32, parallelism: 4 }, true],
    [{}, { memoryKib: 31, parallelism: 4 }, false],
    [{}, { parallelism: 0 }, false],
    [{}, { parallelism: 5 }, false],
  ])('argon2 with %o %o: %s', (change, variant, within) => {
    expect(isWithinBounds(someArgon2(change, variant))).toBe(within)
  })
})

function hashOf({ algorithm, iterations, params, ...vector }: Vector): KeycloakHash {
  const value = Buffer.from(vector.value, 'base64')
  const salt = Buffer.from(vector.salt, 'base64')
  if (algorithm !== 'argon2') return { algorithm, iterations, value, salt }
  const { type, version, memory, parallelism } = params
  const versions = { '1.0': 0x10, '1.3': 0x13 } as const
  const variant = { memoryKib: Number(memory), parallelism: Number(parallelism) }
  return {
    algorithm,
    iterations,
    value,
    salt,
    argon2: { type, version: versions[version], ...variant },
  }
}

function somePbkdf2(change: Partial<Pbkdf2Hash>): Pbkdf2Hash {
  const bytes = { value: Buffer.alloc(32), salt: Buffer.alloc(16) }
  return { algorithm: 'pbkdf2-sha256', iterations: 27_500, ...bytes, ...change }
}

function someArgon2(
  change: Partial<Argon2Hash>,
  variant: Partial<Argon2Hash['argon2']>,
): Argon2Hash {
  const argon2 = {
    type: 'id',
    version: 0x13,
    memoryKib: 7_168,
    parallelism: 1,
    ...variant,
  } as const
  const bytes = { value: Buffer.alloc(32), salt: Buffer.alloc(16) }
  return { algorithm: 'argon2', iterations: 5, ...bytes, argon2, ...change }
}
