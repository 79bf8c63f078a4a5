import { Captcha } from '../captcha/captcha-part.tsx'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CODE_HINT } from '../reset/email-words.ts'
import { CaptchaScript, type DueCaptcha } from '../sign-in/credentials-form.tsx'
import { NIP_HINT } from '../sign-in/sign-in-words.ts'
import { NEW_EMAIL, type NewEmailProblem, newEmailTold } from './new-email-words.ts'

type Props = {
  csrf: string
  username: string
  captcha: DueCaptcha
  problem?: NewEmailProblem | undefined
}

/** R-AD-05: on the phone of the employee, who need not be signed in. */
export function newEmailPage(props: Props): Page {
  const told = props.problem && newEmailTold(props.problem, 'WIB')
  return { title: titleOf(NEW_EMAIL.title, told), main: <NewEmail {...props} told={told} /> }
}

function NewEmail({ csrf, username, captcha, told }: Props & { told: Told | undefined }) {
  return (
    <section id="email-baru" class="card narrow">
      <h1>{NEW_EMAIL.title}</h1>
      <ProblemSummary told={told} />
      <p>{NEW_EMAIL.intro}</p>
      <Form action={paths.newEmail} csrf={csrf} region="email-baru">
        <Field
          name="username"
          label="NIP"
          hint={NIP_HINT}
          value={username}
          autocomplete="username"
          told={told}
        />
        <NewEmailCodeField told={told} />
        <Captcha view={captcha.view} problem={captcha.problem} />
        <button>{NEW_EMAIL.button}</button>
      </Form>
      <p>
        <a class="way" href={paths.helpOn('email-tidak-aktif')}>
          Bagaimana email diperbaiki?
        </a>
      </p>
      <CaptchaScript captcha={captcha} />
    </section>
  )
}

export function NewEmailCodeField({ told }: { told: Told | undefined }) {
  return (
    <Field
      name="email_code"
      label="Kode dari email"
      hint={CODE_HINT}
      inputmode="numeric"
      autocomplete="one-time-code"
      told={told}
    />
  )
}

export function newEmailDonePage(): Page {
  const main = (
    <section class="card narrow">
      <h1>{NEW_EMAIL.title}</h1>
      <p class="lead">{NEW_EMAIL.done}</p>
      <p class="actions">
        <a class="button" href={paths.signIn}>
          Masuk
        </a>
        <a href={paths.helpOn('email-tidak-aktif')}>Bantuan</a>
      </p>
    </section>
  )
  return { title: NEW_EMAIL.title, main }
}
