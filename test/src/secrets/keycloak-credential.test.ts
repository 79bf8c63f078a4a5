import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCredential } from '#src/secrets/keycloak-credential.ts'
import { keycloakMatches } from '#src/secrets/keycloak-hash.ts'

type Vector = {
  id: string
  layout: 'nested' | 'flat'
  algorithm: string
  iterations: number
  params: Record<string, string>
  password: string
  salt: string
  value: string
  expected: boolean
}

const { vectors }: { vectors: Vector[] } = JSON.parse(
  readFileSync('test/vectors/keycloak-hashes.json', 'utf8'),
)

const VALUE = Buffer.alloc(32, 7).toString('base64')
const SALT = Buffer.alloc(16, 7).toString('base64')

function nested(secret: object, data: object, type = 'password') {
  return { type, secretData: JSON.stringify(secret), credentialData: JSON.stringify(data) }
}

function credentialOf({ layout, algorithm, iterations, params, salt, value }: Vector) {
  if (layout === 'flat')
    return {
      type: 'password',
      hashedSaltedValue: value,
      salt,
      hashIterations: iterations,
      algorithm,
    }
  const lists = Object.entries(params).map(([name, text]) => [name, [text]])
  const additionalParameters = Object.fromEntries(lists)
  return nested({ value, salt }, { hashIterations: iterations, algorithm, additionalParameters })
}

describe('R-HA-04 a password of an export', () => {
  test.each(vectors.filter(({ iterations }) => iterations < 300_000))(
    '$id is read so that its password verifies, $expected',
    async (vector) => {
      const read = readCredential(credentialOf(vector))
      if (read.kind !== 'password') throw new Error(JSON.stringify(read))
      expect(await keycloakMatches(read.hash, vector.password)).toBe(vector.expected)
    },
  )

  const pbkdf2 = { algorithm: 'pbkdf2-sha256', hashIterations: 27_500 }
  const secret = { value: VALUE, salt: SALT }

  test.each([
    ['malformedCredentialData', { ...nested(secret, pbkdf2), credentialData: '{"hash' }],
    ['malformedCredentialData', { ...nested(secret, pbkdf2), credentialData: 'null' }],
    ['malformedSecretData', { ...nested(secret, pbkdf2), secretData: '"' }],
    ['malformedSecretData', nested({ ...secret, value: '!!!' }, pbkdf2)],
    ['malformedSecretData', nested({ ...secret, salt: '' }, pbkdf2)],
    ['iterationsMissing', nested(secret, { algorithm: 'pbkdf2-sha256' })],
    ['iterationsMissing', { type: 'password', hashedSaltedValue: VALUE, salt: SALT }],
    ['iterationsMissing', nested(secret, { ...pbkdf2, hashIterations: -1 })],
    ['iterationsTooHigh', nested(secret, { ...pbkdf2, hashIterations: 2_000_001 })],
    ['outOfBounds', nested(secret, { ...pbkdf2, hashIterations: 999 })],
    ['outOfBounds', nested({ ...secret, value: SALT.slice(0, 8) }, pbkdf2)],
    ['unknownAlgorithm', nested(secret, { ...pbkdf2, algorithm: 'bcrypt' })],
    ['unknownAlgorithm', nested(secret, { ...pbkdf2, algorithm: 'constructor' })],
    ['plainTextPassword', { type: 'password', value: 'rahasia8' }],
    ['plainTextPassword', { ...nested(secret, pbkdf2), secretData: undefined, value: 'x' }],
  ])('is left out: %s', (reason, credential) => {
    expect(readCredential(credential)).toMatchObject({ kind: 'leftOut', reason })
  })

  test('names an unknown algorithm, and of that no more than a name', () => {
    const algorithm = `x"\n<b>${'y'.repeat(100)}`
    const read = readCredential(nested(secret, { ...pbkdf2, algorithm }))
    expect(read).toMatchObject({ algorithm: `xb${'y'.repeat(38)}` })
  })

  test.each(['constructor', 'toString', '__proto__', '1.2'])('of Argon2 %s is unknown', (name) => {
    const parameters = { type: [name], version: [name], memory: ['7168'], parallelism: ['1'] }
    const data = { algorithm: 'argon2', hashIterations: 5, additionalParameters: parameters }
    expect(readCredential(nested(secret, data))).toMatchObject({ reason: 'unknownAlgorithm' })
  })

  test.each([null, 'text', 7, [], {}, { type: 7 }, { type: 'webauthn' }])(
    '%j is none and is ignored',
    (credential) => {
      expect(readCredential(credential).kind).toBe('ignored')
    },
  )
})

describe('domain.md 2.5 an OTP secret', () => {
  const data = { subType: 'totp', digits: 6, period: 30, algorithm: 'HmacSHA1' }
  const otp = (value: string, more: object = {}) => nested({ value }, { ...data, ...more }, 'otp')

  test('is the bytes of its text, even if that looks like base32', () => {
    const read = readCredential({ ...otp('JBSWY3DPEHPK3PXPJBSW'), userLabel: 'HP' })
    expect(read).toEqual({ kind: 'otp', seed: Buffer.from('JBSWY3DPEHPK3PXPJBSW'), label: 'HP' })
  })

  test('is decoded where it says that it is base32', () => {
    const read = readCredential(otp('JBSWY3DP', { secretEncoding: 'BASE32' }))
    expect(read).toEqual({ kind: 'otp', seed: Buffer.from('Hello'), label: '' })
  })

  test('stands in hashedSaltedValue of the flat layout', () => {
    const flat = {
      type: 'totp',
      hashedSaltedValue: 'abc',
      algorithm: 'HmacSHA1',
      digits: 6,
      period: 30,
    }
    expect(readCredential(flat)).toEqual({ kind: 'otp', seed: Buffer.from('abc'), label: '' })
  })

  test.each([
    ['unsupportedOtp', otp('abc', { digits: 8 })],
    ['unsupportedOtp', otp('abc', { period: 60 })],
    ['unsupportedOtp', otp('abc', { algorithm: 'HmacSHA256' })],
    ['unsupportedOtp', otp('abc', { subType: 'hotp' })],
    ['unsupportedOtp', { type: 'hotp', hashedSaltedValue: 'abc' }],
    ['malformedSecretData', otp('')],
    ['malformedSecretData', otp('189!', { secretEncoding: 'BASE32' })],
  ])('that our codes cannot come from is left out: %s', (reason, credential) => {
    expect(readCredential(credential)).toEqual({ kind: 'leftOut', reason })
  })
})
