import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import {
  CODE_INTRO,
  type CodeProblem,
  codeTold,
  isOver,
  RECOVERY_HINT,
  RECOVERY_INTRO,
} from './code-words.ts'

type Way = 'code' | 'recovery'
type Props = { csrf: string; way: Way; problem?: CodeProblem | undefined; now: Date }

export function codePage(props: Props): Page {
  return { title: 'Verifikasi', main: <Verification {...props} /> }
}

function Verification({ csrf, way, problem, now }: Props) {
  const told = problem && codeTold(problem, now)
  return (
    <section id="kode" class="card narrow">
      <h1>Verifikasi</h1>
      <ProblemSummary told={told} />
      {problem?.kind === 'finished' ? (
        <WaysOn />
      ) : problem && isOver(problem) ? (
        <FromTheStart />
      ) : way === 'code' ? (
        <CodeForm csrf={csrf} told={told} />
      ) : (
        <RecoveryForm csrf={csrf} told={told} />
      )}
    </section>
  )
}

type FormProps = { csrf: string; told: Told | undefined }

function CodeForm({ csrf, told }: FormProps) {
  return (
    <>
      <p>{CODE_INTRO}</p>
      <Form action={paths.code} csrf={csrf} region="kode">
        <CodeField told={told} autofocus />
        <button>Verifikasi</button>
      </Form>
      <ul class="links">
        <li>
          <a href={`${paths.code}?cara=kode-cadangan`}>Pakai kode cadangan</a>
        </li>
        <li>
          <a href={paths.helpOn('ganti-hp')}>HP hilang atau diganti?</a>
        </li>
      </ul>
    </>
  )
}

type CodeFieldProps = { told: Told | undefined; autofocus?: boolean }

/** R-OT-08: spaces may be typed, so nothing caps the length at six. */
export function CodeField({ told, autofocus }: CodeFieldProps) {
  return (
    <Field
      name="code"
      label="Kode OTP"
      hint="6 angka dari aplikasi autentikator."
      inputmode="numeric"
      autocomplete="one-time-code"
      autofocus={autofocus}
      told={told}
    />
  )
}

function RecoveryForm({ csrf, told }: FormProps) {
  return (
    <>
      <p>{RECOVERY_INTRO}</p>
      <Form action={paths.code} csrf={csrf} region="kode">
        <Field
          name="recovery_code"
          label="Kode cadangan"
          hint={RECOVERY_HINT}
          autocomplete="off"
          autofocus
          told={told}
        />
        <button>Verifikasi</button>
      </Form>
      <ul class="links">
        <li>
          <a href={paths.code}>Pakai Kode OTP dari aplikasi</a>
        </li>
        <li>
          <a href={paths.helpOn('kode-cadangan')}>Kode cadangan tidak ada?</a>
        </li>
      </ul>
    </>
  )
}

function WaysOn() {
  return (
    <p class="actions">
      <a class="button" href={paths.home}>
        Buka Beranda
      </a>
      <a href={paths.signIn}>Masuk lagi</a>
    </p>
  )
}

function FromTheStart() {
  return (
    <p class="actions">
      <a class="button" href={paths.signIn}>
        Masuk lagi
      </a>
    </p>
  )
}
