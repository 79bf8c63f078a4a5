import type { AgencyId } from '../agency.ts'
import type { Actor } from '../approval/approval.ts'
import { no, ok, type Result } from '../result.ts'
import {
  type AcceptedCustody,
  type Custody,
  type CustodyDifference,
  differencesOf,
  differencesText,
  type EndedCustody,
  type KeptRecord,
  type OfferedCustody,
} from './custody.ts'
import { isInBatch } from './place-hold.ts'

export type OfferRefused =
  | { kind: 'oneself' }
  | { kind: 'worksHere' }
  | { kind: 'nothingKept' }
  | { kind: 'inDestruction' }
  | { kind: 'alreadyOffered' }

/** `worksAt`: the agency of the person now; `isOffered`: another offer of the same waits. */
export type Offering = { by: Actor; now: Date; worksAt: AgencyId; isOffered: boolean }

/** T26: by the archivist who has them, to the agency where their person works now. */
export function offerCustody(
  wanted: Pick<OfferedCustody, 'id' | 'person' | 'from'>,
  kept: readonly KeptRecord[],
  { by, now, worksAt, isOffered }: Offering,
): Result<OfferedCustody, OfferRefused> {
  if (by.person === wanted.person) return no({ kind: 'oneself' })
  if (worksAt === wanted.from) return no({ kind: 'worksHere' })
  if (isOffered) return no({ kind: 'alreadyOffered' })
  if (kept.length === 0) return no({ kind: 'nothingKept' })
  if (kept.some(({ stage }) => isInBatch(stage))) return no({ kind: 'inDestruction' })
  const list = kept.map(({ record, versions }) => ({ record, versions }))
  return ok({ ...wanted, state: 'offered', to: worksAt, list, offeredBy: by, offeredAt: now })
}

export type HandOverRefused =
  | { kind: 'over' }
  | { kind: 'oneself' }
  | { kind: 'ownOffer' }
  | { kind: 'notYours' }
  | { kind: 'movedOn' }
  | { kind: 'inDestruction' }
  | { kind: 'differs'; differences: readonly CustodyDifference[] }

/** `agreedTo`: the differences that the receiver saw and accepts, as `differencesText` says them. */
export type Accepting = {
  by: Actor
  agency: AgencyId
  now: Date
  worksAt: AgencyId
  agreedTo: string
  note: string
}

/** T26, its second half: the lists are equal, or each difference is named and agreed to. */
export function acceptCustody(
  custody: Custody,
  kept: readonly KeptRecord[],
  { by, agency, now, worksAt, agreedTo, note }: Accepting,
): Result<AcceptedCustody, HandOverRefused> {
  if (custody.state !== 'offered') return no({ kind: 'over' })
  if (agency !== custody.to) return no({ kind: 'notYours' })
  if (by.person === custody.person) return no({ kind: 'oneself' })
  if (by.person === custody.offeredBy.person) return no({ kind: 'ownOffer' })
  if (worksAt !== custody.to) return no({ kind: 'movedOn' })
  if (kept.some(({ stage }) => isInBatch(stage))) return no({ kind: 'inDestruction' })
  const differences = differencesOf(custody.list, kept)
  if (differencesText(differences) !== agreedTo) return no({ kind: 'differs', differences })
  return ok({ ...custody, state: 'accepted', decidedBy: by, decidedAt: now, differences, note })
}

export type Ending = { by: Actor; agency: AgencyId; now: Date; note: string }

/** The receiver says no, or the giver takes it back: everything stays where it is. */
export function endCustody(
  custody: Custody,
  { by, agency, now, note }: Ending,
): Result<EndedCustody, HandOverRefused> {
  if (custody.state !== 'offered') return no({ kind: 'over' })
  if (by.person === custody.person) return no({ kind: 'oneself' })
  if (agency !== custody.from && agency !== custody.to) return no({ kind: 'notYours' })
  const state = agency === custody.from ? 'withdrawn' : 'declined'
  return ok({ ...custody, state, decidedBy: by, decidedAt: now, note })
}
