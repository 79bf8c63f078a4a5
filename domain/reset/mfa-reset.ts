import { holdsOfficeSoon, type Mandate } from '../access/mandate.ts'
import type { Brand } from '../brand.ts'
import { after } from '../instant.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import type { ResetMfa } from './policy.ts'

export type MfaResetId = Brand<string, 'MfaResetId'>

/** What is typed beside the password. */
export type MfaResetWay = 'recoveryCode' | 'email' | 'agencyCode'

/**
 * A second factor about to be replaced. `issued`: BKPSDM has given a code for it, which serves until
 * `closesAt`; `granted`: the sign-in that asked may activate a new device; `waiting`: nobody may
 * before `opensAt`, nor after `closesAt`. Old devices serve until a new one is verified.
 */
export type MfaReset =
  | IssuedMfaReset
  | GrantedMfaReset
  | WaitingMfaReset
  | DoneMfaReset
  | CancelledMfaReset

export type IssuedMfaReset = Request & { state: 'issued'; closesAt: Date }
export type GrantedMfaReset = Request & { state: 'granted' }
export type WaitingMfaReset = Request & { state: 'waiting'; opensAt: Date; closesAt: Date }
export type DoneMfaReset = Request & { state: 'done' }
export type CancelledMfaReset = Request & { state: 'cancelled' }

type Request = { id: MfaResetId; person: PersonId; by: MfaResetWay; askedAt: Date }

export type MfaResetAsked = {
  id: MfaResetId
  person: PersonId
  by: MfaResetWay
  mandates: readonly Mandate[]
  setting: ResetMfa
  /** Those of this person that may still count. */
  past: readonly MfaReset[]
}

export type MfaResetRefused =
  | { kind: 'notOffered' }
  | { kind: 'codeOver' }
  | { kind: 'tooManyResets'; until: Date }
  | { kind: 'stillWaiting'; opensAt: Date }

const CODE_SECONDS = 24 * 3600
const OPENS_SECONDS = 24 * 3600
const OPEN_SECONDS = 72 * 3600
export const REMEMBERED_SECONDS = 30 * 24 * 3600
const IN_THAT_TIME = 3

/** A mailbox takes no office, not even together with the password (2.5). */
export function waysToReset(mandates: readonly Mandate[], now: Date): readonly MfaResetWay[] {
  return holdsOfficeSoon(mandates, now)
    ? ['recoveryCode', 'agencyCode']
    : ['recoveryCode', 'email', 'agencyCode']
}

/** A code of BKPSDM is out: a reset that one day is left for (table 4.3). */
export function issueMfaReset(
  { id, person }: Pick<Request, 'id' | 'person'>,
  now: Date,
): IssuedMfaReset {
  const closesAt = after(now, CODE_SECONDS)
  return { id, person, by: 'agencyCode', askedAt: now, state: 'issued', closesAt }
}

/**
 * Asked with proof: a recovery code counts at once, a code of BKPSDM for the reset it was given for;
 * the mailbox at once too, or under `keep` first as a request that waits, and again once that has opened.
 */
export function askMfaReset(
  asked: MfaResetAsked,
  now: Date,
): Result<GrantedMfaReset | WaitingMfaReset, MfaResetRefused> {
  const { id, person, by, mandates, setting, past } = asked
  if (!waysToReset(mandates, now).includes(by)) return no({ kind: 'notOffered' })
  if (by === 'agencyCode') return openIssued(asked, now)
  const waits = by === 'email' && setting === 'keep'
  const waiting = waits ? past.find((one) => isWaiting(one, now)) : undefined
  if (waiting?.state === 'waiting') return openWaiting(waiting, now)
  const until = limitedUntil(past, now)
  if (until) return no({ kind: 'tooManyResets', until })
  const request = { id, person, by, askedAt: now }
  if (!waits) return ok({ ...request, state: 'granted' })
  const opensAt = after(now, OPENS_SECONDS)
  return ok({ ...request, state: 'waiting', opensAt, closesAt: after(opensAt, OPEN_SECONDS) })
}

/** Still to be told and cancelled: it waits, or has opened and is not over. */
export function isWaiting(reset: MfaReset, now: Date): reset is WaitingMfaReset {
  return reset.state === 'waiting' && now < reset.closesAt
}

/** The code is out and can still be typed. */
export function isIssued(reset: MfaReset, now: Date): reset is IssuedMfaReset {
  return reset.state === 'issued' && now < reset.closesAt
}

export function hasOpened({ opensAt, closesAt }: WaitingMfaReset, now: Date): boolean {
  return opensAt <= now && now < closesAt
}

/** By any session, any notice: what is not used yet can be taken back. */
export function cancelMfaReset(
  reset: MfaReset,
  now: Date,
): Result<CancelledMfaReset, { kind: 'over' }> {
  const isOpen = reset.state === 'granted' || isWaiting(reset, now) || isIssued(reset, now)
  if (!isOpen) return no({ kind: 'over' })
  return ok({ ...requestOf(reset), state: 'cancelled' })
}

/** A new device is verified: only whoever was let in may do that. */
export function finishMfaReset(reset: MfaReset): Result<DoneMfaReset, { kind: 'notGranted' }> {
  if (reset.state !== 'granted') return no({ kind: 'notGranted' })
  return ok({ ...requestOf(reset), state: 'done' })
}

/** The limit was asked when the code was given. */
function openIssued(
  { id, past }: MfaResetAsked,
  now: Date,
): Result<GrantedMfaReset, MfaResetRefused> {
  const issued = past.find((one) => one.id === id)
  if (!issued || !isIssued(issued, now)) return no({ kind: 'codeOver' })
  return ok({ ...requestOf(issued), state: 'granted' })
}

function openWaiting(
  waiting: WaitingMfaReset,
  now: Date,
): Result<GrantedMfaReset, MfaResetRefused> {
  if (!hasOpened(waiting, now)) return no({ kind: 'stillWaiting', opensAt: waiting.opensAt })
  return ok({ ...requestOf(waiting), state: 'granted' })
}

/** Table 4.2: three in thirty days, used or not; undefined where one more is allowed. */
export function limitedUntil(past: readonly MfaReset[], now: Date): Date | undefined {
  const ends = past
    .map(({ askedAt }) => after(askedAt, REMEMBERED_SECONDS))
    .filter((end) => now < end)
    .sort((one, other) => one.getTime() - other.getTime())
  return ends[ends.length - IN_THAT_TIME]
}

function requestOf({ id, person, by, askedAt }: MfaReset): Request {
  return { id, person, by, askedAt }
}
