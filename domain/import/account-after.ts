import type { Account } from '../account/account.ts'

/** An account with the state from which the national data or the old SSO closed it. */
export type ClosableAccount =
  | { state: Account['state']; closedFrom: undefined }
  | { state: 'disabled'; closedFrom: Exclude<Account['state'], 'disabled'> }

/**
 * Closed as long as the data says so, then as it was before: frozen stays frozen. One that an
 * officer disabled is no concern of the data.
 */
export function accountAfter(account: ClosableAccount, shouldBeClosed: boolean): ClosableAccount {
  const { state, closedFrom } = account
  if (shouldBeClosed && state !== 'disabled') return { state: 'disabled', closedFrom: state }
  if (!shouldBeClosed && closedFrom) return { state: closedFrom, closedFrom: undefined }
  return account
}
