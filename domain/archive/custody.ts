import type { AgencyId } from '../agency.ts'
import type { Actor } from '../approval/approval.ts'
import type { Brand } from '../brand.ts'
import type { PersonId } from '../person.ts'
import { isUuid } from '../uuid.ts'
import type { ArchiveRecord, RecordId } from './record.ts'

export type CustodyId = Brand<string, 'CustodyId'>

export function parseCustodyId(text: string): CustodyId | undefined {
  return isUuid(text) ? (text as CustodyId) : undefined
}

/** A record in a list that is handed over: with how many versions. */
export type CustodyItem = { record: RecordId; versions: number }

/** One that its agency has now; `stage` says whether it may leave. */
export type KeptRecord = CustodyItem & Pick<ArchiveRecord, 'stage'>

export const CUSTODY_STATES = ['offered', 'accepted', 'declined', 'withdrawn'] as const

/**
 * Serah terima: the records of somebody who works elsewhere now go to that agency, once its archivist
 * accepts the list. Until then nobody's access changes.
 */
export type Custody = OfferedCustody | AcceptedCustody | EndedCustody

export type OfferedCustody = Offered & { state: 'offered' }
/** `differences`: how the list was not what was offered; `note`: what the receiver found besides. */
export type AcceptedCustody = Offered & {
  state: 'accepted'
  decidedBy: Actor
  decidedAt: Date
  differences: readonly CustodyDifference[]
  note: string
}
export type EndedCustody = Offered & {
  state: 'declined' | 'withdrawn'
  decidedBy: Actor
  decidedAt: Date
  note: string
}

type Offered = {
  id: CustodyId
  person: PersonId
  from: AgencyId
  to: AgencyId
  list: readonly CustodyItem[]
  offeredBy: Actor
  offeredAt: Date
}

/** Between what was offered and what is there: one came, one went, or one has other versions. */
export type CustodyDifference = { record: RecordId; how: 'added' | 'gone' | 'changed' }

export function differencesOf(
  offered: readonly CustodyItem[],
  now: readonly CustodyItem[],
): CustodyDifference[] {
  const before = new Map(offered.map(({ record, versions }) => [record, versions]))
  const after = new Map(now.map(({ record, versions }) => [record, versions]))
  const gone = offered.filter(({ record }) => !after.has(record))
  const added = now.filter(({ record }) => !before.has(record))
  const changed = now.filter(
    ({ record, versions }) => before.has(record) && before.get(record) !== versions,
  )
  const named = (how: CustodyDifference['how']) => (item: CustodyItem) => ({
    record: item.record,
    how,
  })
  return [
    ...gone.map(named('gone')),
    ...added.map(named('added')),
    ...changed.map(named('changed')),
  ]
}

/** What the receiver says yes to, in one order, so that no other difference is accepted with it. */
export function differencesText(differences: readonly CustodyDifference[]): string {
  const named = differences.map(({ record, how }) => `${how} ${record}`)
  return named.sort().join('; ')
}
