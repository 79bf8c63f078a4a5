import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { askReset } from '#domain/reset/ask.ts'
import { nameReset, placeOfReset, type Reset, type ResetId } from '#domain/reset/reset.ts'
import { admitEmailCode, afterEmailCode, tryEmailCode } from '#domain/reset/try-code.ts'
import { admitFactorTry, factorTriesLeft } from '#domain/reset/try-factor.ts'
import { parseEmailCode } from '#domain/reset/typed-code.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'

const id = 'reset-1' as ResetId
const person = 'person-1' as PersonId
const flow = { id, person, expiresAt: at(1800) }
const STATES: Reset[] = [
  { ...flow, state: 'named' },
  { ...flow, state: 'asked', code: { tries: 0, expiresAt: at(600) } },
  { ...flow, state: 'emailProven', tries: 0 },
  { ...flow, state: 'ready', proof: 'mailbox' },
  { ...flow, state: 'done', mfa: 'kept' },
]
const own = { isOwn: true, isAdmitted: true }

describe('a reset', () => {
  test('begins with half an hour, for whoever is named', () => {
    expect(nameReset(id, person, NOON)).toEqual(STATES[0])
    expect(nameReset(id, undefined, NOON)).toEqual({ ...STATES[0], person: undefined })
  })

  test('has one page for each state', () => {
    expect(STATES.map(placeOfReset)).toEqual(['email', 'code', 'device', 'newPassword', 'signIn'])
  })
})

describe('askReset', () => {
  test.each([
    [person, true, true, true],
    [person, true, false, false],
    [person, false, true, false],
    [undefined, true, true, false],
  ])(
    'R-EN-01 leads to one state; mails for %s, own address %s, admitted %s: %s',
    (whose, isOwn, isAdmitted, sends) => {
      const named = nameReset(id, whose, NOON)
      const code = { tries: 0, expiresAt: at(660) }
      expect(askReset(named, { isOwn, isAdmitted }, at(60))).toEqual(
        ok({ reset: { ...named, state: 'asked', code }, sends }),
      )
    },
  )

  test('R-RL-04 voids the code before, its tries with it', () => {
    const spent: Reset = { ...flow, state: 'asked', code: { tries: 4, expiresAt: at(600) } }
    const asked = askReset(spent, own, at(300))
    expect(asked.ok && asked.value.reset.code).toEqual({ tries: 0, expiresAt: at(900) })
  })

  test('keeps a reset alive as long as its newest code', () => {
    const asked = askReset(nameReset(id, person, NOON), own, at(1500))
    expect(asked.ok && asked.value.reset.expiresAt).toEqual(at(2100))
  })

  test.each(STATES.slice(2))('is refused once a mailbox is proven: $state', (reset) => {
    expect(askReset(reset, own, NOON)).toEqual(no({ kind: 'elsewhere' }))
  })
})

describe('a code from a mail', () => {
  test.each([
    ['1234 5678', ok('12345678')],
    ['１２３４-５６７８', ok('12345678')],
    [' ', no({ kind: 'codeEmpty' })],
    ['123456', no({ kind: 'codeLength', typed: 6 })],
    ['1234567a', no({ kind: 'codeNotDigits' })],
  ])('R-RS-02 is read as people paste it: %j', (typed, read) => {
    expect(parseEmailCode(typed)).toEqual(read)
  })

  test('counts before it is looked at, five times and until its end', () => {
    const asked = (tries: number): Reset => ({
      ...flow,
      state: 'asked',
      code: { tries, expiresAt: at(600) },
    })
    expect(admitEmailCode(asked(4), at(599))).toEqual(ok(asked(5)))
    expect(admitEmailCode(asked(5), at(599))).toEqual(no({ kind: 'void' }))
    expect(admitEmailCode(asked(0), at(600))).toEqual(no({ kind: 'late' }))
  })

  test('is for the state in which one was asked, and no other', () => {
    const others = STATES.filter(({ state }) => state !== 'asked')
    for (const reset of others)
      expect(admitEmailCode(reset, NOON)).toEqual(no({ kind: 'elsewhere' }))
  })

  test.each([
    [person, true, 1, { kind: 'proven', person }],
    [person, true, 5, { kind: 'proven', person }],
    [person, false, 1, { kind: 'wrong', left: 4 }],
    [person, false, 5, { kind: 'void' }],
    [undefined, true, 1, { kind: 'wrong', left: 4 }],
  ])('of %s, right: %s, at try %i', (whose, matches, tries, outcome) => {
    expect(tryEmailCode({ person: whose, tries }, matches)).toEqual(outcome)
  })

  test('leads to the second factor where it is asked for, else to the new password', () => {
    const next = { id, person, expiresAt: at(600) }
    expect(afterEmailCode({ id }, person, true, NOON)).toEqual({
      ...next,
      state: 'emailProven',
      tries: 0,
    })
    expect(afterEmailCode({ id }, person, false, NOON)).toEqual({
      ...next,
      state: 'ready',
      proof: 'mailbox',
    })
  })
})

describe('a code of the second factor', () => {
  const at5 = (tries: number): Reset => ({ ...flow, state: 'emailProven', tries })

  test('counts within its reset, five times', () => {
    expect(admitFactorTry(at5(4), ok(true))).toEqual(ok(5))
    expect(admitFactorTry(at5(5), ok(true))).toEqual(no({ kind: 'triesSpent' }))
    expect([factorTriesLeft(1), factorTriesLeft(5)]).toEqual([4, 0])
  })

  test('that the person may not try counts nowhere', () => {
    expect(admitFactorTry(at5(0), no({ kind: 'locked' }))).toEqual(no({ kind: 'locked' }))
  })

  test('is asked for after the mailbox, and never else', () => {
    for (const reset of STATES.filter(({ state }) => state !== 'emailProven'))
      expect(admitFactorTry(reset, ok(true))).toEqual(no({ kind: 'elsewhere' }))
  })
})
