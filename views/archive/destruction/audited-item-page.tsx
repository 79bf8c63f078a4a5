import type { Role } from '#domain/access/mandate.ts'
import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { DestructionStep } from '#domain/archive/destruction/destroy-item.ts'
import type { DispositionException } from '#domain/archive/retention/rule.ts'
import type { ToldName } from '#domain/archive/told-event.ts'
import type { Frame, Page } from '../../page.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { eventText } from '../event-words.ts'
import type { TypeNames } from '../record-name.ts'
import type { RuleSource } from '../retention-words.ts'
import { AUDITED_ITEM, byText, failuresText, stepDoneText } from './audited-words.ts'
import { ItemFacts, type JudgedItem, Objecting } from './item-parts.tsx'

type Done = { by: string; at: Date }
type ShownEvent = {
  name: ToldName
  at: Date
  body: ArchiveEvent['body']
  by: string | undefined
  role: Role | undefined
  leaf: number | undefined
}

type AuditedItem = JudgedItem & {
  failures: number
  appraised: Done | undefined
  answered: Done | undefined
  steps: readonly { step: DestructionStep; at: Date }[]
  events: readonly ShownEvent[]
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
      <Events {...props} />
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

/** In their order, each with the number of its entry in the log. */
function Events({ shown, frame }: Props) {
  return (
    <table>
      <caption>{AUDITED_ITEM.events}</caption>
      <thead>
        <tr>
          <th scope="col">Kejadian</th>
          <th scope="col">Waktu</th>
          <th scope="col">{AUDITED_ITEM.leaves}</th>
        </tr>
      </thead>
      <tbody>
        {shown.events.map((event) => (
          <tr>
            <th scope="row">{eventText({ ...event, no: undefined })}</th>
            <td>
              {momentText(event.at, frame.clock.zone)}
              <p class="hint">{byText(event)}</p>
            </td>
            <td class="whole">
              <span class="label">{AUDITED_ITEM.leaves} </span>
              {event.leaf === undefined ? '–' : String(event.leaf)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
