import type { Frame, Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CodeField } from '../sign-in/code-page.tsx'
import { type CodeProblem, codeTold, RECOVERY_HINT } from '../sign-in/code-words.ts'
import { STEP_UP, STEP_UP_BY_RECOVERY_CODE } from './step-up-words.ts'

type Props = {
  frame: Frame
  /** Where the person goes on after it. */
  place: string
  way: 'code' | 'recovery'
  problem?: CodeProblem | undefined
}

export function stepUpPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && codeTold(problem, frame.clock.now, frame.clock.zone)
  const main = <StepUp {...props} told={told} />
  return { title: titleOf('Verifikasi ulang', told), main, frame }
}

function StepUp({ frame, place, way, told }: Props & { told: Told | undefined }) {
  const byCode = way === 'code'
  const action = byCode ? paths.stepUpFor(place) : paths.stepUpByRecoveryCode(place)
  return (
    <section id="langkah-ulang" class="card narrow">
      <h1>Verifikasi ulang</h1>
      <ProblemSummary told={told} />
      <p>{byCode ? STEP_UP : STEP_UP_BY_RECOVERY_CODE}</p>
      <Form action={action} csrf={frame.csrf} region="langkah-ulang">
        {byCode ? <CodeField told={told} autofocus /> : <RecoveryField told={told} />}
        <button>Verifikasi</button>
      </Form>
      <OtherWays place={place} byCode={byCode} />
    </section>
  )
}

function RecoveryField({ told }: { told: Told | undefined }) {
  return (
    <Field
      name="recovery_code"
      label="Kode cadangan"
      hint={RECOVERY_HINT}
      autocomplete="off"
      autofocus
      told={told}
    />
  )
}

function OtherWays({ place, byCode }: { place: string; byCode: boolean }) {
  return (
    <ul class="links">
      <li>
        {byCode ? (
          <a href={paths.stepUpByRecoveryCode(place)}>Pakai kode cadangan</a>
        ) : (
          <a href={paths.stepUpFor(place)}>Pakai Kode OTP dari aplikasi</a>
        )}
      </li>
      <li>
        <a href={paths.account}>Kembali ke Akun</a>
      </li>
    </ul>
  )
}
