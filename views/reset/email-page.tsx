import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { EMAIL_DEAD, EMAIL_INTRO, EMAIL_WHY, type EmailProblem, emailTold } from './email-words.ts'

/** Which journey asks for a mailbox, and how far it has come. */
export type EmailDoor = {
  title: string
  step?: string
  emailPath: string
  codePath: string
  start: { path: string; text: string }
}

type Props = { csrf: string; door: EmailDoor; email: string; problem?: EmailProblem | undefined }

/** For every number alike; no part of the address is shown (R-EN-01). */
export function emailPage(props: Props): Page {
  const told = props.problem && emailTold(props.problem)
  return { title: titleOf(props.door.title, told), main: <Email {...props} told={told} /> }
}

function Email({ csrf, door, email, told }: Props & { told: Told | undefined }) {
  return (
    <section id="reset-email" class="card narrow">
      <h1>{door.title}</h1>
      {door.step && <p class="hint">{door.step}</p>}
      <ProblemSummary told={told} />
      <Form action={door.emailPath} csrf={csrf} region="reset-email">
        <p>{EMAIL_INTRO}</p>
        <Field
          name="email"
          label="Email"
          hint={EMAIL_WHY}
          value={email}
          autocomplete="email"
          told={told}
        />
        <button>Kirim</button>
      </Form>
      <ul class="links">
        <li>
          <a href={paths.helpOn('email-tidak-aktif')}>{EMAIL_DEAD}</a>
        </li>
        <li>
          <a href={door.start.path}>{door.start.text}</a>
        </li>
      </ul>
    </section>
  )
}
