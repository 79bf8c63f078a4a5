import { describe, expect, test } from 'vitest'
import type { Account } from '#domain/account/account.ts'
import type { PersonId } from '#domain/person.ts'
import { type IssueFacts, isAlarm, mayIssue, takesTwo } from '#domain/reset/issue-code.ts'
import { askMfaReset, issueMfaReset, type MfaResetId } from '#domain/reset/mfa-reset.ts'
import { no, ok } from '#domain/result.ts'
import { someHat } from '#test/support/hats.ts'
import { at, NOON } from '#test/support/phone.ts'

const DAY = 24 * 3600
const person = 'budi' as PersonId
const office = [someHat()]

function facts(fields: Partial<Omit<IssueFacts, 'account'>> & { account?: Partial<Account> } = {}) {
  const account = { person, state: 'active', mfa: 'inUse', ...fields.account } as const
  const officer = { devices: 2, issuedToday: 0 }
  return { officer, mandates: [], past: [], ...fields, account }
}

function past(count: number) {
  return Array.from({ length: count }, (_, at_) =>
    issueMfaReset({ id: `r${at_}` as MfaResetId, person }, at(-at_ * DAY)),
  )
}

describe('R-AD-02 an officer may give a code', () => {
  test.each<[string, Partial<Account>]>([
    ['whose devices are lost', {}],
    ['whose devices a reset has put aside', { mfa: 'reactivation' }],
    ['whose account is frozen', { state: 'frozen' }],
    ['whose account was frozen before it was activated', { state: 'frozen', mfa: 'none' }],
  ])('to one %s', (_, account) => {
    expect(mayIssue(facts({ account }), NOON)).toEqual(ok(true))
  })

  test('not to one whose account is disabled, or who never activated', () => {
    expect(mayIssue(facts({ account: { state: 'disabled' } }), NOON)).toEqual(
      no({ kind: 'disabled' }),
    )
    const created = { state: 'created', mfa: 'none' } as const
    expect(mayIssue(facts({ account: created }), NOON)).toEqual(no({ kind: 'notActivated' }))
  })

  test('but to a holder of an office who never activated: a mailbox alone opens no office', () => {
    const created = { state: 'created', mfa: 'none' } as const
    expect(mayIssue(facts({ account: created, mandates: office }), NOON)).toEqual(ok(true))
  })

  test('R-AD-04 with two devices in use, not with one', () => {
    const officer = { devices: 1, issuedToday: 0 }
    expect(mayIssue(facts({ officer }), NOON)).toEqual(no({ kind: 'fewDevices' }))
  })

  test('R-AD-03 twenty times a day, not the twenty-first', () => {
    const issuedBefore = (issuedToday: number) =>
      mayIssue(facts({ officer: { devices: 2, issuedToday } }), NOON)
    expect(issuedBefore(19)).toEqual(ok(true))
    expect(issuedBefore(20)).toEqual(no({ kind: 'dailyLimit' }))
  })

  test('R-AD-03 three times in thirty days for one person, whoever gave them', () => {
    expect(mayIssue(facts({ past: past(2) }), NOON)).toEqual(ok(true))
    const until = at(28 * DAY)
    expect(mayIssue(facts({ past: past(3) }), NOON)).toEqual(no({ kind: 'tooManyResets', until }))
  })

  test('with a second officer for holders of an office, and wherever the agency asks it', () => {
    expect(takesTwo({ mandates: [], agencyAsks: false }, NOON)).toBe(false)
    expect(takesTwo({ mandates: [], agencyAsks: true }, NOON)).toBe(true)
    expect(takesTwo({ mandates: office, agencyAsks: false }, NOON)).toBe(true)
  })

  test('R-AD-03 and the limits alone are an alarm', () => {
    const kinds = ['dailyLimit', 'tooManyResets', 'fewDevices', 'disabled', 'notActivated']
    expect(kinds.filter((kind) => isAlarm({ kind }))).toEqual(['dailyLimit', 'tooManyResets'])
  })
})

describe('R-AD-02 a code that is out', () => {
  const id = 'r1' as MfaResetId
  const issued = issueMfaReset({ id, person }, NOON)
  const asked = { id, person, by: 'agencyCode', mandates: office, setting: 'keep' } as const

  test('lets in for a day, officers too, and not a moment longer', () => {
    expect(askMfaReset({ ...asked, past: [issued] }, at(DAY - 1)).ok).toBe(true)
    const late = askMfaReset({ ...asked, past: [issued] }, at(DAY))
    expect(late).toEqual(no({ kind: 'codeOver' }))
  })

  test('is the same reset, granted, and needs no wait', () => {
    const granted = { id, person, by: 'agencyCode', askedAt: NOON, state: 'granted' }
    expect(askMfaReset({ ...asked, past: [issued, ...past(3)] }, NOON)).toEqual(ok(granted))
  })

  test('is over once it was used, voided, or replaced by another', () => {
    const other = issueMfaReset({ id: 'r2' as MfaResetId, person }, NOON)
    const used = { ...issued, state: 'granted' } as const
    for (const past of [[], [other], [used], [{ ...issued, state: 'cancelled' } as const]])
      expect(askMfaReset({ ...asked, past }, NOON)).toEqual(no({ kind: 'codeOver' }))
  })
})
