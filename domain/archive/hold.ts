import type { AgencyId } from '../agency.ts'
import type { Actor } from '../approval/approval.ts'
import type { Brand } from '../brand.ts'
import type { CivilDate } from '../civil-date.ts'
import type { Reason } from '../desk/reason.ts'
import type { PersonId } from '../person.ts'
import { isUuid } from '../uuid.ts'
import type { CaseNumber, HoldBasis } from './hold-case.ts'
import type { RecordId } from './record.ts'

export type HoldId = Brand<string, 'HoldId'>

export function parseHoldId(text: string): HoldId | undefined {
  return isUuid(text) ? (text as HoldId) : undefined
}

/** What it holds: everything of a person, now and later, everything of one type, or one record. */
export type HoldScope =
  | { of: 'person' }
  | { of: 'type'; type: string }
  | { of: 'record'; record: RecordId }

/**
 * A legal hold (penahanan, I1): while one is on, nothing that it holds comes nearer to destruction.
 * It never ends by itself; its review date only reminds.
 */
export type Hold = PlacedHold | HoldToLift | LiftedHold

export type PlacedHold = Placed & { state: 'on' }
/** One asked for it to be lifted, and another is to agree: it holds as before. */
export type HoldToLift = Placed & { state: 'liftAsked'; lift: LiftAsked }
export type LiftedHold = Placed & {
  state: 'lifted'
  lift: LiftAsked
  agreedBy: Actor
  liftedAt: Date
}

/** `agency`: whose legal officers look after it, wherever its person goes; none where a restore placed it. */
type Placed = {
  id: HoldId
  person: PersonId
  agency: AgencyId | undefined
  scope: HoldScope
  basis: HoldBasis
  caseNo: CaseNumber
  reviewOn: CivilDate
  /** Its subject must not be told. */
  silent: boolean
  placedBy: Actor
  placedAt: Date
}

export type LiftAsked = { by: Actor; at: Date; reason: Reason }

/** Whether it keeps what it holds: also while its lifting is only asked for. */
export function isOn({ state }: Pick<Hold, 'state'>): boolean {
  return state !== 'lifted'
}
