import { type Fraction, rounded, shareOf, sumOf, whole } from './fraction.ts'
import { applies, hasHistory, isSecret, type RecordType } from './record-type.ts'
import { type Career, type Slot, slotsOf } from './slot.ts'
import type { SlotState } from './slot-state.ts'

/** Every expected document of somebody, what became of it, and what that comes to. */
export type Completeness = { slots: readonly FoundSlot[]; score: Score | undefined }

export type FoundSlot = Slot & { state: SlotState }

/** In hundredths of a point. */
export type Score = { main: number; conditional: number; total: number; category: Category }

export type Category = 'veryComplete' | 'complete' | 'fairlyComplete' | 'poorlyComplete'

/** Where somebody stands among others: a PPPK has no score, and some were not counted yet. */
export type Rank = Category | 'noScore' | 'uncounted'

/** Given to all, also before it is there (domain.md 4.3). */
const ALWAYS_GIVEN = 'drh'
const CONDITIONAL_POINTS = 1000

/** `stateOf`: of a slot, undefined where its document was destroyed by the schedule. */
export function completenessOf(
  types: readonly RecordType[],
  career: Career,
  stateOf: (type: string, slot: string) => SlotState | undefined,
): Completeness {
  const slots = slotsOf(types, career).flatMap((slot) => {
    const state = stateOf(slot.type.code, slot.slot)
    return state ? [{ ...slot, state }] : []
  })
  return { slots, score: scoreOf(types, career, slots) }
}

/** What its person should do something about: to upload, or to mend what came back. */
export function gapsOf<Found extends FoundSlot>(slots: readonly Found[]): Found[] {
  return slots.filter(isGap)
}

/** From how many hundredths of a point on. */
export const CATEGORY_FROM = { veryComplete: 9001, complete: 5560, fairlyComplete: 3000 } as const

export function categoryOf(total: number): Category {
  if (total >= CATEGORY_FROM.veryComplete) return 'veryComplete'
  if (total >= CATEGORY_FROM.complete) return 'complete'
  return total >= CATEGORY_FROM.fairlyComplete ? 'fairlyComplete' : 'poorlyComplete'
}

/** What lists and boards keep of it; nobody but its subject hears of secret types. */
export type Summary = {
  score: number | undefined
  missing: number
  waiting: number
  returned: number
  gaps: readonly SummaryGap[]
}

export type SummaryGap = { type: string; slot: string; reason: 'missing' | 'returned' }

export function summaryOf({ slots, score }: Completeness): Summary {
  const open = slots.filter(({ type }) => !isSecret(type))
  const gaps = gapsOf(open).map(toSummaryGap)
  const waiting = open.filter(({ state }) => isOnItsWay(state)).length
  const returned = gaps.filter(({ reason }) => reason === 'returned').length
  return { score: score?.total, missing: gaps.length - returned, waiting, returned, gaps }
}

function toSummaryGap({ type, slot, state }: FoundSlot): SummaryGap {
  return { type: type.code, slot, reason: state.kind === 'returned' ? 'returned' : 'missing' }
}

function isGap({ state, isRequired }: FoundSlot): boolean {
  return state.kind === 'returned' || (state.kind === 'missing' && isRequired)
}

function isOnItsWay({ kind }: SlotState): boolean {
  return kind === 'processing' || kind === 'awaitingVerification'
}

/** No score is published for PPPK: for them it is what is missing alone. */
function scoreOf(
  types: readonly RecordType[],
  career: Career,
  slots: readonly FoundSlot[],
): Score | undefined {
  if (career.kind === 'pppk') return undefined
  const scored = types.filter(({ isScored }) => isScored)
  const main = mainPoints(scored, career, slots)
  const conditional = conditionalPoints(slots)
  const total = rounded(sumOf([main, conditional]))
  return {
    main: rounded(main),
    conditional: rounded(conditional),
    total,
    category: categoryOf(total),
  }
}

function mainPoints(
  scored: readonly RecordType[],
  { kind }: Career,
  slots: readonly FoundSlot[],
): Fraction {
  const hasMainData = slots.some(
    ({ type, state }) => type.group === 'main' && !hasHistory(type) && state.kind === 'present',
  )
  const points = scored
    .filter(({ group }) => group === 'main')
    .map((type) => {
      const own = slots.filter((slot) => slot.type.code === type.code)
      if (hasHistory(type))
        return applies(type, kind) ? historyPoints(type.weight ?? 0, own) : whole(0)
      return whole(isGiven(type, own, hasMainData) ? (type.weight ?? 0) : 0)
    })
  return sumOf(points)
}

/** A CPNS has no SK PNS yet and loses nothing by that; nor does whose paper was destroyed by the schedule. */
function isGiven(type: RecordType, own: readonly FoundSlot[], hasMainData: boolean): boolean {
  if (type.code === ALWAYS_GIVEN) return true
  return hasMainData && own.every(({ state }) => state.kind === 'present')
}

function conditionalPoints(slots: readonly FoundSlot[]): Fraction {
  const own = slots.filter(({ type }) => type.group === 'conditional' && type.isScored)
  return historyPoints(CONDITIONAL_POINTS, own)
}

/** A row counts once, whatever the number of its documents; without rows nothing is missing. */
function historyPoints(points: number, slots: readonly FoundSlot[]): Fraction {
  const rows = Map.groupBy(slots, ({ type, row }) => `${type.code}#${row?.key ?? ''}`)
  if (rows.size === 0) return whole(points)
  const complete = [...rows.values()].filter(isComplete).length
  return shareOf(points, complete, rows.size)
}

function isComplete(row: readonly FoundSlot[]): boolean {
  return row.every(({ state, isRequired }) => state.kind === 'present' || !isRequired)
}
