import { describe, expect, test } from 'vitest'
import type { Mandate } from '#domain/access/mandate.ts'
import type { Account } from '#domain/account/account.ts'
import type { PersonId } from '#domain/person.ts'
import { finishReset } from '#domain/reset/finish.ts'
import {
  isProofEnough,
  mfaAfterReset,
  mfaLeft,
  proofAsked,
  type ResetMfa,
  type ResetSubject,
} from '#domain/reset/policy.ts'
import type { Reset, ResetId, ResetProof } from '#domain/reset/reset.ts'
import { no, ok } from '#domain/result.ts'
import { someHat } from '#test/support/hats.ts'
import { at, NOON } from '#test/support/phone.ts'

const person = 'person-1' as PersonId
const SETTINGS: ResetMfa[] = ['reactivate', 'keep']
const PROOFS: ResetProof[] = ['mailbox', 'factor', 'oldDevice']

function mandate(fields: Partial<Mandate> = {}): Mandate {
  return someHat(fields)
}

function subject(
  setting: ResetMfa,
  fields: Partial<Account> = {},
  mandates: Mandate[] = [],
): ResetSubject {
  return { account: { person, state: 'active', mfa: 'inUse', ...fields }, mandates, setting }
}

describe('R-RS-03 a reset by mail', () => {
  test.each(SETTINGS)('of an employee follows the setting: %s', (setting) => {
    expect(mfaAfterReset(subject(setting), NOON)).toBe(setting)
  })

  test('of somebody whose office begins tomorrow keeps it: the mailbox would have the office then', () => {
    const promised = mandate({ from: at(86_400), until: at(2 * 86_400) })
    expect(mfaAfterReset(subject('reactivate', {}, [promised]), NOON)).toBe('keep')
    const takenBack = mandate({ from: at(86_400), until: at(86_400) })
    expect(mfaAfterReset(subject('reactivate', {}, [takenBack]), NOON)).toBe('reactivate')
  })

  test.each(['officer', 'verifier', 'archivist', 'nationalAdmin', 'auditor'] as const)(
    'of whoever acts for others keeps the second factor: %s',
    (role) => {
      const one = subject('reactivate', {}, [mandate({ role })])
      expect(mfaAfterReset(one, NOON)).toBe('keep')
      expect(proofAsked(one, NOON)).toBe('factor')
      expect(mfaLeft(one, 'factor', NOON)).toBe('kept')
    },
  )

  test('keeps it while the mandate is in force, and not a moment longer', () => {
    const over = subject('reactivate', {}, [mandate({ until: NOON })])
    expect(mfaAfterReset(over, NOON)).toBe('reactivate')
    expect(mfaAfterReset(over, at(-1))).toBe('keep')
  })

  test.each(SETTINGS)('of a frozen account asks for an older device under %s', (setting) => {
    expect(mfaAfterReset(subject(setting, { state: 'frozen' }), NOON)).toBe('keep')
    expect(proofAsked(subject(setting, { state: 'frozen' }), NOON)).toBe('oldDevice')
  })

  test.each([
    ['reactivate', 'none', 'mailbox', 'none'],
    ['reactivate', 'inUse', 'mailbox', 'reactivation'],
    ['reactivate', 'reactivation', 'mailbox', 'reactivation'],
    ['keep', 'none', 'mailbox', 'none'],
    ['keep', 'inUse', 'factor', 'kept'],
    ['keep', 'reactivation', 'factor', 'reactivation'],
  ] as const)('under %s, with MFA %s, asks for %s and leaves %s', (setting, mfa, proof, left) => {
    expect(proofAsked(subject(setting, { mfa }), NOON)).toBe(proof)
    expect(mfaLeft(subject(setting, { mfa }), 'mailbox', NOON)).toBe(left)
  })

  test('opens no office that never had a second factor', () => {
    const one = subject('reactivate', { state: 'created', mfa: 'none' }, [mandate()])
    expect(proofAsked(one, NOON)).toBe('factor')
  })

  test('a proof is enough for what asks for no more', () => {
    const enough = PROOFS.map((given) => PROOFS.map((asked) => isProofEnough(given, asked)))
    expect(enough).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ])
  })
})

describe('finishReset', () => {
  const flow = { id: 'reset-1' as ResetId, person, expiresAt: at(600) }
  const ready = (proof: ResetProof): Reset => ({ ...flow, state: 'ready', proof })

  test('ends a reset with what was asked for', () => {
    expect(finishReset(ready('mailbox'), subject('reactivate'), NOON)).toEqual(
      ok({ reset: { ...flow, state: 'done', mfa: 'reactivation' }, unfreezes: false }),
    )
  })

  test('opens a frozen account for an older device, and for nothing less', () => {
    const frozen = subject('reactivate', { state: 'frozen' })
    expect(finishReset(ready('oldDevice'), frozen, NOON)).toEqual(
      ok({ reset: { ...flow, state: 'done', mfa: 'kept' }, unfreezes: true }),
    )
    for (const proof of ['mailbox', 'factor'] as const)
      expect(finishReset(ready(proof), frozen, NOON)).toEqual(no({ kind: 'proofMissing' }))
  })

  test('judges again what has to be proven', () => {
    const promoted = subject('reactivate', {}, [mandate()])
    expect(finishReset(ready('mailbox'), promoted, NOON)).toEqual(no({ kind: 'proofMissing' }))
  })

  test('opens no disabled account', () => {
    const disabled = subject('reactivate', { state: 'disabled' })
    for (const proof of PROOFS)
      expect(finishReset(ready(proof), disabled, NOON)).toEqual(no({ kind: 'disabled' }))
  })

  test.each<Reset>([
    { ...flow, state: 'named' },
    { ...flow, state: 'asked', code: { tries: 0, expiresAt: at(600) } },
    { ...flow, state: 'emailProven', tries: 0 },
    { ...flow, state: 'done', mfa: 'kept' },
  ])('is for a reset that is ready, not $state', (reset) => {
    expect(finishReset(reset, subject('reactivate'), NOON)).toEqual(no({ kind: 'elsewhere' }))
  })
})
