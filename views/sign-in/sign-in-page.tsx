import type { Page } from '../page.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CaptchaScript, CredentialsForm, type DueCaptcha } from './credentials-form.tsx'
import {
  FORGOTTEN_HINT,
  noticeText,
  type SignInNotice,
  type SignInProblem,
  signInTold,
  WAYS,
} from './sign-in-words.ts'

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
      <CredentialsForm
        action={paths.signIn}
        region="masuk"
        csrf={csrf}
        username={username}
        passwordLabel="Password"
        button="Masuk"
        captcha={captcha}
        told={told}
      />
      <Ways />
      <CaptchaScript captcha={captcha} />
    </section>
  )
}

function Ways() {
  return (
    <ul class="links">
      <li>
        {FORGOTTEN_HINT}
        <br />
        <a href={paths.reset}>Reset</a>
      </li>
      {WAYS.map(({ topic, text }) => (
        <li>
          <a href={paths.helpOn(topic)}>{text}</a>
        </li>
      ))}
    </ul>
  )
}
