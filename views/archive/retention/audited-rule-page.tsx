import type { Forecast } from '#domain/archive/retention/forecast.ts'
import { AskedFacts } from '../../audit/asked-facts.tsx'
import { AuditedEvents, type ShownEvent } from '../../audit/audited-events.tsx'
import type { Frame, Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import {
  AUDITED_RULE,
  inForceTexts,
  ruleEventText,
  ruleStateText,
  shortensText,
} from './audited-rule-words.ts'
import type { AuditedRule } from './audited-rules-page.tsx'
import { Foreseen } from './forecast-page.tsx'
import { EXAMPLE } from './rule-words.ts'
import { TermsFacts } from './terms-facts.tsx'

type RuleEvent = Omit<ShownEvent, 'what'> & { name: Parameters<typeof ruleEventText>[0] }

type Whole = AuditedRule & {
  /** What its asker saw, and its hash, which the publishing tells. */
  foreseen: { forecast: Forecast; sha256: string | undefined } | undefined
  events: readonly RuleEvent[]
}

type Props = { frame: Frame; request: Whole; names: TypeNames }

/** What was asked of a rule and what came of it, for whoever changes nothing in it. */
export function auditedRulePage(props: Props): Page {
  return { title: AUDITED_RULE.title, main: <Audited {...props} />, frame: props.frame }
}

function Audited(props: Props) {
  const { frame, request, names } = props
  return (
    <section id="usulan" class="card">
      <h1>{AUDITED_RULE.title}</h1>
      {request.shortens && (
        <p>
          <span class="state bad">{shortensText(request.before)}</span>
        </p>
      )}
      <Facts {...props} />
      <AuditedEvents
        frame={frame}
        caption={AUDITED_RULE.history}
        events={request.events.map((event) => ({ ...event, what: ruleEventText(event.name) }))}
        none={AUDITED_RULE.noEvents}
      />
      <h2>{AUDITED_RULE.after}</h2>
      <TermsFacts terms={request.terms} names={names} />
      <Before {...props} />
      <Seen {...props} />
      <p class="actions">
        <a href={paths.auditedRules}>{AUDITED_RULE.all}</a>
      </p>
    </section>
  )
}

function Facts({ frame, request }: Props) {
  const { zone } = frame.clock
  const { published } = request
  return (
    <dl class="facts">
      <dt>Instansi</dt>
      <dd>{request.agencyName}</dd>
      <AskedFacts request={request} state={ruleStateText(request.state)} zone={zone} />
      {(published ? inForceTexts(published) : []).map(([label, text]) => (
        <>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </>
      ))}
    </dl>
  )
}

function Before({ request, names }: Props) {
  const { before } = request
  return (
    <>
      <h2>{AUDITED_RULE.before}</h2>
      {before && !before.verified && <p class="hint">Aturan ini {EXAMPLE}.</p>}
      {before ? (
        <TermsFacts terms={before} names={names} />
      ) : (
        <p class="none">{AUDITED_RULE.noBefore}</p>
      )}
    </>
  )
}

function Seen({ frame, request }: Props) {
  const { foreseen } = request
  if (!foreseen) return null
  return (
    <>
      <h2>{AUDITED_RULE.foreseen}</h2>
      <Foreseen forecast={foreseen.forecast} now={frame.clock.now} isAudited />
      {foreseen.sha256 && (
        <p class="hint">
          SHA-256: <code class="verbatim">{foreseen.sha256}</code>
        </p>
      )}
    </>
  )
}
