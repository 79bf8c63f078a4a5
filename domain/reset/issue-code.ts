import { holdsOfficeSoon, type Mandate } from '../access/mandate.ts'
import type { Account } from '../account/account.ts'
import { no, ok, type Result } from '../result.ts'
import { limitedUntil, type MfaReset } from './mfa-reset.ts'

/** How an officer made sure whom they help (2.6). */
export type Evidence = 'present' | 'video' | 'superior'

export const EVIDENCE: readonly Evidence[] = ['present', 'video', 'superior']

/** Why the devices no longer serve, by a list; the rest is told in the reason's own words. */
export type ResetCause = 'phoneLost' | 'phoneReplaced' | 'appDeleted' | 'accountFrozen' | 'other'

export const RESET_CAUSES: readonly ResetCause[] = [
  'phoneLost',
  'phoneReplaced',
  'appDeleted',
  'accountFrozen',
  'other',
]

/** `issuedToday`: codes of this officer in the last day; `devices`: those they have in use. */
export type IssueFacts = {
  officer: { devices: number; issuedToday: number }
  account: Account
  mandates: readonly Mandate[]
  past: readonly MfaReset[]
}

export type IssueRefused =
  | { kind: 'disabled' }
  | { kind: 'notActivated' }
  | { kind: 'fewDevices' }
  | { kind: 'dailyLimit' }
  | { kind: 'tooManyResets'; until: Date }

const CODES_A_DAY = 20
const OWN_DEVICES = 2

/**
 * R-AD-02 to 04: whether an officer may give that person a code. Who never activated and holds no
 * office needs none: the password alone activates.
 */
export function mayIssue(
  { officer, account, mandates, past }: IssueFacts,
  now: Date,
): Result<true, IssueRefused> {
  if (account.state === 'disabled') return no({ kind: 'disabled' })
  const needsNone = account.mfa === 'none' && account.state !== 'frozen'
  if (needsNone && !holdsOfficeSoon(mandates, now)) return no({ kind: 'notActivated' })
  if (officer.devices < OWN_DEVICES) return no({ kind: 'fewDevices' })
  if (officer.issuedToday >= CODES_A_DAY) return no({ kind: 'dailyLimit' })
  const until = limitedUntil(past, now)
  return until ? no({ kind: 'tooManyResets', until }) : ok(true)
}

/** For those who hold an office always, for all others where the agency wants it so (2.6). */
export function takesTwo(
  { mandates, agencyAsks }: { mandates: readonly Mandate[]; agencyAsks: boolean },
  now: Date,
): boolean {
  return agencyAsks || holdsOfficeSoon(mandates, now)
}

/** Refusals that the admins of the agency hear of (R-AD-03). */
export function isAlarm({ kind }: { kind: string }): boolean {
  return kind === 'dailyLimit' || kind === 'tooManyResets'
}
