import { Captcha } from '../captcha/captcha-part.tsx'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CaptchaScript, type DueCaptcha } from '../sign-in/credentials-form.tsx'
import { NIP_HINT } from '../sign-in/sign-in-words.ts'
import {
  FORGOTTEN,
  START_INTRO,
  type StartNotice,
  type StartProblem,
  startNoticeText,
  startTold,
  stepText,
} from './start-words.ts'

type Props = {
  csrf: string
  username: string
  captcha: DueCaptcha
  notice?: StartNotice | undefined
  problem?: StartProblem | undefined
}

export function resetStartPage(props: Props): Page {
  const told = props.problem && startTold(props.problem)
  return { title: titleOf(FORGOTTEN, told), main: <ResetStart {...props} told={told} /> }
}

function ResetStart({ csrf, username, captcha, notice, told }: Props & { told: Told | undefined }) {
  return (
    <section id="reset-nip" class="card narrow">
      <h1>{FORGOTTEN}</h1>
      <p class="hint">{stepText(1, 4)}</p>
      <ProblemSummary told={told} />
      <Notice text={told ? undefined : notice && startNoticeText(notice)} />
      <p>{START_INTRO}</p>
      <Form action={paths.resetStart} csrf={csrf} region="reset-nip">
        <Field
          name="username"
          label="NIP"
          hint={NIP_HINT}
          value={username}
          autocomplete="username"
          told={told}
        />
        <Captcha view={captcha.view} problem={captcha.problem} />
        <button>Check</button>
      </Form>
      <p>
        <a class="way" href={paths.reset}>
          Kembali ke Reset
        </a>
      </p>
      <CaptchaScript captcha={captcha} />
    </section>
  )
}
