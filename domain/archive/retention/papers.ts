import type { CivilDate } from '../../civil-date.ts'
import type { KnownOfPerson } from './person-facts.ts'
import { dayIn, type KeptMetadata } from './record-facts.ts'

/** A verified paper that says something about the whole service of its person. */
export type Paper = { type: string; metadata: KeptMetadata }

type Days = Omit<KnownOfPerson, 'service'>

/** Which field of which type of record says what; all others tell only of themselves. */
const TELLING: Record<string, { of: keyof Days; field: string }> = {
  pemberhentian: { of: 'endings', field: 'effectiveDate' },
  perjanjianKerja: { of: 'agreements', field: 'endDate' },
  pns: { of: 'appointments', field: 'effectiveDate' },
  skPppk: { of: 'appointments', field: 'effectiveDate' },
}

export const TELLING_TYPES = Object.keys(TELLING)

/** `endings`: days on which the national data says that service ended. */
export function daysOf(papers: readonly Paper[], endings: readonly CivilDate[]): Days {
  const of = (wanted: keyof Days) =>
    papers.flatMap(({ type, metadata }) => {
      const told = TELLING[type]
      const day = told?.of === wanted ? dayIn(metadata, told.field) : undefined
      return day ? [day] : []
    })
  return {
    endings: [...endings, ...of('endings')],
    agreements: of('agreements'),
    appointments: of('appointments'),
  }
}
