import type { Captcha as Check } from '#domain/captcha/captcha.ts'
import type { CaptchaProblem } from '#domain/captcha/try.ts'
import { Captcha } from '../captcha/captcha-part.tsx'
import type { Page } from '../page.tsx'
import { Field, PasswordField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import {
  NIP_HINT,
  noticeText,
  type SignInNotice,
  type SignInProblem,
  signInTold,
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
  return { title: 'Masuk', main: <SignIn {...props} /> }
}

function SignIn({ csrf, username, problem, captcha, notice }: Props) {
  const told = problem && signInTold(problem)
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
      <ul class="links">
        <li>
          <a href={paths.helpOn('persiapan')}>Baru pertama kali masuk? Lihat panduan aktivasi</a>
        </li>
        <li>
          <a href={paths.helpOn('lupa-password')}>Lupa password, ganti HP, atau terkunci?</a>
        </li>
      </ul>
      {captcha && <script src={captcha.script} defer></script>}
    </section>
  )
}
