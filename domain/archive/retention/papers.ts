import type { CivilDate } from '../../civil-date.ts'
import type { KnownOfPerson } from './person-facts.ts'
import { dayIn, type KeptMetadata } from './record-facts.ts'
import type { RetentionEvent } from './rule.ts'

/** A verified paper that says something about the whole service of its person. */
export type Paper = { type: string; metadata: KeptMetadata }

/** What such a paper said before it was destroyed; its fact outlives it as long as records hang on it. */
export type Remembered = { type: string; on: CivilDate }

type Days = Omit<KnownOfPerson, 'service'>

type Telling = { kind: RetentionEvent; of: keyof Days; field: string }

/** Which field of which type of record says what; all others tell only of themselves. */
const TELLING: Record<string, Telling> = {
  pemberhentian: { kind: 'serviceEnded', of: 'endings', field: 'effectiveDate' },
  perjanjianKerja: { kind: 'contractEnded', of: 'agreements', field: 'endDate' },
  pns: { kind: 'appointed', of: 'appointments', field: 'effectiveDate' },
  skPppk: { kind: 'appointed', of: 'appointments', field: 'effectiveDate' },
}

export const TELLING_TYPES = Object.entries(TELLING).map(([type, { kind }]) => ({ type, kind }))

/** `national`: days on which the national data says that service ended. */
export type Sources = {
  papers: readonly Paper[]
  remembered: readonly Remembered[]
  national: readonly CivilDate[]
}

export function daysOf({ papers, remembered, national }: Sources): Days {
  const of = (wanted: keyof Days) => [
    ...papers.flatMap(({ type, metadata }) => {
      const told = TELLING[type]
      const day = told?.of === wanted ? dayIn(metadata, told.field) : undefined
      return day ? [day] : []
    }),
    ...remembered.flatMap(({ type, on }) => (TELLING[type]?.of === wanted ? [on] : [])),
  ]
  return {
    endings: [...national, ...of('endings')],
    agreements: of('agreements'),
    appointments: of('appointments'),
  }
}
