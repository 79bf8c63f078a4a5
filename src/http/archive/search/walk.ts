import type { Context } from 'hono'
import { parseRecordsAsked } from '#domain/archive/find-records.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import { parseTypedDate } from '#domain/archive/typed-date.ts'
import { parseVersionId } from '#domain/archive/version.ts'
import type { SearchWalk } from '#views/archive/search/search-query.ts'
import { STATUS_NAMES } from '#views/archive/search/search-words.ts'
import type { ForPerson } from '../../../deps.ts'
import type { ListedVersion, VersionsPage } from '../../../store/archive/find-versions.ts'

const LONGEST = 100
const ON_A_PAGE = 20

/** What the address asks for, among these types. */
export function searchWalkOf(c: Context<ForPerson>, types: readonly RecordType[]): SearchWalk {
  const text = (c.req.query('kata') ?? '').slice(0, LONGEST)
  const state = c.req.query('keadaan') ?? ''
  const typed = {
    text,
    type: c.req.query('jenis') ?? '',
    year: c.req.query('tahun') ?? '',
    status: Object.entries(STATUS_NAMES).find(([, name]) => name === state)?.[0] ?? '',
  }
  const on = parseTypedDate(c.req.query('tanggal') ?? '')
  const asked = parseRecordsAsked(typed, types)
  return { asked, text, on, before: c.req.query('sebelum'), contents: false, fromPage: undefined }
}

/** Where one's own is looked for; `isi`: in what stands in it too, from a page on. */
export function ownWalkOf(c: Context<ForPerson>, types: readonly RecordType[]): SearchWalk {
  const page = c.req.query('halaman') ?? ''
  return {
    ...searchWalkOf(c, types),
    contents: c.req.query('isi') === 'ya',
    fromPage: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : undefined,
  }
}

/** One more than is shown tells whether another page follows. */
export function searchPageOf({ before, fromPage }: SearchWalk): VersionsPage {
  const [, ms = '', id = ''] = /^(\d{1,15})\.(.+)$/.exec(before ?? '') ?? []
  const version = parseVersionId(id)
  const isFirst = fromPage !== undefined
  const place = version && { at: new Date(Number(ms)), id: version, isFirst }
  return { before: place, atMost: ON_A_PAGE + 1 }
}

/** What is shown, and where the list goes on. */
export function cutPage<Found extends ListedVersion>(walk: SearchWalk, found: readonly Found[]) {
  const shown = found.slice(0, ON_A_PAGE)
  const last = shown.at(-1)
  const isMore = found.length > ON_A_PAGE && last !== undefined
  return { shown, next: isMore ? goneOn(walk, last) : undefined }
}

/** After that version, or with one of its pages. */
export function goneOn(
  walk: SearchWalk,
  { receivedAt, id }: ListedVersion,
  fromPage?: number,
): SearchWalk {
  return { ...walk, before: `${receivedAt.getTime()}.${id}`, fromPage }
}
