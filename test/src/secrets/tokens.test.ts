import { describe, expect, test } from 'vitest'
import {
  csrfMatches,
  csrfToken,
  macOf,
  newToken,
  sameBytes,
  tokenHash,
} from '#src/secrets/tokens.ts'
import { someKeys } from '#test/support/keys.ts'

const keys = someKeys()
const others = someKeys({ tokens: Buffer.alloc(32, 4) })

describe('a token', () => {
  test('R-SE-01 is 256 random bits that need no escaping', () => {
    const tokens = Array.from({ length: 50 }, newToken)
    expect(tokens.filter((token) => !/^[A-Za-z0-9_-]{43}$/.test(token))).toEqual([])
    expect(new Set(tokens).size).toBe(50)
  })

  test('R-SE-01 is kept as its SHA-256', () => {
    expect(tokenHash('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})

describe('R-RL-01 a mac', () => {
  test('is the same for the same text, and another for any other key, purpose or text', () => {
    const mac = macOf(keys, 'name', 'budi')
    expect(mac.length).toBe(32)
    expect(macOf(keys, 'name', 'budi')).toEqual(mac)
    expect(macOf(others, 'name', 'budi')).not.toEqual(mac)
    expect(macOf(keys, 'address', 'budi')).not.toEqual(mac)
    expect(macOf(keys, 'name', 'budo')).not.toEqual(mac)
  })

  test('does not run purpose and text together', () => {
    expect(macOf(keys, 'ab', 'c')).not.toEqual(macOf(keys, 'a', 'bc'))
    expect(macOf(keys, 'a', '\0b')).not.toEqual(macOf(keys, 'a\0', 'b'))
  })
})

describe('R-CS-01 a forgery token', () => {
  test('matches the id that it was made for', () => {
    expect(csrfMatches(keys, 'session', csrfToken(keys, 'session'))).toBe(true)
  })

  test('matches no other id and no other key', () => {
    expect(csrfMatches(keys, 'another', csrfToken(keys, 'session'))).toBe(false)
    expect(csrfMatches(others, 'session', csrfToken(keys, 'session'))).toBe(false)
  })

  test.each(['', 'x', `${csrfToken(keys, 'session')}=`, csrfToken(keys, 'session').slice(1)])(
    'is not "%s"',
    (token) => {
      expect(csrfMatches(keys, 'session', token)).toBe(false)
    },
  )

  test('is not the mac of another purpose', () => {
    const mac = macOf(keys, 'name', 'session').toString('base64url')
    expect(csrfMatches(keys, 'session', mac)).toBe(false)
  })
})

test.each([
  ['', '', true],
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'ab', false],
  ['', 'a', false],
])('the bytes "%s" and "%s" are the same: %s', (one, other, same) => {
  expect(sameBytes(Buffer.from(one), Buffer.from(other))).toBe(same)
})
