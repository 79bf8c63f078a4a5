import type { BatchAct } from '#domain/archive/destruction/acts.ts'
import { stateOfPaper } from '#domain/archive/destruction/add-paper.ts'
import type { Batch } from '#domain/archive/destruction/batch.ts'
import { standingSignature } from '#domain/archive/destruction/batch.ts'
import { hasOwnFile, type KeptPaper } from '#domain/archive/destruction/paper.ts'
import type { StandingStep } from '#domain/archive/destruction/procedure.ts'
import type { PersonId } from '#domain/person.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { Notice } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { ACT_PLACES, DONE } from './act-places.ts'
import { ACT_WORDS } from './act-words.ts'
import {
  ADD_PDF,
  answerText,
  appraiseText,
  BATCH,
  BATCHES,
  batchStateText,
  batchTitle,
  civilText,
  countsText,
  missingText,
  NO_PDF,
  PAPER_PDF,
  paperText,
  seatText,
  stepStateText,
  stepText,
} from './batch-words.ts'

type Named = { name: string; nip: string }

type Props = {
  frame: Frame
  batch: Batch
  number: string
  names: ReadonlyMap<PersonId, Named>
  papers: readonly KeptPaper[]
  counts: { open: number; destroyed: number }
  steps: readonly StandingStep[]
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
      <h2>{BATCH.hash}</h2>
      <p>
        <code>{batch.manifest.sha256}</code>
      </p>
      <p class="hint">{BATCH.hashHint}</p>
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

function Steps({ steps, frame }: Props) {
  return (
    <table>
      <caption>{BATCH.steps}</caption>
      <thead>
        <tr>
          <th scope="col">Tahap</th>
          <th scope="col">Keadaan</th>
          <th scope="col">Yang belum ada</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, state, missing }, at) => (
          <tr>
            <th scope="row">
              {at + 1}. {stepText(step)}
            </th>
            <td>
              <span class="state">{stepStateText(state)}</span>
            </td>
            <td>
              {missing.map((one) => (
                <p class="hint">{missingText(one, frame.clock.zone)}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Parties({ batch, names, frame }: Props) {
  return (
    <table>
      <caption>{BATCH.panel}</caption>
      <thead>
        <tr>
          <th scope="col">Kursi</th>
          <th scope="col">Nama</th>
          <th scope="col">Tanda tangan</th>
        </tr>
      </thead>
      <tbody>
        {batch.parties.map(({ person, seat }) => {
          const { name = '', nip = '' } = names.get(person) ?? {}
          const signed = standingSignature(batch, person)
          return (
            <tr>
              <th scope="row">{seatText(seat)}</th>
              <td>
                {name}
                <br />
                <span class="hint">{nipText(nip)}</span>
              </td>
              <td>{signed ? momentText(signed.at, frame.clock.zone) : BATCH.unsigned}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Papers(props: Props) {
  const { papers } = props
  if (papers.length === 0) return <p class="none">{BATCH.noPapers}</p>
  return (
    <table>
      <caption>{BATCH.papers}</caption>
      <thead>
        <tr>
          <th scope="col">Surat</th>
          <th scope="col">Nomor</th>
          <th scope="col">Tanggal</th>
          <th scope="col">Penerbit</th>
          <th scope="col">Berkas</th>
        </tr>
      </thead>
      <tbody>
        {papers.map(({ kind, number, dated, issuer, sha256 }) => (
          <tr>
            <th scope="row">{paperText(kind)}</th>
            <td>
              <span class="label">Nomor </span>
              {number}
            </td>
            <td>{civilText(dated)}</td>
            <td>{issuer}</td>
            <td>{hasOwnFile(kind) && <PaperFile {...props} kind={kind} sha256={sha256} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** To be read by whoever may see the list, and brought by whoever may note papers now. */
function PaperFile({ batch, acts, kind, sha256 }: Props & Pick<KeptPaper, 'kind' | 'sha256'>) {
  if (sha256)
    return (
      <a href={paths.batchPaper(batch.id, kind)} download="">
        {PAPER_PDF}
      </a>
    )
  const mayAdd = acts.includes('addPaper') && stateOfPaper(kind) === batch.state
  return mayAdd ? <a href={paths.batchPaperForm(batch.id, kind)}>{ADD_PDF}</a> : NO_PDF
}
