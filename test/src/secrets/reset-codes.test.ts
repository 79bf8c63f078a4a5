import { describe, expect, test } from 'vitest'
import { emailCodeMac, emailCodeMatches, newEmailCode } from '#src/secrets/reset-codes.ts'
import { someKeys } from '#test/support/keys.ts'

const keys = someKeys()
const owner = { reset: 'reset-1', browser: Buffer.alloc(32, 1) }
const mac = emailCodeMac(keys, owner, '01234567')

describe('R-RS-02 a code for a mail', () => {
  test('has eight digits, zeros in front included, and is never like the one before', () => {
    const codes = Array.from({ length: 500 }, newEmailCode)
    expect(codes.filter((code) => !/^\d{8}$/.test(code))).toEqual([])
    expect(codes.some((code) => code.startsWith('0'))).toBe(true)
    expect(new Set(codes).size).toBeGreaterThan(490)
  })

  test('fits its own reset in its own browser, under our own key', () => {
    const fits = (one: typeof owner, code = '01234567', ring = keys) =>
      emailCodeMatches(ring, one, { code, mac })
    expect(fits(owner)).toBe(true)
    expect(fits(owner, '01234568')).toBe(false)
    expect(fits({ ...owner, reset: 'reset-2' })).toBe(false)
    expect(fits({ ...owner, browser: Buffer.alloc(32, 2) })).toBe(false)
    expect(fits(owner, '01234567', someKeys({ tokens: Buffer.alloc(32, 9) }))).toBe(false)
  })

  test('is not to be read from what is kept', () => {
    expect(mac).toHaveLength(32)
    expect(mac.toString('latin1')).not.toContain('01234567')
  })
})
