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
  return { asked: parseRecordsAsked(typed, types), text, on, before: c.req.query('sebelum') }
}

/** One more than is shown tells whether another page follows. */
export function searchPageOf({ before }: SearchWalk): VersionsPage {
  const [, ms = '', id = ''] = /^(\d{1,15})\.(.+)$/.exec(before ?? '') ?? []
  const version = parseVersionId(id)
  return { before: version && { at: new Date(Number(ms)), id: version }, atMost: ON_A_PAGE + 1 }
}

/** What is shown, and where the list goes on. */
export function cutPage<Found extends ListedVersion>(walk: SearchWalk, found: readonly Found[]) {
  const shown = found.slice(0, ON_A_PAGE)
  const last = shown.at(-1)
  const isMore = found.length > ON_A_PAGE && last !== undefined
  const next = isMore ? { ...walk, before: `${last.receivedAt.getTime()}.${last.id}` } : undefined
  return { shown, next }
}
