import { isPlainKey } from '../archive/history.ts'
import type { CivilDate } from '../civil-date.ts'
import { type Nip, parseNip } from '../nip.ts'
import { no, ok, type Result } from '../result.ts'
import { parseCivilDate } from '../zone-day.ts'
import type { Refusal } from './finding.ts'
import { readName } from './person-fields.ts'

/** The columns of a file about histories; `label` and `date` may be empty, which says nothing. */
export const HISTORY_COLUMNS = ['nip', 'type', 'key', 'label', 'date'] as const

export type HistoryFields = Partial<Record<(typeof HISTORY_COLUMNS)[number], string>>

/** One event of somebody's career, as far as it can be read without knowing types and people. */
export type HistoryRecord = {
  nip: Nip
  type: string
  key: string
  label: string | undefined
  onDate: CivilDate | undefined
}

export function readHistoryRecord(fields: HistoryFields): Result<HistoryRecord, Refusal> {
  const nip = parseNip(fields.nip ?? '')
  if (!nip.ok) return no(`nip.${nip.problem}`)
  const [type, key, date] = [fields.type, fields.key, fields.date].map((text) => text?.trim() ?? '')
  if (!type || !/^[a-z][A-Za-z0-9]{1,30}$/.test(type)) return no('type')
  if (!key || !isPlainKey(key)) return no('key')
  const label = readName(fields.label)
  if (!label.ok) return no('label')
  const onDate = date ? parseCivilDate(date) : undefined
  if (date && !onDate) return no('date')
  return ok({ nip: nip.value, type, key, label: label.value, onDate })
}
