import { no, ok, type Result } from '../result.ts'
import type { Account } from './account.ts'

export type FrozenAccount = Account & { state: 'frozen' }

/** Pressed twice it is frozen already; what the agency disabled has nothing left to freeze. */
export type FreezeRefused = { kind: 'alreadyFrozen' } | { kind: 'disabled' }

/** *Bukan saya* (R-NO-02), whether or not the account was ever activated. */
export function freeze(account: Account): Result<FrozenAccount, FreezeRefused> {
  const refused = freezeRefused(account)
  return refused ? no(refused) : ok({ ...account, state: 'frozen' })
}

/** The same at the word of its owner, or at the counter of the agency. */
export function freezeRefused({ state }: Pick<Account, 'state'>): FreezeRefused | undefined {
  switch (state) {
    case 'frozen':
      return { kind: 'alreadyFrozen' }
    case 'disabled':
      return { kind: 'disabled' }
    case 'created':
    case 'active':
      return undefined
  }
}
