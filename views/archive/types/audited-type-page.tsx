import { AskedFacts } from '../../audit/asked-facts.tsx'
import { AuditedEvents, type ShownEvent } from '../../audit/audited-events.tsx'
import type { Frame, Page } from '../../page.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { AUDITED_TYPE, typeStateText } from './audited-type-words.ts'
import type { AuditedType } from './audited-types-page.tsx'
import { TypeChanges } from './type-changes.tsx'

type Whole = AuditedType & { events: readonly Omit<ShownEvent, 'what'>[] }

type Props = { frame: Frame; request: Whole }

/** What was asked of a type and what came of it, for whoever changes nothing in it. */
export function auditedTypePage(props: Props): Page {
  return { title: AUDITED_TYPE.title, main: <Audited {...props} />, frame: props.frame }
}

function Audited(props: Props) {
  const { frame, request } = props
  return (
    <section id="jenis-arsip" class="card">
      <h1>{AUDITED_TYPE.title}</h1>
      <Facts {...props} />
      <AuditedEvents
        frame={frame}
        caption={AUDITED_TYPE.history}
        events={request.events.map((event) => ({ ...event, what: AUDITED_TYPE.applied }))}
        none={AUDITED_TYPE.noEvents}
      />
      <h2>{AUDITED_TYPE.changes}</h2>
      <TypeChanges
        before={request.before}
        terms={request.terms}
        beforeLabel={AUDITED_TYPE.before}
      />
      <p class="actions">
        <a href={paths.auditedTypes}>{AUDITED_TYPE.all}</a>
      </p>
    </section>
  )
}

function Facts({ frame, request }: Props) {
  const { zone } = frame.clock
  return (
    <dl class="facts">
      <dt>Jenis arsip</dt>
      <dd>{request.typeName}</dd>
      <AskedFacts request={request} state={typeStateText(request.state)} zone={zone} />
      {request.state === 'applied' && (
        <>
          <dt>Berlaku sejak</dt>
          <dd>{momentText(request.decidedAt, zone)}</dd>
        </>
      )}
    </dl>
  )
}
