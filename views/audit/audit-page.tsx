import type { Role } from '#domain/access/mandate.ts'
import type { AuditAsked } from '#domain/audit/asked.ts'
import type { Happening } from '#domain/audit/event.ts'
import { happeningText } from '../account/happening-words.ts'
import { CARE_TITLE } from '../archive/care/care-words.ts'
import { AUDITED_CUSTODIES } from '../archive/custody/audited-custody-words.ts'
import { AUDITED } from '../archive/destruction/audited-words.ts'
import { AUDITED_HOLDS } from '../archive/holds/audited-hold-words.ts'
import { AUDITED_RULES } from '../archive/retention/audited-rule-words.ts'
import { AUDITED_TYPES } from '../archive/types/audited-type-words.ts'
import { LOG } from '../nation/log-words.ts'
import type { Frame, Page } from '../page.tsx'
import { nipText } from '../parts/nip-words.ts'
import { originText } from '../parts/origin-words.ts'
import { titleOf } from '../parts/problem.tsx'
import { roleText } from '../parts/role-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { ExportList, type ShownExport } from './audit-exports.tsx'
import { AuditForm, type AuditTyped } from './audit-form.tsx'
import { AUDIT, type AuditProblem, auditTold, NO_ALARMS, NO_EVENTS } from './audit-words.ts'

type ShownEvent = {
  id: number
  at: Date
  browser: string
  network: string
  happening: Happening
  reason: string | undefined
  by: { name: string; role: Role | undefined; agency: string | undefined }
  about: { id: string; name: string; nip: string }
}

type Props = {
  frame: Frame
  typed: AuditTyped
  asked: AuditAsked
  events: readonly ShownEvent[]
  alarms: readonly ShownEvent[]
  exports: readonly ShownExport[]
  older: number | undefined
  isNewest: boolean
}

const TITLE = 'Jejak petugas'

export function auditPage(props: Props): Page {
  return { title: TITLE, main: <Audit {...props} />, frame: props.frame }
}

/** Only the form, with what is wrong in it: nothing was looked at. */
export function auditRefusedPage(props: {
  frame: Frame
  typed: AuditTyped
  problem: AuditProblem
}): Page {
  const { frame, typed, problem } = props
  const told = auditTold(problem)
  const main = (
    <section class="card">
      <h1>{TITLE}</h1>
      <p>{AUDIT}</p>
      <AuditForm csrf={frame.csrf} typed={typed} told={told} />
    </section>
  )
  return { title: titleOf(TITLE, told), main, frame }
}

function Audit(props: Props) {
  const { frame, typed, asked, alarms, exports, isNewest } = props
  return (
    <div class="stack">
      <section class="card">
        <h1>{TITLE}</h1>
        <p>{AUDIT}</p>
        <p class="actions">
          <a href={paths.auditedBatches}>{AUDITED.title}</a>
          <a href={paths.auditedHolds}>{AUDITED_HOLDS.title}</a>
          <a href={paths.auditedCustodies}>{AUDITED_CUSTODIES.title}</a>
          <a href={paths.auditedRules}>{AUDITED_RULES.title}</a>
          <a href={paths.auditedTypes}>{AUDITED_TYPES.title}</a>
          <a href={paths.nationCare}>{CARE_TITLE}</a>
          <a href={paths.nationLog}>{LOG.title}</a>
        </p>
        <AuditForm csrf={frame.csrf} typed={typed} told={undefined} />
      </section>
      {isNewest && (
        <section class="card">
          <h2>Batas harian</h2>
          {alarms.length === 0 ? (
            <p class="none">{NO_ALARMS}</p>
          ) : (
            <EventList frame={frame} events={alarms} />
          )}
        </section>
      )}
      {isNewest && <ExportList zone={frame.clock.zone} asked={asked} exports={exports} />}
      {asked.kind !== 'exports' && <Events {...props} />}
    </div>
  )
}

function Events({ frame, asked, events, older, isNewest }: Props) {
  return (
    <section class="card">
      <h2>Catatan</h2>
      {events.length === 0 ? (
        <p class="none">{NO_EVENTS}</p>
      ) : (
        <EventList frame={frame} events={events} />
      )}
      <p class="actions">
        {older !== undefined && (
          <a class="button quiet" href={paths.auditOf(asked, older)}>
            Yang lebih lama
          </a>
        )}
        {!isNewest && <a href={paths.auditOf(asked)}>Yang terbaru</a>}
      </p>
    </section>
  )
}

function EventList({ frame, events }: { frame: Frame; events: readonly ShownEvent[] }) {
  return (
    <ol class="log">
      {events.map((event) => (
        <EventLine frame={frame} event={event} />
      ))}
    </ol>
  )
}

function EventLine({ frame, event }: { frame: Frame; event: ShownEvent }) {
  const { zone } = frame.clock
  const { by, about, reason } = event
  return (
    <li>
      <p class="hint">
        {momentText(event.at, zone)}, {originText(event)}
      </p>
      <p>{happeningText(event.happening, zone)}</p>
      <p>
        Oleh {[by.name, by.role && roleText(by.role), by.agency].filter(Boolean).join(', ')}
        {reason && `. Alasan: ${reason}`}
      </p>
      <p>
        Tentang {about.name}, <code>{nipText(about.nip)}</code>
      </p>
    </li>
  )
}
