import type { Zone } from '#domain/agency.ts'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import {
  AGENCY_CODE,
  AGENCY_CODE_HINT,
  AGENCY_CODE_INTRO,
  AGENCY_WAY,
} from './agency-code-words.ts'
import {
  CODE_INTRO,
  type CodeProblem,
  codeTold,
  isOver,
  LOCKED_FOR_ALL,
  RECOVERY_HINT,
  RECOVERY_INTRO,
} from './code-words.ts'

export type CodeWay = 'code' | 'recovery' | 'agency'
/** `zone`: the agency's of the person whose password was right. */
type Props = {
  csrf: string
  way: CodeWay
  problem?: CodeProblem | undefined
  now: Date
  zone: Zone
}

export function codePage(props: Props): Page {
  const told = props.problem && codeTold(props.problem, props.now, props.zone)
  return { title: titleOf('Verifikasi', told), main: <Verification {...props} told={told} /> }
}

function Verification({ told, ...props }: Props & { told: Told | undefined }) {
  return (
    <section id="kode" class="card narrow">
      <h1>Verifikasi</h1>
      <ProblemSummary told={told} />
      <WayOn {...props} told={told} />
    </section>
  )
}

/** The form, or where to go where nothing can be typed any more. */
function WayOn({ csrf, way, problem, told }: Props & { told: Told | undefined }) {
  if (problem?.kind === 'finished') return <WaysOn />
  if (problem?.kind === 'locked') return <Locked />
  if (problem && isOver(problem)) return <FromTheStart />
  switch (way) {
    case 'code':
      return <CodeForm csrf={csrf} told={told} />
    case 'recovery':
      return <RecoveryForm csrf={csrf} told={told} />
    case 'agency':
      return <AgencyForm csrf={csrf} told={told} />
  }
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
          <a href={paths.recoveryCode}>Pakai kode cadangan</a>
        </li>
        <li>
          <a href={paths.agencyCode}>{AGENCY_WAY}</a>
        </li>
        <li>
          <a href={paths.mfaReset}>Reset MFA</a>
        </li>
      </ul>
    </>
  )
}

function AgencyForm({ csrf, told }: FormProps) {
  return (
    <>
      <p>{AGENCY_CODE_INTRO}</p>
      <Form action={paths.code} csrf={csrf} region="kode">
        <AgencyCodeField told={told} autofocus />
        <button>Lanjut</button>
      </Form>
      <ul class="links">
        <li>
          <a href={paths.code}>Pakai Kode OTP dari aplikasi</a>
        </li>
        <li>
          <a href={paths.helpOn('kode-bkpsdm')}>Kode dari BKPSDM tidak ada?</a>
        </li>
      </ul>
    </>
  )
}

export function AgencyCodeField({ told, autofocus }: CodeFieldProps) {
  return (
    <Field
      name="agency_code"
      label={AGENCY_CODE}
      hint={AGENCY_CODE_HINT}
      autocomplete="off"
      autofocus={autofocus}
      told={told}
    />
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
          <a href={paths.agencyCode}>{AGENCY_WAY}</a>
        </li>
        <li>
          <a href={paths.mfaReset}>Reset MFA</a>
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

/** A field would invite to type what is not evaluated. */
function Locked() {
  return (
    <>
      <p>{LOCKED_FOR_ALL}</p>
      <p class="actions">
        <a class="button" href={paths.recoveryCode}>
          Pakai kode cadangan
        </a>
        <a href={paths.agencyCode}>{AGENCY_WAY}</a>
        <a href={paths.signIn}>Masuk lagi</a>
      </p>
    </>
  )
}

export function FromTheStart() {
  return (
    <p class="actions">
      <a class="button" href={paths.signIn}>
        Masuk lagi
      </a>
    </p>
  )
}
