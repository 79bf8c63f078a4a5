import type { Zone } from '#domain/agency.ts'
import type { ToldEvent } from '#domain/archive/told-event.ts'
import { momentText } from '../../parts/time-words.ts'
import { actorText, eventText } from '../event-words.ts'
import { RECORD } from './record-words.ts'

type Props = { events: readonly ToldEvent[]; isOwn: boolean; zone: Zone }

/** Everything that became of a record, the newest first. */
export function Timeline({ events, isOwn, zone }: Props) {
  return (
    <section class="card">
      <h2>{RECORD.happened}</h2>
      <ol class="log">
        {events.map((event) => (
          <li>
            <p class="hint">{momentText(event.at, zone)}</p>
            <p>{eventText(event)}</p>
            <p class="hint">{actorText(event.by, isOwn)}.</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
