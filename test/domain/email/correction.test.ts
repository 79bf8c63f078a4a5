import { describe, expect, test } from 'vitest'
import { maskAddress, mayCorrect, slotsOf } from '#domain/email/correction.ts'
import { admitCorrectionCode } from '#domain/email/try-code.ts'
import type { EmailAddress } from '#domain/mail/address.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'

const [old, fresh] = ['lama@a.example', 'baru@a.example'] as EmailAddress[] as [
  EmailAddress,
  EmailAddress,
]
const wanted = { slot: 1, address: fresh, replaces: old } as const
const facts = { state: 'active', hold: undefined, addresses: { 1: old } } as const

describe('R-AD-05 an email may be corrected', () => {
  test('where the old one still stands in its slot', () => {
    expect(mayCorrect(wanted, facts, NOON)).toEqual(ok(true))
    const other = { 1: 'impor@a.example' as EmailAddress }
    expect(mayCorrect(wanted, { ...facts, addresses: other }, NOON)).toEqual(
      no({ kind: 'changedMeanwhile' }),
    )
  })

  test('to one that is not there yet, in whatever case it is typed', () => {
    const same = { ...wanted, address: 'LAMA@a.example' as EmailAddress }
    expect(mayCorrect(same, facts, NOON)).toEqual(no({ kind: 'sameAddress' }))
  })

  test('R-RS-07 from the moment a hold ends, and not before', () => {
    const until = at(60)
    const held = { ...facts, hold: { until, because: 'reactivation' } as const }
    expect(mayCorrect(wanted, held, at(59))).toEqual(no({ kind: 'held', until }))
    expect(mayCorrect(wanted, held, until)).toEqual(ok(true))
  })

  test.each(['frozen', 'disabled'] as const)('not of an account that is %s', (state) => {
    expect(mayCorrect(wanted, { ...facts, state }, NOON)).toEqual(no({ kind: state }))
  })

  test('in the first slot before there is a second', () => {
    expect(slotsOf({})).toEqual([1])
    expect(slotsOf({ 1: old })).toEqual([1, 2])
  })

  test('and is told as its first letter and its host', () => {
    expect(maskAddress(fresh)).toBe('b…@a.example')
  })
})

describe('R-RL-06 a code to a new mailbox', () => {
  test('is looked at five times and as long as it serves; what never was is told alike', () => {
    const sent = { tries: 4, expiresAt: at(60) }
    expect(admitCorrectionCode(sent, NOON)).toEqual(ok({ ...sent, tries: 5 }))
    for (const one of [undefined, { ...sent, tries: 5 }, { ...sent, expiresAt: NOON }])
      expect(admitCorrectionCode(one, NOON)).toEqual(no({ kind: 'noCode' }))
  })
})
