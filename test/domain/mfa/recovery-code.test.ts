import { describe, expect, test } from 'vitest'
import {
  admitRecoveryCode,
  areFewLeft,
  parseRecoveryCode,
  type RecoveryCounters,
} from '#domain/mfa/recovery-code.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'

describe('R-RS-06 a recovery code', () => {
  test.each([
    'ABCDEFGHIJKLM234',
    'abcd-efgh-ijkl-m234',
    ' ABCD EFGH\tIJKL\nM234 ',
    'ABCD–EFGH—IJKL‐M234',
    'ABCD.EFGH.IJKL.M234',
    'ＡＢＣＤEFGHIJKLM２３４',
  ])('is read from "%s"', (text) => {
    expect(parseRecoveryCode(text)).toEqual(ok('ABCDEFGHIJKLM234'))
  })

  test('reads 0, 1 and 8 as the letters that they look like', () => {
    expect(parseRecoveryCode('0011 88AA 2345 67ZZ')).toEqual(ok('OOIIBBAA234567ZZ'))
  })

  test.each(['', ' ', '- -', '\t'])('is missing in "%s"', (text) => {
    expect(parseRecoveryCode(text)).toEqual(no({ kind: 'recoveryEmpty' }))
  })

  test.each([
    'ABCDEFGHIJKLM23',
    'ABCDEFGHIJKLM2345',
    'ABCDEFGHIJKLM239',
    'ABCDEFGHIJKLM23!',
    'ABCDEFGHIJKLM23É',
    '123456',
  ])('is not read from "%s"', (text) => {
    expect(parseRecoveryCode(text)).toEqual(no({ kind: 'recoveryShape' }))
  })

  test('is offered anew from three left on', () => {
    expect([0, 3, 4, 10].map(areFewLeft)).toEqual([true, true, false, false])
  })
})

describe('R-RL-03 tries of recovery codes', () => {
  function counters(fields: Partial<RecoveryCounters> = {}): RecoveryCounters {
    return { hourSince: NOON, hourCount: 0, failures: 0, ...fields }
  }

  test('are ten an hour, each counted before it is looked at', () => {
    const last = counters({ hourCount: 9, failures: 9 })
    const spent = counters({ hourCount: 10, failures: 10 })
    expect(admitRecoveryCode(last, at(60))).toEqual(ok(spent))
    expect(admitRecoveryCode(spent, at(60))).toEqual(no({ kind: 'recoveryWait', until: at(3600) }))
  })

  test('begin anew when the hour is over, and not before', () => {
    const spent = counters({ hourCount: 10, failures: 10 })
    expect(admitRecoveryCode(spent, at(3599.999)).ok).toBe(false)
    expect(admitRecoveryCode(spent, at(3600))).toEqual(
      ok({ hourSince: at(3600), hourCount: 1, failures: 11 }),
    )
  })

  test('are a hundred in a row, however slowly; then the set is void', () => {
    const since = at(-10 * 3600)
    const last = counters({ hourSince: since, failures: 99 })
    expect(admitRecoveryCode(last, NOON)).toEqual(ok(counters({ hourCount: 1, failures: 100 })))
    expect(admitRecoveryCode({ ...last, failures: 100 }, NOON)).toEqual(
      no({ kind: 'recoveryVoid' }),
    )
    const both = counters({ hourCount: 10, failures: 100 })
    expect(admitRecoveryCode(both, NOON)).toEqual(no({ kind: 'recoveryVoid' }))
  })
})
