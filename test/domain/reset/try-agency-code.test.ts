import { describe, expect, test } from 'vitest'
import { admitAgencyCode, agencyCodeLeft, isVoid } from '#domain/reset/try-agency-code.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'

const code = { tries: 0, closesAt: at(60) }

describe('R-RL-06 a code of BKPSDM', () => {
  test('counts in its journey and of the code that is out', () => {
    const counted = { journey: 1, code: { ...code, tries: 1 } }
    expect(admitAgencyCode({ journey: 0, code }, NOON)).toEqual(ok(counted))
  })

  test('counts in its journey alone where none is out, it is over, or void', () => {
    for (const one of [undefined, { ...code, closesAt: NOON }, { ...code, tries: 5 }])
      expect(admitAgencyCode({ journey: 3, code: one }, NOON)).toEqual(
        ok({ journey: 4, code: one }),
      )
  })

  test('is looked at five times in a journey, not six', () => {
    expect(admitAgencyCode({ journey: 4, code }, NOON).ok).toBe(true)
    expect(admitAgencyCode({ journey: 5, code }, NOON)).toEqual(no({ kind: 'triesSpent' }))
  })

  test('leaves as many tries as journey and code both have', () => {
    expect(agencyCodeLeft({ journey: 1, tries: 1 })).toBe(4)
    expect(agencyCodeLeft({ journey: 1, tries: 4 })).toBe(1)
    expect(agencyCodeLeft({ journey: 5, tries: undefined })).toBe(0)
  })

  test('makes the code void with the fifth wrong one', () => {
    expect([undefined, 4, 5].map(isVoid)).toEqual([false, false, true])
  })
})
