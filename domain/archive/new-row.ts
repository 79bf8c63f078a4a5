import type { CivilDate } from '../civil-date.ts'
import { oneLine } from '../one-line.ts'
import { no, ok, type Result } from '../result.ts'
import { civilDateText } from '../zone-day.ts'
import { type HistoryRow, isHistoryKey } from './history.ts'
import { RANKS } from './metadata-fields.ts'
import type { Cardinality, RecordType } from './record-type.ts'
import { parseTypedDate } from './typed-date.ts'

/** An event of a career that no data tells of yet; it is added with the first document for it. */
export type NewRow = Pick<HistoryRow, 'key' | 'label' | 'onDate'>

export type NewRowProblem =
  | { kind: 'empty' | 'notARank' | 'notAYear' | 'notAnAgreement' | 'noWord' }
  | { kind: 'notADate' | 'inTheFuture' }

const LONGEST_LABEL = 120
const LONGEST_SLUG = 40

/** `named`: what it is called, or for ranks, years and agreements which; `date`: where one is asked. */
export function readNewRow(
  { cardinality }: Pick<RecordType, 'cardinality'>,
  { named, date }: { named: string; date: string },
  today: CivilDate,
): Result<NewRow, NewRowProblem> {
  const text = oneLine(named, LONGEST_LABEL)
  if (text === '') return no({ kind: 'empty' })
  const key = keyIn(cardinality, text)
  if (!key.ok) return key
  if (!asksDate(cardinality)) return ok({ key: key.value, label: text, onDate: undefined })
  const onDate = parseTypedDate(date)
  if (!onDate) return no({ kind: 'notADate' })
  const day = civilDateText(onDate)
  if (day > civilDateText(today)) return no({ kind: 'inTheFuture' })
  return ok({ key: `${key.value}-${day}`, label: text, onDate })
}

/** Two events may be called alike; ranks, years, levels and agreements are had once. */
export function asksDate(cardinality: Cardinality): boolean {
  return cardinality === 'perEvent'
}

function keyIn(cardinality: Cardinality, text: string): Result<string, NewRowProblem> {
  switch (cardinality) {
    case 'one':
      return no({ kind: 'noWord' })
    case 'perRank': {
      const plain = text.replace(/[^A-Za-z]/g, '').toUpperCase()
      const rank = RANKS.find((one) => one.replace('/', '').toUpperCase() === plain)
      return rank ? ok(rank) : no({ kind: 'notARank' })
    }
    case 'perYear':
      return isHistoryKey(cardinality, text) ? ok(text) : no({ kind: 'notAYear' })
    case 'perAgreement':
      return isHistoryKey(cardinality, text) ? ok(text) : no({ kind: 'notAnAgreement' })
    case 'perLevel':
    case 'perEvent':
      return slugOf(text)
  }
}

/** Letters and digits alone, as it stands in addresses. */
function slugOf(text: string): Result<string, NewRowProblem> {
  const slug = text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return slug === '' ? no({ kind: 'noWord' }) : ok(slug)
}
