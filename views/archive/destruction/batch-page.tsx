import type { BatchAct } from '#domain/archive/destruction/acts.ts'
import type { StandingStep } from '#domain/archive/destruction/procedure.ts'
import type { Page } from '../../page.tsx'
import { Notice } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { ACT_PLACES, DONE } from './act-places.ts'
import { ACT_WORDS } from './act-words.ts'
import { ManifestHash, Papers, Parties, type ShownBatch, Steps } from './batch-parts.tsx'
import {
  answerText,
  appraiseText,
  BATCH,
  BATCHES,
  batchStateText,
  batchTitle,
  countsText,
} from './batch-words.ts'

type Props = ShownBatch & {
  acts: readonly BatchAct[]
  /** Objections that wait for whoever looks, and the first record of them. */
  toAnswer: { record: string; count: number } | undefined
  isSubject: boolean
  done: keyof typeof DONE | undefined
}

/** Where a list stands in the procedure, what is missing, and what whoever looks can do. */
export function batchPage(props: Props): Page {
  return { title: batchTitle(props.number), main: <BatchFrame {...props} />, frame: props.frame }
}

function BatchFrame(props: Props) {
  const { batch, number, counts, frame, done } = props
  return (
    <section id="daftar" class="card">
      <h1>{batchTitle(number)}</h1>
      <Notice text={done && DONE[done]} />
      <p class="lead">
        {batchStateText(batch.state)} · {countsText(counts)}
      </p>
      <p class="hint">Sejak {momentText(batch.since, frame.clock.zone)}</p>
      <Ways {...props} />
      <Steps {...props} />
      <Parties {...props} />
      <Papers {...props} />
      <ManifestHash batch={batch} />
      <p class="actions">
        <a href={paths.batches}>{BATCHES.all}</a>
      </p>
    </section>
  )
}

/** What comes first stands first: before anybody signs, each record is appraised. */
function Ways({ batch, steps, acts, counts, toAnswer, isSubject }: Props) {
  const hasNothing = !isSubject && !toAnswer && acts.length === 0
  const unappraised = acts.includes('sign') ? unappraisedOf(steps) : 0
  const isLed = toAnswer !== undefined || unappraised > 0
  return (
    <nav aria-label={BATCH.ways}>
      {isSubject && <p class="aside">{BATCH.concerned}</p>}
      {hasNothing && <p class="hint">{BATCH.nothing}</p>}
      <p class="actions">
        {toAnswer && (
          <a class="button" href={paths.batchItem(batch.id, toAnswer.record)}>
            {answerText(toAnswer.count)}
          </a>
        )}
        {unappraised > 0 && (
          <a class="button" href={paths.batchItems(batch.id)}>
            {appraiseText(unappraised)}
          </a>
        )}
        {acts.map((act, at) => (
          <a
            class={at === 0 && !isLed ? 'button' : 'button quiet'}
            href={paths.batchAct(batch.id, ACT_PLACES[act])}
          >
            {ACT_WORDS[act].title}
          </a>
        ))}
        {unappraised === 0 && <a href={paths.batchItems(batch.id)}>{BATCH.list}</a>}
        {batch.state === 'closed' && counts.destroyed > 0 && (
          <a href={paths.batchCertificate(batch.id)}>{BATCH.certificate}</a>
        )}
      </p>
    </nav>
  )
}

function unappraisedOf(steps: readonly StandingStep[]): number {
  const missing = steps.flatMap((step) => step.missing)
  return missing.reduce((sum, one) => (one.kind === 'unappraised' ? sum + one.count : sum), 0)
}
