import type { RecordType } from '#domain/archive/record-type.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import type { Frame, Page } from '../../page.tsx'
import { Notice } from '../../parts/problem.tsx'
import { dayText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { ARCHIVE } from '../overview/overview-words.ts'
import { Mark } from '../overview/shelves.tsx'
import { statusText } from '../upload-words.ts'
import { SearchForm } from './search-form.tsx'
import { fromFirst, type SearchWalk, searchQuery } from './search-query.ts'
import { onDayText, type ReadInside, readInsideText, SEARCH, standsOnText } from './search-words.ts'

/** A version that fits; `called`: the document; `page`: where all of the words stand in it. */
export type FoundVersion = {
  record: string
  no: number
  called: string
  status: VersionStatus
  receivedAt: Date
  page?: number | undefined
}

/** `next`: the walk of the page that follows; `inside`: how far contents were read, where they were. */
export type OwnSearchProps = {
  frame: Frame
  walk: SearchWalk
  types: readonly RecordType[]
  found: readonly FoundVersion[] | 'nothingAsked'
  next: SearchWalk | undefined
  inside?: ReadInside | undefined
}

export function ownSearchPage(props: OwnSearchProps): Page {
  return { title: SEARCH.title, main: <Search {...props} />, frame: props.frame, sheet: 'archive' }
}

function Search({ frame, walk, types, found, next, inside }: OwnSearchProps) {
  return (
    <section id="cari" class="card">
      <h1>{SEARCH.title}</h1>
      <SearchForm action={paths.archiveSearch} walk={walk} types={types} isOwn />
      {walk.on && <p>{onDayText(walk.on)}</p>}
      {found === 'nothingAsked' ? (
        <p class="none">{SEARCH.nothingAsked}</p>
      ) : (
        <Found frame={frame} none={noneText(walk, inside)} found={found} />
      )}
      {inside && <p class="hint">{readInsideText(inside, next !== undefined)}</p>}
      <p class="actions">
        {next && (
          <a href={paths.archiveSearchOf(searchQuery(next))}>
            {inside ? SEARCH.goOn : SEARCH.older}
          </a>
        )}
        {walk.before && (
          <a href={paths.archiveSearchOf(searchQuery(fromFirst(walk)))}>{SEARCH.first}</a>
        )}
        <a href={paths.archive}>{ARCHIVE.back}</a>
      </p>
    </section>
  )
}

function noneText({ before }: SearchWalk, inside: ReadInside | undefined): string {
  if (inside) return SEARCH.noneHere
  return before ? SEARCH.nothingMore : SEARCH.nothing
}

type FoundProps = { frame: Frame; none: string; found: readonly FoundVersion[] }

function Found({ frame, none, found }: FoundProps) {
  if (found.length === 0) return <Notice text={none} />
  return (
    <>
      <h2>{SEARCH.found}</h2>
      <ul class="shelf">
        {found.map(({ record, no, called, status, receivedAt, page }) => (
          <li>
            <a href={paths.archiveRecord(record, no)}>{called}</a>
            <Mark
              text={`${statusText(status)}, versi ${no}, ${dayText(receivedAt, frame.clock.zone)}`}
              isGood={status === 'verified'}
            />
            {page && <a href={paths.archivePage(record, page, no)}>{standsOnText(page)}</a>}
          </li>
        ))}
      </ul>
    </>
  )
}
