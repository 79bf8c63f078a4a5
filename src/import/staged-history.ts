import type { Place } from '#domain/import/finding.ts'
import type { HistoryRecord } from '#domain/import/history-record.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { copyCell } from './copy-cell.ts'

export type StagedHistory = Place & HistoryRecord

/** In the order of `copyHistory`. */
export function copyHistoryLine({ file, line, nip, type, key, label, onDate }: StagedHistory) {
  const date = onDate && civilDateText(onDate)
  return `${file}\t${line}\t${[nip, type, key, label, date].map(copyCell).join('\t')}\n`
}
