import type { Happening } from '#domain/audit/event.ts'
import type { Frame, Page } from '../page.tsx'
import { originText } from '../parts/origin-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { happeningText } from './happening-words.ts'
import { HISTORY, NO_HISTORY, NOT_YOU } from './history-words.ts'
import { NotYou } from './not-you.tsx'

export type ShownEvent = {
  id: number
  at: Date
  happening: Happening
  browser: string
  network: string
}

type Props = {
  frame: Frame
  events: readonly ShownEvent[]
  /** The place of the last line shown, where older ones follow. */
  older: number | undefined
  isNewest: boolean
}

export function historyPage(props: Props): Page {
  return { title: 'Riwayat akun', main: <History {...props} />, frame: props.frame }
}

function History({ frame, events, older, isNewest }: Props) {
  return (
    <section id="riwayat" class="card">
      <h1>Riwayat akun</h1>
      <p>{HISTORY}</p>
      <NotYou text={NOT_YOU} />
      {events.length === 0 && <p class="none">{NO_HISTORY}</p>}
      <ol class="log">
        {events.map((event) => (
          <li>
            <p class="hint">{momentText(event.at, frame.clock.zone)}</p>
            <p>{happeningText(event.happening, frame.clock.zone)}</p>
            <p class="hint">{originText(event)}</p>
          </li>
        ))}
      </ol>
      <p class="actions">
        {older !== undefined && (
          <a class="button quiet" href={paths.historyBefore(older)}>
            Yang lebih lama
          </a>
        )}
        {!isNewest && <a href={paths.history}>Yang terbaru</a>}
        <a href={paths.account}>Kembali ke Akun</a>
      </p>
    </section>
  )
}
