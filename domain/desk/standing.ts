import type { Account } from '../account/account.ts'
import { codeBudget } from '../mfa/code-limits.ts'
import type { Device } from '../mfa/device.ts'
import type { MfaState } from '../mfa/mfa.ts'

/** What the desk's tables know of an account, without any secret. */
export type AccountFacts = {
  state: Account['state']
  stateSince: Date
  mfa: MfaState
  /** Whether the national data or the old SSO closed it. */
  isClosedByData: boolean
  codeFailures: number
  codesLockedUntil: Date
  /** Drifts of the devices in use: what the budget of wrong codes depends on. */
  drifts: readonly Device['drift'][]
}

/** How an account stands, in the one word that an officer needs first. */
export type Standing =
  | { kind: 'neverActivated' }
  | { kind: 'active' }
  | { kind: 'reactivation' }
  | { kind: 'locked'; until: Date }
  | { kind: 'budgetSpent' }
  | { kind: 'frozen'; since: Date }
  | { kind: 'disabled'; since: Date; by: 'agency' | 'nationalData' }

export function standingOf(facts: AccountFacts, now: Date): Standing {
  const { state, stateSince: since, isClosedByData } = facts
  switch (state) {
    case 'created':
      return { kind: 'neverActivated' }
    case 'frozen':
      return { kind: 'frozen', since }
    case 'disabled':
      return { kind: 'disabled', since, by: isClosedByData ? 'nationalData' : 'agency' }
    case 'active':
      return activeStanding(facts, now)
  }
}

function activeStanding(facts: AccountFacts, now: Date): Standing {
  const { mfa, codeFailures, codesLockedUntil, drifts } = facts
  if (mfa === 'none') return { kind: 'neverActivated' }
  if (now < codesLockedUntil) return { kind: 'locked', until: codesLockedUntil }
  if (mfa === 'reactivation') return { kind: 'reactivation' }
  const budget = codeBudget(
    drifts.map((drift) => ({ drift })),
    now,
  )
  return codeFailures >= budget ? { kind: 'budgetSpent' } : { kind: 'active' }
}

/** Whether mail reaches somebody: where an address works, the others do not matter. */
export type Mailbox = 'none' | 'bounced' | 'works'

export function mailboxOf(bounced: readonly boolean[]): Mailbox {
  if (bounced.length === 0) return 'none'
  return bounced.includes(false) ? 'works' : 'bounced'
}
