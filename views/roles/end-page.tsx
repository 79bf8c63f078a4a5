import type { Frame, Page } from '../page.tsx'
import { TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { nipText } from '../parts/nip-words.ts'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { paths } from '../paths.ts'
import { GIVE } from './give-words.ts'
import { END, type EndProblem, endTold, roleLabel, termText } from './role-words.ts'
import type { ShownRole } from './roles-page.tsx'

type Props = {
  frame: Frame
  home: string
  role: ShownRole
  typed: string
  problem: EndProblem | undefined
}

/** Less power is quick: one person, with a reason. */
export function endRolePage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && endTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(END.title, told), main: <End {...props} />, frame }
}

function End({ frame, home, role, typed, problem }: Props) {
  const told = problem && endTold(problem, frame.clock.now, frame.clock.zone)
  return (
    <section id="pengakhiran" class="card narrow">
      <h1>{END.title}</h1>
      <ProblemSummary told={told} />
      <p>
        {role.name}, <code>{nipText(role.nip)}</code>
      </p>
      <p>
        {[roleLabel(role.role), role.unitName, role.agencyName].filter(Boolean).join(', ')},{' '}
        {termText(role, role.zone)}
      </p>
      <p>{END.what}</p>
      <Form action={paths.roleEnd(role.id)} csrf={frame.csrf} region="pengakhiran">
        <TextField
          name="reason"
          label="Alasan"
          hint={GIVE.reasonHint}
          value={typed}
          rows={3}
          told={told}
          autofocus={told === undefined}
        />
        <ProofField frame={frame} place={paths.roleEnd(role.id)} told={told} />
        <p class="actions">
          <button>{END.button}</button>
          <a href={home}>Batal</a>
        </p>
      </Form>
    </section>
  )
}
