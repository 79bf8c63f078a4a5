import type { CivilDate } from '../civil-date.ts'
import { RANKS } from './metadata-fields.ts'
import type { Cardinality } from './record-type.ts'

/** Who says that it happened: the national data, or whoever uploaded its document. */
export type HistorySource = 'national' | 'person' | 'officer'

/** One event of a career, which a document is expected to prove. `key` names it within its type. */
export type HistoryRow = {
  type: string
  key: string
  label: string
  onDate: CivilDate | undefined
  source: HistorySource
}

/** Plain signs, since it stands in addresses and file names; # tells a part from its row. */
const KEY = /^[A-Za-z0-9]([A-Za-z0-9 ._/()+-]{0,62}[A-Za-z0-9.)+])?$/

/**
 * What names a row of a history of this kind: a rank, a year, the number of an agreement, else a plain
 * word. `archive.is_history_key` says the same in SQL.
 */
export function isHistoryKey(cardinality: Cardinality, key: string): boolean {
  switch (cardinality) {
    case 'one':
      return false
    case 'perRank':
      return RANKS.includes(key)
    case 'perYear':
      return /^(19|20)[0-9]{2}$/.test(key)
    case 'perAgreement':
      return /^[1-9]$/.test(key)
    case 'perLevel':
    case 'perEvent':
      return isPlainKey(key)
  }
}

export function isPlainKey(key: string): boolean {
  return KEY.test(key)
}
