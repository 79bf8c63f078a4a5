import type { RecordType } from '#domain/archive/record-type.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { Notice } from '../../parts/problem.tsx'
import { dayText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { ARCHIVE } from '../overview/overview-words.ts'
import { statusText } from '../upload-words.ts'
import type { FoundVersion } from './own-search-page.tsx'
import { SearchForm } from './search-form.tsx'
import { fromFirst, type SearchWalk, searchQuery } from './search-query.ts'
import { SEARCH } from './search-words.ts'

/** Likewise of somebody whose records lie in custody. */
type FoundInCustody = FoundVersion & { person: string; name: string; nip: string }

export type AgencySearchProps = {
  frame: Frame
  walk: SearchWalk
  types: readonly RecordType[]
  found: readonly FoundInCustody[] | 'nothingAsked'
  next: SearchWalk | undefined
}

/** Finds by the data of documents, never by what stands in them; opening one asks for a purpose. */
export function agencySearchPage(props: AgencySearchProps): Page {
  return {
    title: SEARCH.ofAgency,
    main: <Search {...props} />,
    frame: props.frame,
    sheet: 'archive',
  }
}

function Search({ frame, walk, types, found, next }: AgencySearchProps) {
  return (
    <section id="cari" class="card">
      <h1>{SEARCH.ofAgency}</h1>
      <SearchForm action={paths.agencyArchive} walk={walk} types={types} />
      {found === 'nothingAsked' ? (
        <p class="none">{SEARCH.nothingAsked}</p>
      ) : (
        <Found frame={frame} walk={walk} found={found} />
      )}
      <p class="walk">
        {walk.before && (
          <a href={paths.agencyArchiveOf(searchQuery(fromFirst(walk)))}>{SEARCH.first}</a>
        )}
        {next && <a href={paths.agencyArchiveOf(searchQuery(next))}>{SEARCH.older}</a>}
      </p>
      <p class="actions">
        <a href={paths.desk}>{ARCHIVE.toDesk}</a>
      </p>
    </section>
  )
}

type FoundProps = { frame: Frame; walk: SearchWalk; found: readonly FoundInCustody[] }

function Found({ frame, walk, found }: FoundProps) {
  if (found.length === 0) return <Notice text={walk.before ? SEARCH.nothingMore : SEARCH.nothing} />
  return (
    <table>
      <caption>{SEARCH.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{SEARCH.document}</th>
          <th scope="col">{SEARCH.owner}</th>
          <th scope="col">{SEARCH.status}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((one) => (
          <tr>
            <th scope="row">
              <a href={paths.employeeRecord(one.person, one.record, undefined, one.no)}>
                {one.called}
              </a>
            </th>
            <td>
              {one.name}
              <br />
              <code>{nipText(one.nip)}</code>
            </td>
            <td>
              {`${statusText(one.status)}, versi ${one.no}, ${dayText(one.receivedAt, frame.clock.zone)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
