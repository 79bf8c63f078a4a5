import { no, ok, type Result } from '../result.ts'
import type { Account } from './account.ts'

export type FrozenAccount = Account & { state: 'frozen' }

/** Pressed twice it is frozen already; what the agency disabled has nothing left to freeze. */
export type FreezeRefused = { kind: 'alreadyFrozen' } | { kind: 'disabled' }

/** *Bukan saya* (R-NO-02), whether or not the account was ever activated. */
export function freeze(account: Account): Result<FrozenAccount, FreezeRefused> {
  switch (account.state) {
    case 'frozen':
      return no({ kind: 'alreadyFrozen' })
    case 'disabled':
      return no({ kind: 'disabled' })
    case 'created':
    case 'active':
      return ok({ ...account, state: 'frozen' })
  }
}
