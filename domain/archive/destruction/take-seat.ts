import { no, ok, type Result } from '../../result.ts'
import { type Acting, type Batch, type BatchState, holderOf, isProven, seatOf } from './batch.ts'
import { isSingle, PANEL, roleOf, type Seat } from './seat.ts'

export type SeatRefused =
  | { kind: 'notItsTime' }
  | { kind: 'otherHat' }
  | { kind: 'ownRecord' }
  | { kind: 'alreadySeated'; seat: Seat }
  | { kind: 'seatTaken' }
  | { kind: 'proofDue' }

export type SeatTaking = {
  seat: Seat
  by: Acting
  /** A record of theirs is, or was, on this list. */
  isSubject: boolean
  now: Date
}

/** I4: one seat a person, and none for whoever has a record on the list. */
export function takeSeat<B extends Batch>(
  batch: B,
  { seat, by, isSubject, now }: SeatTaking,
): Result<B, SeatRefused> {
  if (batch.state !== stateOfSeat(seat)) return no({ kind: 'notItsTime' })
  if (by.role !== roleOf(seat)) return no({ kind: 'otherHat' })
  if (isSubject) return no({ kind: 'ownRecord' })
  const seated = seatOf(batch, by.person)
  if (seated) return no({ kind: 'alreadySeated', seat: seated })
  if (isSingle(seat) && holderOf(batch, seat)) return no({ kind: 'seatTaken' })
  if (!isProven(by, now)) return no({ kind: 'proofDue' })
  const { person, hat } = by
  return ok({ ...batch, parties: [...batch.parties, { person, hat, seat }] })
}

export type LeavingRefused =
  | { kind: 'notSeated' }
  | { kind: 'drewItUp' }
  | { kind: 'alreadySigned' }
  | { kind: 'proofDue' }

/** Whoever took the wrong one gives it back, unless they drew up the list or signed it. */
export function leaveSeat<B extends Batch>(
  batch: B,
  { by, now }: { by: Acting; now: Date },
): Result<B, LeavingRefused> {
  const seat = seatOf(batch, by.person)
  if (!seat) return no({ kind: 'notSeated' })
  if (seat === 'panelArchivist') return no({ kind: 'drewItUp' })
  if (batch.signatures.some(({ person }) => person === by.person))
    return no({ kind: 'alreadySigned' })
  if (!isProven(by, now)) return no({ kind: 'proofDue' })
  const parties = batch.parties.filter(({ person }) => person !== by.person)
  return ok({ ...batch, parties })
}

export function stateOfSeat(seat: Seat): BatchState {
  if (PANEL.includes(seat)) return 'appraising'
  return seat === 'approver' ? 'proposed' : 'waiting'
}
