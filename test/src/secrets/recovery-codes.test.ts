import { expect, test } from 'vitest'
import {
  codeName,
  codeSecret,
  newRecoveryCode,
  newRecoveryCodes,
} from '#src/secrets/recovery-codes.ts'

test('R-RS-06 a recovery code is 16 characters of base32', () => {
  const codes = Array.from({ length: 200 }, newRecoveryCode)
  expect(codes.filter((code) => !/^[A-Z2-7]{16}$/.test(code))).toEqual([])
  expect(new Set(codes).size).toBe(200)
})

test('R-RS-06 every place of a recovery code takes every character', () => {
  const codes = Array.from({ length: 2_000 }, newRecoveryCode)
  const seen = Array.from({ length: 16 }, (_, at) => new Set(codes.map((code) => code[at])).size)
  expect(seen).toEqual(Array(16).fill(32))
})

test('R-RS-06 a set has ten codes, and no two with the same name', () => {
  // Without the rule 1 set in 23 would have a pair, so 300 sets cannot all be right by chance.
  const sizes = Array.from({ length: 300 }, () => {
    const names = newRecoveryCodes().map(codeName)
    return [names.length, new Set(names).size]
  })
  expect(sizes.filter(([codes, names]) => codes !== 10 || names !== 10)).toEqual([])
})

test('R-RS-06 two characters name the row and fourteen are the secret', () => {
  expect(codeName('ABCDEFGH234567XY')).toBe('AB')
  expect(codeSecret('ABCDEFGH234567XY')).toBe('CDEFGH234567XY')
})
