import type { Zone } from '#domain/agency.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { EventId, ToldEvent } from '#domain/archive/told-event.ts'
import { Tile } from '../../parts/tile.tsx'
import { dayText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { eventText } from '../event-words.ts'
import { NEWS } from './news-words.ts'
import { ARCHIVE } from './overview-words.ts'

/** Something that others, or the portal, did about a record of one's own; `called`: that record. */
export type ShownNews = ToldEvent & {
  event: EventId
  record: RecordId | undefined
  called: string
  isUnread: boolean
}

type Props = { news: readonly ShownNews[]; side: Pick<ArchiveSide, 'record'>; zone: Zone }

export function NewsTile(props: Props) {
  if (props.news.length === 0) return null
  return (
    <Tile heading={ARCHIVE.notices}>
      <NewsList {...props} />
      <p>
        <a class="way" href={paths.archiveNews}>
          {NEWS.all}
        </a>
      </p>
    </Tile>
  )
}

export function NewsList({ news, side, zone }: Props) {
  return (
    <ul class="log">
      {news.map(({ record, called, isUnread, ...event }) => (
        <li>
          <p class="hint">
            {dayText(event.at, zone)}
            {isUnread && <span class="here">{NEWS.unread}</span>}
          </p>
          <p>{record ? <a href={side.record(record)}>{called}</a> : called}</p>
          <p>{eventText(event)}</p>
        </li>
      ))}
    </ul>
  )
}
