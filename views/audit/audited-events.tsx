import type { Role } from '#domain/access/mandate.ts'
import type { Frame } from '../page.tsx'
import { momentText } from '../parts/time-words.ts'
import { AUDITED_EVENTS, byText } from './audit-words.ts'

/** `what`: in words; `leaf`: the number of its entry in the log. */
export type ShownEvent = {
  what: string
  at: Date
  by: string | undefined
  role: Role | undefined
  leaf: number | undefined
}

/** `none`: what is said where nothing of it becomes an entry. */
type Props = { frame: Frame; caption: string; events: readonly ShownEvent[]; none?: string }

/** In their order, each with the number of its entry in the log. */
export function AuditedEvents({ frame, caption, events, none }: Props) {
  if (none !== undefined && events.length === 0) return <p class="none">{none}</p>
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Kejadian</th>
          <th scope="col">Waktu</th>
          <th scope="col">{AUDITED_EVENTS.leaf}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr>
            <th scope="row">{event.what}</th>
            <td>
              {momentText(event.at, frame.clock.zone)}
              <p class="hint">{byText(event)}</p>
            </td>
            <LeafCell leaf={event.leaf} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function LeafCell({ leaf }: { leaf: number | undefined }) {
  return (
    <td class="whole">
      <span class="label">{AUDITED_EVENTS.leaf} </span>
      {leaf === undefined ? '–' : String(leaf)}
    </td>
  )
}
