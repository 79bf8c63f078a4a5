import type { Captcha as Check } from '#domain/captcha/captcha.ts'
import type { CaptchaProblem } from '#domain/captcha/try.ts'
import { Captcha } from '../captcha/captcha-part.tsx'
import type { Page } from '../page.tsx'
import { Field, PasswordField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import {
  NIP_HINT,
  noticeText,
  type SignInNotice,
  type SignInProblem,
  signInTold,
  WAYS,
} from './sign-in-words.ts'

/** A security check to pass first, and the address of the script that may pass it. */
export type DueCaptcha = { view: Check; problem?: CaptchaProblem; script: string }

type Props = {
  csrf: string
  username: string
  problem?: SignInProblem | undefined
  captcha?: DueCaptcha | undefined
  notice?: SignInNotice | undefined
}

export function signInPage(props: Props): Page {
  const told = props.problem && signInTold(props.problem)
  return { title: titleOf('Masuk', told), main: <SignIn {...props} told={told} /> }
}

function SignIn({ csrf, username, told, captcha, notice }: Props & { told: Told | undefined }) {
  return (
    <section id="masuk" class="card narrow">
      <h1>Masuk</h1>
      <ProblemSummary told={told} />
      <Notice text={told ? undefined : notice && noticeText(notice)} />
      <Form action={paths.signIn} csrf={csrf} region="masuk">
        <Field
          name="username"
          label="NIP"
          hint={NIP_HINT}
          value={username}
          autocomplete="username"
          told={told}
        />
        <PasswordField
          name="password"
          label="Password"
          autocomplete="current-password"
          told={told}
        />
        {captcha && <Captcha view={captcha.view} problem={captcha.problem} />}
        <button>Masuk</button>
      </Form>
      <Ways />
      {captcha && <script src={captcha.script} defer></script>}
    </section>
  )
}

function Ways() {
  return (
    <ul class="links">
      {WAYS.map(({ topic, text }) => (
        <li>
          <a href={paths.helpOn(topic)}>{text}</a>
        </li>
      ))}
    </ul>
  )
}
