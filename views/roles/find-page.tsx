import type { Frame, Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { GIVE } from './give-words.ts'

type Props = { frame: Frame; home: string; typed: string; told: Told | undefined }

/** The first step: whom it is about. */
export function findCandidatePage(props: Props): Page {
  const { frame, told } = props
  return { title: titleOf(GIVE.title, told), main: <Find {...props} />, frame }
}

function Find({ frame, home, typed, told }: Props) {
  return (
    <section id="pencarian" class="card narrow">
      <h1>{GIVE.title}</h1>
      <ProblemSummary told={told} />
      <p>{GIVE.findText}</p>
      <Form action={paths.newRole} csrf={frame.csrf} region="pencarian">
        <Field
          name="nip"
          label="NIP"
          value={typed}
          inputmode="numeric"
          autocomplete="off"
          told={told}
          autofocus={told === undefined}
        />
        <p class="actions">
          <button>{GIVE.find}</button>
          <a href={home}>Batal</a>
        </p>
      </Form>
    </section>
  )
}
