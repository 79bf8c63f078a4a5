import { holdsOfficeSoon, type Mandate } from '../access/mandate.ts'
import type { Account } from '../account/account.ts'
import type { MfaLeft, ResetProof } from './reset.ts'

/** `RESET_MFA`: whether a reset by mail puts the second factor aside, or asks for it (R-RS-03). */
export type ResetMfa = 'reactivate' | 'keep'

export type ResetSubject = {
  account: Account
  mandates: readonly Mandate[]
  setting: ResetMfa
}

/** Officers, admins and frozen accounts keep their MFA whatever the setting (R-RS-03). */
export function mfaAfterReset({ account, mandates, setting }: ResetSubject, now: Date): ResetMfa {
  if (account.state === 'frozen' || holdsOfficeSoon(mandates, now)) return 'keep'
  return setting
}

/**
 * What has to be proven beside the mailbox. Whoever holds an office without a second factor can
 * prove none here: a mailbox alone opens no office.
 */
export function proofAsked(subject: ResetSubject, now: Date): ResetProof {
  const { account, mandates } = subject
  if (account.state === 'frozen') return 'oldDevice'
  if (mfaAfterReset(subject, now) === 'reactivate') return 'mailbox'
  return account.mfa === 'none' && !holdsOfficeSoon(mandates, now) ? 'mailbox' : 'factor'
}

const STRENGTH: Record<ResetProof, number> = { mailbox: 0, factor: 1, oldDevice: 2, agencyCode: 2 }

export function isProofEnough(given: ResetProof, asked: ResetProof): boolean {
  return STRENGTH[given] >= STRENGTH[asked]
}

/**
 * What becomes of the second factor. A device that opened a frozen account serves again; whoever needed
 * BKPSDM has none at hand, and activates anew.
 */
export function mfaLeft(subject: ResetSubject, proof: ResetProof, now: Date): MfaLeft {
  const { account } = subject
  if (proof === 'agencyCode') return account.mfa === 'none' ? 'none' : 'reactivation'
  if (account.state === 'frozen') return 'kept'
  if (account.mfa === 'none') return 'none'
  const keeps = mfaAfterReset(subject, now) === 'keep' && account.mfa === 'inUse'
  return keeps ? 'kept' : 'reactivation'
}
