import type { RecordsAsked } from '#domain/archive/find-records.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { STATUS_NAMES } from './search-words.ts'

/**
 * `text`: as it was typed; `on`: what was in force at the end of that day, in one's own archive;
 * `before`: the last of the page before, in one word.
 */
export type SearchWalk = {
  asked: RecordsAsked
  text: string
  on: CivilDate | undefined
  before: string | undefined
}

/** What leads to this page of the search. */
export function searchQuery({ asked, text, on, before }: SearchWalk): string {
  const { type, year, status } = asked
  const query = new URLSearchParams({
    ...(text && { kata: text }),
    ...(type && { jenis: type }),
    ...(year && { tahun: String(year) }),
    ...(status && { keadaan: STATUS_NAMES[status] }),
    ...(on && { tanggal: civilDateText(on) }),
    ...(before && { sebelum: before }),
  })
  return query.size > 0 ? `?${query}` : ''
}
