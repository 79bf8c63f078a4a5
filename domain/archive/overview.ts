import { type Completeness, type FoundSlot, gapsOf } from './completeness.ts'
import type { ArchiveRecord } from './record.ts'
import { hasHistory, type RecordType } from './record-type.ts'

export type RecordHead = Pick<ArchiveRecord, 'id' | 'type' | 'slot' | 'stage'>

/** An expected document, with its record where anything was ever sent for it. */
export type ShelfSlot = FoundSlot & { record: RecordHead | undefined }

/** All that is expected of one type; `present` of them are there. */
export type Shelf = { type: RecordType; slots: readonly ShelfSlot[]; present: number }

/**
 * An archive as its owner looks at it. `others`: what is kept and nobody asks for any more, like
 * papers of an earlier career, or what the schedule destroyed.
 */
export type Overview = {
  gaps: readonly ShelfSlot[]
  onTheirWay: readonly ShelfSlot[]
  shelves: readonly Shelf[]
  others: readonly RecordHead[]
}

/** What came back stands before what never came: somebody has looked at it already. */
export function overviewOf(
  { slots }: Pick<Completeness, 'slots'>,
  records: readonly RecordHead[],
): Overview {
  const living = records.filter(({ stage }) => stage !== 'destroyed')
  const byPlace = new Map(living.map((record) => [placeOf(record.type, record.slot), record]))
  const found = slots.map((slot) => ({ ...slot, record: byPlace.get(keyOf(slot)) }))
  const gaps = gapsOf(found)
  const expected = new Set(slots.map(keyOf))
  return {
    gaps: [...gaps.filter(isReturned), ...gaps.filter((gap) => !isReturned(gap))],
    onTheirWay: found.filter(isOnItsWay),
    shelves: shelvesOf(found),
    others: records.filter(
      (one) => one.stage === 'destroyed' || !expected.has(placeOf(one.type, one.slot)),
    ),
  }
}

function shelvesOf(slots: readonly ShelfSlot[]): Shelf[] {
  return [...Map.groupBy(slots, ({ type }) => type.code).values()].flatMap((own) => {
    const type = own[0]?.type
    const present = own.filter(({ state }) => state.kind === 'present').length
    return type ? [{ type, slots: own, present }] : []
  })
}

/** Of a history nothing has been told: nothing is asked for either. */
export function emptyTypes(
  types: readonly RecordType[],
  shelves: readonly Shelf[],
  kind: RecordType['appliesTo'][number],
): RecordType[] {
  const filled = new Set(shelves.map(({ type }) => type.code))
  return types.filter(
    (type) => type.appliesTo.includes(kind) && hasHistory(type) && !filled.has(type.code),
  )
}

function isReturned({ state }: FoundSlot): boolean {
  return state.kind === 'returned'
}

function isOnItsWay({ state }: FoundSlot): boolean {
  return state.kind === 'processing' || state.kind === 'awaitingVerification'
}

function keyOf({ type, slot }: FoundSlot): string {
  return placeOf(type.code, slot)
}

/** No code has a slash. */
function placeOf(type: string, slot: string): string {
  return `${type}/${slot}`
}
