import { type HistoryRow, isHistoryKey } from '../archive/history.ts'
import type { Cardinality } from '../archive/record-type.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import { civilDateText } from '../zone-day.ts'
import type { HistoryRefusal } from './finding.ts'
import type { HistoryRecord } from './history-record.ts'

/** What is there already: whose the number is, or was; of what kind the history is; the row itself. */
export type MetHistory = {
  person: PersonId | undefined
  cardinality: Cardinality | undefined
  known: Pick<HistoryRow, 'label' | 'onDate' | 'source'> | undefined
  isToldTwice: boolean
}

/** The model of `judgedHistory` in src/store/import/history.ts; a property test plays both. */
export function judgeHistory(
  record: HistoryRecord,
  { person, cardinality, known, isToldTwice }: MetHistory,
): Result<'new' | 'changed' | 'unchanged', HistoryRefusal> {
  if (isToldTwice) return no('eventTwice')
  if (!person) return no('unknownPerson')
  if (!cardinality) return no('unknownType')
  if (cardinality === 'one') return no('noHistory')
  if (!isHistoryKey(cardinality, record.key)) return no('key')
  if (!known) return ok('new')
  return ok(isSame(record, known) ? 'unchanged' : 'changed')
}

/** What the national data says again stands above what somebody added themselves. */
function isSame({ label, onDate }: HistoryRecord, known: NonNullable<MetHistory['known']>) {
  const isSameDate =
    !onDate || (!!known.onDate && civilDateText(onDate) === civilDateText(known.onDate))
  return known.source === 'national' && isSameDate && (!label || label === known.label)
}
