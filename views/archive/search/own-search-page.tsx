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
import { type SearchWalk, searchQuery } from './search-query.ts'
import { onDayText, SEARCH } from './search-words.ts'

/** A version that fits; `called`: the document. */
export type FoundVersion = {
  record: string
  no: number
  called: string
  status: VersionStatus
  receivedAt: Date
}

/** `next`: the walk of the page that follows. */
export type OwnSearchProps = {
  frame: Frame
  walk: SearchWalk
  types: readonly RecordType[]
  found: readonly FoundVersion[] | 'nothingAsked'
  next: SearchWalk | undefined
}

export function ownSearchPage(props: OwnSearchProps): Page {
  return { title: SEARCH.title, main: <Search {...props} />, frame: props.frame, sheet: 'archive' }
}

function Search({ frame, walk, types, found, next }: OwnSearchProps) {
  return (
    <section id="cari" class="card">
      <h1>{SEARCH.title}</h1>
      <SearchForm action={paths.archiveSearch} walk={walk} types={types} withDay />
      {walk.on && <p>{onDayText(walk.on)}</p>}
      {found === 'nothingAsked' ? (
        <p class="none">{SEARCH.nothingAsked}</p>
      ) : (
        <Found frame={frame} walk={walk} found={found} />
      )}
      <p class="actions">
        {next && <a href={paths.archiveSearchOf(searchQuery(next))}>{SEARCH.older}</a>}
        {walk.before && (
          <a href={paths.archiveSearchOf(searchQuery({ ...walk, before: undefined }))}>
            {SEARCH.first}
          </a>
        )}
        <a href={paths.archive}>{ARCHIVE.back}</a>
      </p>
    </section>
  )
}

type FoundProps = { frame: Frame; walk: SearchWalk; found: readonly FoundVersion[] }

function Found({ frame, walk, found }: FoundProps) {
  if (found.length === 0) return <Notice text={walk.before ? SEARCH.nothingMore : SEARCH.nothing} />
  return (
    <>
      <h2>{SEARCH.found}</h2>
      <ul class="shelf">
        {found.map(({ record, no, called, status, receivedAt }) => (
          <li>
            <a href={paths.archiveRecord(record, no)}>{called}</a>
            <Mark
              text={`${statusText(status)}, versi ${no}, ${dayText(receivedAt, frame.clock.zone)}`}
              isGood={status === 'verified'}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
