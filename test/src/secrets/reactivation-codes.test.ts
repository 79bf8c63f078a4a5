import { describe, expect, test } from 'vitest'
import { parseReactivationCode } from '#domain/reset/reactivation-code.ts'
import {
  correctionMac,
  newReactivationCode,
  reactivationMac,
  reactivationMatches,
} from '#src/secrets/reactivation-codes.ts'
import { someKeys } from '#test/support/keys.ts'

const keys = someKeys()
const CODE = 'ABCDEFGHJKMN'

describe('R-AD-02 a code of BKPSDM', () => {
  test('is one that can be typed, and never the same twice', () => {
    const codes = Array.from({ length: 200 }, newReactivationCode)
    expect(codes.every((code) => parseReactivationCode(code).ok)).toBe(true)
    expect(new Set(codes).size).toBe(200)
  })

  test('matches for its own reset alone, and where none is out never', () => {
    const mac = reactivationMac(keys, 'r1', CODE)
    expect(reactivationMatches(keys, { id: 'r1', mac }, CODE)).toBe(true)
    expect(reactivationMatches(keys, { id: 'r2', mac }, CODE)).toBe(false)
    expect(reactivationMatches(keys, { id: 'r1', mac }, 'ABCDEFGHJKMP')).toBe(false)
    expect(reactivationMatches(keys, undefined, CODE)).toBe(false)
  })

  test('is kept under a key of its own, which no other code shares', () => {
    expect(reactivationMac(keys, 'r1', CODE)).not.toEqual(correctionMac(keys, 'r1', CODE))
  })
})
