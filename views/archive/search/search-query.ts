import type { RecordsAsked } from '#domain/archive/find-records.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { STATUS_NAMES } from './search-words.ts'

/**
 * `text`: as it was typed; `on`: what was in force at the end of that day, in one's own archive;
 * `before`: the last of the page before, in one word. `contents`: what stands in one's own documents
 * too; `fromPage`: the one of `before` is gone on with at that page of it.
 */
export type SearchWalk = {
  asked: RecordsAsked
  text: string
  on: CivilDate | undefined
  before: string | undefined
  contents: boolean
  fromPage: number | undefined
}

/** What leads to this page of the search. */
export function searchQuery({ asked, text, on, ...walk }: SearchWalk): string {
  const { type, year, status } = asked
  const { before, contents, fromPage } = walk
  const query = new URLSearchParams({
    ...(text && { kata: text }),
    ...(type && { jenis: type }),
    ...(year && { tahun: String(year) }),
    ...(status && { keadaan: STATUS_NAMES[status] }),
    ...(on && { tanggal: civilDateText(on) }),
    ...(contents && { isi: 'ya' }),
    ...(before && { sebelum: before }),
    ...(before && fromPage && { halaman: String(fromPage) }),
  })
  return query.size > 0 ? `?${query}` : ''
}

/** The same search from its beginning. */
export function fromFirst(walk: SearchWalk): SearchWalk {
  return { ...walk, before: undefined, fromPage: undefined }
}
