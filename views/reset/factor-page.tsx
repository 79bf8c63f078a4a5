import type { Zone } from '#domain/agency.ts'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { AGENCY_WAY } from '../sign-in/agency-code-words.ts'
import { AgencyCodeField, CodeField } from '../sign-in/code-page.tsx'
import { RECOVERY_HINT } from '../sign-in/code-words.ts'
import {
  FACTOR_AGENCY_INTRO,
  FACTOR_INTRO,
  FACTOR_RECOVERY_INTRO,
  type FactorProblem,
  type FactorWay,
  FROZEN_INTRO,
  factorTold,
  NO_DEVICE,
  ONLY_OFFICE,
} from './factor-words.ts'
import { FORGOTTEN, stepText } from './start-words.ts'

type Props = {
  csrf: string
  isFrozen: boolean
  /** Those that can prove anything for this account. */
  ways: readonly FactorWay[]
  way: FactorWay
  now: Date
  zone: Zone
  problem?: FactorProblem | undefined
}

/** Step (4) of a reset that keeps the second factor. */
export function factorPage(props: Props): Page {
  const told = props.problem && factorTold(props.problem, props.now, props.zone)
  return { title: titleOf(FORGOTTEN, told), main: <Factor {...props} told={told} /> }
}

type ToldProps = Props & { told: Told | undefined }

function Factor({ told, ...props }: ToldProps) {
  return (
    <section id="reset-perangkat" class="card narrow">
      <h1>{FORGOTTEN}</h1>
      <p class="hint">{stepText(4, 5)}</p>
      <ProblemSummary told={told} />
      <Body {...props} told={told} />
    </section>
  )
}

function Body({ ways, way, isFrozen, csrf, problem, told }: ToldProps) {
  if (problem?.kind === 'factorVoid') return <FromStart />
  return (
    <>
      {ways.length === 1 && <p>{ONLY_OFFICE}</p>}
      <p>{introOf(way, isFrozen)}</p>
      <Form action={paths.resetDevice} csrf={csrf} region="reset-perangkat">
        <FactorField way={way} told={told} />
        <button>Lanjut</button>
      </Form>
      <OtherWays ways={ways} way={way} />
    </>
  )
}

function introOf(way: FactorWay, isFrozen: boolean): string {
  switch (way) {
    case 'device':
      return isFrozen ? FROZEN_INTRO : FACTOR_INTRO
    case 'recoveryCode':
      return FACTOR_RECOVERY_INTRO
    case 'agencyCode':
      return FACTOR_AGENCY_INTRO
  }
}

function FactorField({ way, told }: { way: FactorWay; told: Told | undefined }) {
  switch (way) {
    case 'device':
      return <CodeField told={told} />
    case 'recoveryCode':
      return <RecoveryField told={told} />
    case 'agencyCode':
      return <AgencyCodeField told={told} />
  }
}

function RecoveryField({ told }: { told: Told | undefined }) {
  return (
    <Field
      name="recovery_code"
      label="Kode cadangan"
      hint={RECOVERY_HINT}
      autocomplete="off"
      told={told}
    />
  )
}

const LINKS: Record<FactorWay, { href: string; text: string }> = {
  device: { href: paths.resetDevice, text: 'Pakai Kode OTP dari aplikasi' },
  recoveryCode: { href: paths.resetRecoveryCode, text: 'Pakai kode cadangan' },
  agencyCode: { href: paths.resetAgencyCode, text: AGENCY_WAY },
}

function OtherWays({ ways, way }: { ways: readonly FactorWay[]; way: FactorWay }) {
  const others = ways.filter((one) => one !== way)
  return (
    <>
      {others.length > 0 && (
        <ul class="links">
          {others.map((one) => (
            <li>
              <a href={LINKS[one].href}>{LINKS[one].text}</a>
            </li>
          ))}
        </ul>
      )}
      <p class="hint">
        {NO_DEVICE} <a href={paths.helpOn('kode-bkpsdm')}>Cara memintanya</a>
      </p>
    </>
  )
}

function FromStart() {
  return (
    <p class="actions">
      <a class="button" href={paths.resetStart}>
        Mulai dari awal
      </a>
    </p>
  )
}
