import { expect, test } from 'vitest'
import { type Account, maySignIn } from '#domain/account/account.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok } from '#domain/result.ts'

function account(state: Account['state']): Account {
  return { person: 'person-1' as PersonId, state, mfa: 'inUse' }
}

test.each(['created', 'active'] as const)('an account that is %s may sign in', (state) => {
  expect(maySignIn(account(state))).toEqual(ok(true))
})

test.each(['frozen', 'disabled'] as const)('an account that is %s may not sign in', (state) => {
  expect(maySignIn(account(state))).toEqual(no({ kind: state }))
})
