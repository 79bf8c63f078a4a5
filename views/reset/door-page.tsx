import type { Page } from '../page.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CaptchaScript, CredentialsForm, type DueCaptcha } from '../sign-in/credentials-form.tsx'
import { type SignInProblem, signInTold } from '../sign-in/sign-in-words.ts'
import type { Door } from './door-words.ts'

type Props = {
  door: Door
  csrf: string
  username: string
  problem?: SignInProblem | undefined
  captcha?: DueCaptcha | undefined
}

/** The step of /masuk under another heading: same limits, same answers (R-RS-08). */
export function doorPage(props: Props): Page {
  const told = props.problem && signInTold(props.problem)
  return { title: titleOf(props.door.title, told), main: <DoorCard {...props} told={told} /> }
}

function DoorCard({ door, csrf, username, captcha, told }: Props & { told: Told | undefined }) {
  return (
    <section id={door.id} class="card narrow">
      <h1>{door.title}</h1>
      <ProblemSummary told={told} />
      <p>{door.intro}</p>
      <CredentialsForm
        action={door.path}
        region={door.id}
        csrf={csrf}
        username={username}
        passwordLabel={door.passwordLabel}
        button="Lanjut"
        captcha={captcha}
        told={told}
      />
      <p>
        <a class="way" href={paths.reset}>
          Kembali ke Reset
        </a>
      </p>
      <CaptchaScript captcha={captcha} />
    </section>
  )
}
