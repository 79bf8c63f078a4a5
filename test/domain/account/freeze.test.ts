import { describe, expect, test } from 'vitest'
import type { Account } from '#domain/account/account.ts'
import { freeze } from '#domain/account/freeze.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok } from '#domain/result.ts'

function account(state: Account['state']): Account {
  return { person: 'someone' as PersonId, state, mfa: state === 'created' ? 'none' : 'inUse' }
}

describe('R-NO-02 Bukan saya', () => {
  test.each(['created', 'active'] as const)('freezes an account that is %s', (state) => {
    expect(freeze(account(state))).toEqual(ok({ ...account(state), state: 'frozen' }))
  })

  test('leaves a frozen account as it is', () => {
    expect(freeze(account('frozen'))).toEqual(no({ kind: 'alreadyFrozen' }))
  })

  test('opens no way back for a disabled account', () => {
    expect(freeze(account('disabled'))).toEqual(no({ kind: 'disabled' }))
  })
})
