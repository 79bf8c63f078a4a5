import type { RecordsAsked } from '#domain/archive/find-records.ts'
import { STATUS_NAMES } from './search-words.ts'

/** `text`: as it was typed; `before`: the last of the page before, in one word. */
export type SearchWalk = { asked: RecordsAsked; text: string; before: string | undefined }

/** What leads to this page of the search. */
export function searchQuery({ asked, text, before }: SearchWalk): string {
  const { type, year, status } = asked
  const query = new URLSearchParams({
    ...(text && { kata: text }),
    ...(type && { jenis: type }),
    ...(year && { tahun: String(year) }),
    ...(status && { keadaan: STATUS_NAMES[status] }),
    ...(before && { sebelum: before }),
  })
  return query.size > 0 ? `?${query}` : ''
}
