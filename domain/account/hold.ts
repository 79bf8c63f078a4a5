import { after } from '../instant.ts'
import type { MfaState } from '../mfa/mfa.ts'
import type { MfaResetWay } from '../reset/mfa-reset.ts'

/**
 * R-RS-07: what a stolen password or mailbox could be used for (email change, sharing, export)
 * waits a day after every activation; `firstActivation`: the account's very first one, whose old password may
 * have leaked. Not the legal hold of an archive record.
 */
export type AccountHold = { until: Date; because: 'firstActivation' | 'reactivation' }

const SECONDS = 24 * 3600

/** None after a recovery code: it is a second factor like the device that it replaces. */
export function holdAfterActivation(
  { mfa, mfaReset }: { mfa: MfaState; mfaReset: MfaResetWay | undefined },
  now: Date,
): AccountHold | undefined {
  if (mfaReset === 'recoveryCode') return undefined
  const because = mfa === 'none' ? 'firstActivation' : 'reactivation'
  return { until: after(now, SECONDS), because }
}

export function isHeld(hold: AccountHold | undefined, now: Date): hold is AccountHold {
  return hold !== undefined && now < hold.until
}
