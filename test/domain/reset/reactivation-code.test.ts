import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatReactivationCode,
  parseReactivationCode,
  REACTIVATION_ALPHABET,
} from '#domain/reset/reactivation-code.ts'
import { no, ok } from '#domain/result.ts'

const codes = fc
  .array(fc.constantFrom(...REACTIVATION_ALPHABET), { minLength: 12, maxLength: 12 })
  .map((letters) => letters.join(''))

describe('R-AD-02 a code of BKPSDM', () => {
  test('is of 31 characters, none of which is 0 O 1 I L', () => {
    expect(new Set(REACTIVATION_ALPHABET).size).toBe(31)
    expect(REACTIVATION_ALPHABET).not.toMatch(/[01OIL]/)
  })

  test('is read as it is printed, in small letters, with spaces or without anything', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom('-', ' ', '', '–', '. '), (code, between) => {
        const groups = formatReactivationCode(code).split('-')
        expect(parseReactivationCode(groups.join(between))).toEqual(ok(code))
        expect(parseReactivationCode(groups.join(between).toLowerCase())).toEqual(ok(code))
      }),
    )
  })

  test('is printed in three groups of four', () => {
    expect(formatReactivationCode('ABCDEFGHJKMN')).toBe('ABCD-EFGH-JKMN')
  })

  test.each([
    ['AO0DEFGHJKMN', 'AQQDEFGHJKMN'],
    ['1IlDEFGHJKMN', 'JJJDEFGHJKMN'],
    ['ＡＢＣＤEFGHJKMN', 'ABCDEFGHJKMN'],
  ])('takes %s, which no code is, for what it looks like', (typed, read) => {
    expect(parseReactivationCode(typed)).toEqual(ok(read))
  })

  test.each([
    ['', 'agencyCodeEmpty'],
    [' - ', 'agencyCodeEmpty'],
    ['ABCD-EFGH-JKM', 'agencyCodeShape'],
    ['ABCD-EFGH-JKMNP', 'agencyCodeShape'],
    ['ABCD-EFGH-JKM!', 'agencyCodeShape'],
  ])('is not %j', (typed, kind) => {
    expect(parseReactivationCode(typed)).toEqual(no({ kind }))
  })
})
