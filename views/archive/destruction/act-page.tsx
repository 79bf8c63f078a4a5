import type { BatchAct } from '#domain/archive/destruction/acts.ts'
import { hasOwnFile, PAPER_MOST, type PaperKind } from '#domain/archive/destruction/paper.ts'
import type { Seat, WitnessSeat } from '#domain/archive/destruction/seat.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field, FileField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import { ACCEPTED, CHOOSE_AGAIN, FILE_FIELD, FILE_LABEL, fileHint } from '../upload-words.ts'
import { ACT_PLACES } from './act-places.ts'
import {
  ABSENT,
  ACT_WORDS,
  type BatchProblem,
  batchTold,
  FILE_LATER,
  PRESENT,
} from './act-words.ts'
import { BATCH, batchTitle, completeText, countsText, paperText, seatText } from './batch-words.ts'

export type TypedAct = {
  seat: string
  paper: string
  number: string
  dated: string
  issuer: string
}

/** `seats`, `papers`: those that can be chosen here and now. */
type Props = {
  frame: Frame
  act: BatchAct
  batch: { id: string; sha256: string }
  number: string
  counts: { open: number; destroyed: number }
  seats: readonly Seat[]
  papers: readonly PaperKind[]
  witnesses: readonly { seat: WitnessSeat; isThere: boolean }[]
  typed: TypedAct
  problem: BatchProblem | undefined
}

/** Asks first; what is signed is the list that stands on this page. */
export function batchActPage(props: Props): Page {
  const { act, frame } = props
  const title = titleOf(ACT_WORDS[act].title, toldOf(props))
  return { title, main: <Act {...props} />, frame }
}

function toldOf({ problem, frame }: Props): Told | undefined {
  return problem && batchTold(problem, frame.clock.now, frame.clock.zone)
}

function Act(props: Props) {
  const { frame, act, batch, number, counts } = props
  const { title, what, button } = ACT_WORDS[act]
  const told = toldOf(props)
  const place = paths.batchAct(batch.id, ACT_PLACES[act])
  const takesFile = act === 'addPaper' && props.papers.some(hasOwnFile)
  return (
    <section id="tindakan" class="card narrow">
      <h1>{title}</h1>
      <ProblemSummary told={told} />
      <Lacking {...props} />
      <p>
        {batchTitle(number)}, {countsText(counts)}
      </p>
      <p>{what}</p>
      {act === 'start' && <Witnesses {...props} />}
      <Form action={place} csrf={frame.csrf} {...(takesFile ? { hasFile: true } : REGION)}>
        {SIGNING.includes(act) && <Seen sha256={batch.sha256} />}
        {act === 'takeSeat' && <SeatField {...props} />}
        {act === 'addPaper' && <PaperFields {...props} />}
        <ProofField frame={frame} place={place} told={told} />
        {takesFile && <PaperFile {...props} />}
        <p class="actions">
          <button>{button}</button>
          <a href={paths.batch(batch.id)}>Batal</a>
        </p>
      </Form>
    </section>
  )
}

const REGION = { region: 'tindakan' }

/** Where what a step waits for is put down. */
function Lacking({ problem, batch }: Props) {
  if (problem?.kind !== 'papersMissing' && problem?.kind !== 'filesMissing') return null
  return (
    <ul>
      {problem.papers.map((paper) => (
        <li>
          <a href={paths.batchPaperForm(batch.id, paper)}>{completeText(paper)}</a>
        </li>
      ))}
    </ul>
  )
}

/** Last in the form: what stands before it is known by the time its bytes come. */
function PaperFile(props: Props) {
  const told = toldOf(props)
  const hint = `${fileHint('document', PAPER_MOST.bytes, PAPER_MOST.pages)} ${FILE_LATER}`
  return (
    <FileField
      name={FILE_FIELD}
      label={FILE_LABEL.document}
      hint={told && told.field !== FILE_FIELD ? `${hint} ${CHOOSE_AGAIN}` : hint}
      accept={ACCEPTED.document}
      multiple={false}
      told={told}
    />
  )
}

const SIGNING: readonly BatchAct[] = ['sign', 'approve', 'attend', 'start']

/** What is about to be signed, by its hash. */
function Seen({ sha256 }: { sha256: string }) {
  return (
    <>
      <input type="hidden" name="seen" value={sha256} />
      <p class="hint">
        {BATCH.hash}: <code>{sha256}</code>
      </p>
    </>
  )
}

function Witnesses({ witnesses }: Props) {
  return (
    <ul>
      {witnesses.map(({ seat, isThere }) => (
        <li>
          {seatText(seat)}: {isThere ? PRESENT : ABSENT}
        </li>
      ))}
    </ul>
  )
}

function SeatField(props: Props) {
  const choices = props.seats.map((seat) => ({ value: seat, label: seatText(seat) }))
  return (
    <ChoiceField
      name="seat"
      label="Kursi"
      choices={choices}
      value={props.typed.seat}
      told={toldOf(props)}
    />
  )
}

function PaperFields(props: Props) {
  const { papers, typed } = props
  const told = toldOf(props)
  const choices = papers.map((kind) => ({ value: kind, label: paperText(kind) }))
  return (
    <>
      <ChoiceField name="paper" label="Surat" choices={choices} value={typed.paper} told={told} />
      <Field name="number" label="Nomor" value={typed.number} autocomplete="off" told={told} />
      <Field name="dated" label="Tanggal" type="date" value={typed.dated} told={told} />
      <Field
        name="issuer"
        label="Penerbit"
        hint="Jabatan yang menerbitkan, misalnya Sekretaris Daerah."
        value={typed.issuer}
        autocomplete="off"
        told={told}
      />
    </>
  )
}
