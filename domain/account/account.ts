import type { MfaState } from '../mfa/mfa.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'

/**
 * The one account of a person. `created` by the import, `active` since its first activation,
 * `frozen` by *Bukan saya*, `disabled` by the agency.
 */
export type Account = {
  person: PersonId
  state: 'created' | 'active' | 'frozen' | 'disabled'
  mfa: MfaState
}

export type SignInRefused = { kind: 'disabled' } | { kind: 'frozen' }

/** Told only after the right password (R-EN-01). */
export function maySignIn({ state }: Account): Result<true, SignInRefused> {
  switch (state) {
    case 'disabled':
    case 'frozen':
      return no({ kind: state })
    case 'created':
    case 'active':
      return ok(true)
  }
}
