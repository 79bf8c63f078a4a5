import type { Child } from 'hono/jsx'
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

type Props = {
  csrf: string
  username: string
  problem?: SignInProblem | undefined
  captcha?: Child | undefined
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
        {captcha}
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
    </section>
  )
}
