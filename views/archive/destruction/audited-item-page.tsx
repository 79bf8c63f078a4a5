import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { DestructionStep } from '#domain/archive/destruction/destroy-item.ts'
import type { DispositionException } from '#domain/archive/retention/rule.ts'
import type { ToldName } from '#domain/archive/told-event.ts'
import { AuditedEvents, type ShownEvent } from '../../audit/audited-events.tsx'
import type { Frame, Page } from '../../page.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { eventText } from '../event-words.ts'
import type { TypeNames } from '../record-name.ts'
import type { RuleSource } from '../retention-words.ts'
import { AUDITED_ITEM, failuresText, stepDoneText } from './audited-words.ts'
import { ItemFacts, type JudgedItem, Objecting } from './item-parts.tsx'

type Done = { by: string; at: Date }
type ItemEvent = Omit<ShownEvent, 'what'> & { name: ToldName; body: ArchiveEvent['body'] }

type AuditedItem = JudgedItem & {
  failures: number
  appraised: Done | undefined
  answered: Done | undefined
  steps: readonly { step: DestructionStep; at: Date }[]
  events: readonly ItemEvent[]
}

type Props = {
  frame: Frame
  batch: string
  shown: AuditedItem
  source: RuleSource | undefined
  exceptions: readonly DispositionException[]
  names: TypeNames
}

/** One record of a list: why it is there and what was done, and nothing of what stood in it. */
export function auditedItemPage(props: Props): Page {
  return { title: AUDITED_ITEM.title, main: <Audited {...props} />, frame: props.frame }
}

function Audited(props: Props) {
  const { shown, batch, frame } = props
  return (
    <section id="penilaian" class="card">
      <h1>{AUDITED_ITEM.title}</h1>
      <ItemFacts {...props} />
      <dl class="facts">
        <dt>{AUDITED_ITEM.appraised}</dt>
        <dd>{doneText(shown.appraised, frame)}</dd>
        <dt>{AUDITED_ITEM.failures}</dt>
        <dd>{failuresText(shown.failures)}</dd>
      </dl>
      <Objecting {...props} />
      {shown.answered && (
        <p class="hint">
          {AUDITED_ITEM.answered}: {doneText(shown.answered, frame)}
        </p>
      )}
      <Steps {...props} />
      <AuditedEvents
        frame={frame}
        caption={AUDITED_ITEM.events}
        events={shown.events.map((event) => ({
          ...event,
          what: eventText({ ...event, no: undefined }),
        }))}
      />
      <p class="actions">
        <a href={paths.auditedItems(batch)}>{AUDITED_ITEM.back}</a>
      </p>
    </section>
  )
}

function doneText(done: Done | undefined, { clock }: Frame): string {
  return done ? `${done.by}, ${momentText(done.at, clock.zone)}` : '–'
}

function Steps({ shown, frame }: Props) {
  return (
    <>
      <h2>{AUDITED_ITEM.steps}</h2>
      {shown.steps.length === 0 ? (
        <p class="none">{AUDITED_ITEM.noSteps}</p>
      ) : (
        <ol>
          {shown.steps.map(({ step, at }) => (
            <li>
              {stepDoneText(step)}, {momentText(at, frame.clock.zone)}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
