import { after } from '../instant.ts'

/**
 * R-RS-07: what a stolen password or mailbox could be used for (email change, sharing, export)
 * waits a day after every activation; `firstActivation`: the account's very first one, whose old password may
 * have leaked. Not the legal hold of an archive record.
 */
export type AccountHold = { until: Date; because: 'firstActivation' | 'reactivation' }

const SECONDS = 24 * 3600

export function holdAfter(because: AccountHold['because'], now: Date): AccountHold {
  return { until: after(now, SECONDS), because }
}

export function isHeld(hold: AccountHold | undefined, now: Date): hold is AccountHold {
  return hold !== undefined && now < hold.until
}
