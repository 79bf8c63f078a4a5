import type { Zone } from '#domain/agency.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { ToldEvent } from '#domain/archive/told-event.ts'
import { Tile } from '../../parts/tile.tsx'
import { dayText } from '../../parts/time-words.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { eventText } from '../event-words.ts'
import { ARCHIVE } from './overview-words.ts'

/** Something that others, or the portal, did about a record of one's own; `called`: that record. */
export type ShownNews = ToldEvent & { record: RecordId; called: string }

type Props = { news: readonly ShownNews[]; side: ArchiveSide; zone: Zone }

export function NewsTile({ news, side, zone }: Props) {
  if (news.length === 0) return null
  return (
    <Tile heading={ARCHIVE.notices}>
      <ul class="log">
        {news.map(({ record, called, ...event }) => (
          <li>
            <p class="hint">{dayText(event.at, zone)}</p>
            <p>
              <a href={side.record(record)}>{called}</a>
            </p>
            <p>{eventText(event)}</p>
          </li>
        ))}
      </ul>
    </Tile>
  )
}
