import type { Zone } from '#domain/agency.ts'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import type { EmailDoor } from './email-page.tsx'
import {
  CODE_HINT,
  emailCodeTold,
  NO_CODE,
  sentText,
  type TypedEmailCodeProblem,
} from './email-words.ts'

type Props = {
  csrf: string
  door: EmailDoor
  /** Until when the last code serves, mailed or not. */
  until: Date
  zone: Zone
  problem?: TypedEmailCodeProblem | undefined
}

export function emailCodePage(props: Props): Page {
  const told = props.problem && emailCodeTold(props.problem)
  return { title: titleOf(props.door.title, told), main: <EmailCode {...props} told={told} /> }
}

function EmailCode({ csrf, door, until, zone, problem, told }: Props & { told: Told | undefined }) {
  return (
    <section id="reset-kode" class="card narrow">
      <h1>{door.title}</h1>
      {door.step && <p class="hint">{door.step}</p>}
      <ProblemSummary told={told} />
      {problem?.kind === 'emailCodeVoid' ? (
        <Way path={door.start.path} text="Mulai dari awal" />
      ) : problem?.kind === 'emailCodeLate' ? (
        <Way path={door.emailPath} text="Minta kode baru" />
      ) : (
        <CodeForm csrf={csrf} door={door} sent={sentText(until, zone)} told={told} />
      )}
    </section>
  )
}

/** A field would invite to type what is not evaluated any more. */
function Way({ path, text }: { path: string; text: string }) {
  return (
    <p class="actions">
      <a class="button" href={path}>
        {text}
      </a>
    </p>
  )
}

type FormProps = { csrf: string; door: EmailDoor; sent: string; told: Told | undefined }

function CodeForm({ csrf, door, sent, told }: FormProps) {
  return (
    <>
      <Notice text={sent} />
      <Form action={door.codePath} csrf={csrf} region="reset-kode">
        <Field
          name="email_code"
          label="Kode dari email"
          hint={CODE_HINT}
          inputmode="numeric"
          autocomplete="one-time-code"
          told={told}
        />
        <button>Lanjut</button>
      </Form>
      <ul class="links">
        <li>
          <a href={paths.helpOn('kode-email')}>{NO_CODE}</a>
        </li>
        <li>
          <a href={door.emailPath}>Minta kode baru, atau perbaiki email</a>
        </li>
      </ul>
    </>
  )
}
