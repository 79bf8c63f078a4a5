import type { DeskActKind } from '#domain/desk/act.ts'
import type { Frame, Page } from '../page.tsx'
import { Field, TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { nipText } from '../parts/nip-words.ts'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import type { DeskActPath } from '../path-names.ts'
import { paths } from '../paths.ts'
import {
  type ActProblem,
  actTold,
  REASON_FIELD,
  REASON_HINT,
  TICKET_FIELD,
  WORDS,
} from './act-words.ts'

type Props = {
  frame: Frame
  kind: DeskActKind
  place: DeskActPath
  person: { id: string; name: string; nip: string }
  /** The list one came from, carried to the page of the person. */
  walk: string
  typed: { reason: string; ticket: string }
  problem: ActProblem | undefined
}

/** Asks first, for a reason; what it says is what happens. */
export function actPage(props: Props): Page {
  const { frame, kind, problem } = props
  const told = problem && actTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(WORDS[kind].title, told), main: <Act {...props} />, frame }
}

function Act({ frame, kind, place, person, walk, typed, problem }: Props) {
  const { title, button, what, reason } = WORDS[kind]
  const told = problem && actTold(problem, frame.clock.now, frame.clock.zone)
  return (
    <section id="tindakan" class="card narrow">
      <h1>{title}</h1>
      <ProblemSummary told={told} />
      <p>
        {person.name}, <code>{nipText(person.nip)}</code>
      </p>
      <p>{what}</p>
      <Form action={paths.employeeAct(person.id, place, walk)} csrf={frame.csrf} region="tindakan">
        <TextField
          name={REASON_FIELD}
          label={reason}
          hint={REASON_HINT}
          value={typed.reason}
          rows={3}
          told={told}
          autofocus={told === undefined}
        />
        <Field
          name={TICKET_FIELD}
          label="Nomor tiket (boleh kosong)"
          value={typed.ticket}
          autocomplete="off"
        />
        <ProofField frame={frame} place={paths.employeeAct(person.id, place)} told={told} />
        <p class="actions">
          <button>{button}</button>
          <a href={paths.employee(person.id, walk)}>Batal</a>
        </p>
      </Form>
    </section>
  )
}
