import { after } from '../../instant.ts'
import type { PersonId } from '../../person.ts'
import { no, ok, type Result } from '../../result.ts'
import {
  type Acting,
  type Batch,
  type DestroyingBatch,
  holderOf,
  isProven,
  seatOf,
  standingSignature,
  withSignature,
} from './batch.ts'
import { EXECUTORS, roleOf, WITNESSES, type WitnessSeat } from './seat.ts'
import { isRecommended } from './sign-manifest.ts'
import { type SeatRefused, takeSeat } from './take-seat.ts'

/** A witness who signed this long ago is taken to be there still. */
export const PRESENCE_MINUTES = 15

export type AttendingRefused =
  | SeatRefused
  | { kind: 'listChanged' }
  | { kind: 'waitNotOver'; until: Date }

export type Attending = {
  seat: WitnessSeat
  by: Acting
  seen: string
  isSubject: boolean
  now: Date
}

/** A witness is there, in a session of their own, and signs what is about to be destroyed. */
export function attend(
  batch: Batch,
  { seat, by, seen, isSubject, now }: Attending,
): Result<Batch, AttendingRefused> {
  if (batch.state !== 'waiting') return no({ kind: 'notItsTime' })
  const isBack = seatOf(batch, by.person) === seat && by.role === roleOf(seat)
  const seated = isBack ? ok(batch) : takeSeat(batch, { seat, by, isSubject, now })
  if (!seated.ok) return seated
  if (now < batch.waitUntil) return no({ kind: 'waitNotOver', until: batch.waitUntil })
  if (seen !== batch.manifest.sha256) return no({ kind: 'listChanged' })
  if (!isProven(by, now)) return no({ kind: 'proofDue' })
  return ok(withSignature(seated.value, by, now))
}

export type StartRefused =
  | { kind: 'notItsTime' }
  | { kind: 'notExecutor' }
  | { kind: 'waitNotOver'; until: Date }
  | { kind: 'notSigned' }
  | { kind: 'listChanged' }
  | { kind: 'nothingLeft' }
  | { kind: 'objectionsOpen'; count: number }
  | { kind: 'fixityUnknown'; count: number }
  | { kind: 'certificateMissing' }
  | { kind: 'witnessAway'; seat: WitnessSeat }
  | { kind: 'proofDue' }

/** `inOffice`: who of the parties still holds the hat they signed in. `unchecked`: copies not read since the approval. */
export type Starting = {
  by: Acting
  seen: string
  open: number
  openObjections: number
  unchecked: number
  inOffice: (person: PersonId) => boolean
  now: Date
}

/** T21: three persons at one time, two of them witnesses, and the list is the one that was signed. */
export function startDestruction(
  batch: Batch,
  { by, seen, open, openObjections, unchecked, inOffice, now }: Starting,
): Result<DestroyingBatch, StartRefused> {
  if (batch.state !== 'waiting') return no({ kind: 'notItsTime' })
  const seat = seatOf(batch, by.person)
  if (!seat || !EXECUTORS.includes(seat) || by.role !== roleOf(seat))
    return no({ kind: 'notExecutor' })
  if (now < batch.waitUntil) return no({ kind: 'waitNotOver', until: batch.waitUntil })
  if (seen !== batch.manifest.sha256) return no({ kind: 'listChanged' })
  if (open === 0) return no({ kind: 'nothingLeft' })
  if (!isApproved(batch)) return no({ kind: 'notSigned' })
  if (openObjections > 0) return no({ kind: 'objectionsOpen', count: openObjections })
  if (unchecked > 0) return no({ kind: 'fixityUnknown', count: unchecked })
  if (!batch.papers.includes('certificate')) return no({ kind: 'certificateMissing' })
  const away = WITNESSES.find((one) => !isThere(batch, one, inOffice, now))
  if (away) return no({ kind: 'witnessAway', seat: away })
  if (!isProven(by, now)) return no({ kind: 'proofDue' })
  const signed = withSignature(batch, by, now)
  return ok({ ...signed, state: 'destroying', since: now, executor: by.person })
}

function isApproved(batch: Batch): boolean {
  const approver = holderOf(batch, 'approver')
  return isRecommended(batch) && !!approver && !!standingSignature(batch, approver.person)
}

/** Whether the witness of that seat signed just now. */
export function isThere(
  batch: Batch,
  seat: WitnessSeat,
  inOffice: (person: PersonId) => boolean,
  now: Date,
): boolean {
  const witness = holderOf(batch, seat)
  const signed = witness && standingSignature(batch, witness.person)
  return !!signed && inOffice(signed.person) && now < after(signed.at, PRESENCE_MINUTES * 60)
}
