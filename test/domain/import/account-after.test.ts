import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountAfter, type ClosableAccount } from '#domain/import/account-after.ts'

const open = fc.constantFrom('created' as const, 'active' as const, 'frozen' as const)
const account: fc.Arbitrary<ClosableAccount> = fc.oneof(
  open.map((state) => ({ state, closedFrom: undefined })),
  open.map((closedFrom) => ({ state: 'disabled' as const, closedFrom })),
  fc.constant({ state: 'disabled' as const, closedFrom: undefined }),
)

describe('an account that national data closes', () => {
  test.each(['created', 'active', 'frozen'] as const)('comes back as it was: %s', (state) => {
    const closed = accountAfter({ state, closedFrom: undefined }, true)
    expect(closed).toEqual({ state: 'disabled', closedFrom: state })
    expect(accountAfter(closed, false)).toEqual({ state, closedFrom: undefined })
  })

  test('is not opened where an officer disabled it', () => {
    const disabled = { state: 'disabled', closedFrom: undefined } as const
    expect(accountAfter(disabled, true)).toEqual(disabled)
    expect(accountAfter(disabled, false)).toEqual(disabled)
  })

  test('is the same after the same data twice', () => {
    fc.assert(
      fc.property(account, fc.boolean(), (before, isClosed) => {
        const once = accountAfter(before, isClosed)
        expect(accountAfter(once, isClosed)).toEqual(once)
        expect(once.state === 'disabled' || !isClosed).toBe(true)
      }),
    )
  })
})
