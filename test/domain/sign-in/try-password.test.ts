import { describe, expect, test } from 'vitest'
import type { Account } from '#domain/account/account.ts'
import type { PersonId } from '#domain/person.ts'
import type { BrowserId, SignInWish } from '#domain/sign-in/sign-in.ts'
import { tryPassword } from '#domain/sign-in/try-password.ts'
import { at, NOON } from '#test/support/phone.ts'

const person = 'person-1' as PersonId
const browser = 'browser-1' as BrowserId
const wants: SignInWish = 'session'
const STATES: Account['state'][] = ['created', 'active', 'frozen', 'disabled']

function account(fields: Partial<Account> = {}): Account {
  return { person, state: 'active', mfa: 'inUse', ...fields }
}

describe('R-EN-01 a wrong password', () => {
  test.each([undefined, ...STATES.map((state) => account({ state }))])(
    'gets one answer, whatever account there is: %o',
    (one) => {
      const tried = tryPassword({ account: one, matches: false, weak: true, browser, wants }, NOON)
      expect(tried).toEqual({ kind: 'wrong' })
    },
  )

  test('includes any password of an unknown name, even one that fits the decoy', () => {
    const tried = tryPassword(
      { account: undefined, matches: true, weak: false, browser, wants },
      NOON,
    )
    expect(tried).toEqual({ kind: 'wrong' })
  })
})

describe('the right password', () => {
  test.each(['disabled', 'frozen'] as const)(
    'of an account that is %s tells just that',
    (state) => {
      const facts = { account: account({ state }), matches: true, weak: false, browser, wants }
      expect(tryPassword(facts, NOON)).toEqual({ kind: state })
    },
  )

  test.each([
    ['created', true],
    ['created', false],
    ['active', true],
    ['active', false],
  ] as const)('of an account that is %s starts a sign-in, weak: %s', (state, weak) => {
    const facts = { account: account({ state }), matches: true, weak, browser, wants }
    expect(tryPassword(facts, NOON)).toEqual({
      kind: 'proven',
      signIn: {
        person,
        browser,
        wants,
        tries: 0,
        expiresAt: at(600),
        state: 'passwordProven',
        weakPassword: weak,
        mfaReset: undefined,
      },
    })
  })
})
