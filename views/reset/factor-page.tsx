import type { Zone } from '#domain/agency.ts'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { CodeField } from '../sign-in/code-page.tsx'
import { RECOVERY_HINT } from '../sign-in/code-words.ts'
import {
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
  if (ways.length === 0) return <OnlyOffice isFrozen={isFrozen} />
  const isRecovery = way === 'recoveryCode' && ways.includes('recoveryCode')
  return (
    <>
      <p>{isRecovery ? FACTOR_RECOVERY_INTRO : isFrozen ? FROZEN_INTRO : FACTOR_INTRO}</p>
      <Form action={paths.resetDevice} csrf={csrf} region="reset-perangkat">
        {isRecovery ? <RecoveryField told={told} /> : <CodeField told={told} />}
        <button>Lanjut</button>
      </Form>
      <OtherWays ways={ways} isRecovery={isRecovery} />
    </>
  )
}

function OnlyOffice({ isFrozen }: { isFrozen: boolean }) {
  return (
    <>
      <p>{ONLY_OFFICE}</p>
      <p>
        <a class="way" href={paths.helpOn(isFrozen ? 'akun-ditahan' : 'ganti-hp')}>
          Bantuan untuk masalah ini
        </a>
      </p>
    </>
  )
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

function OtherWays({ ways, isRecovery }: { ways: readonly FactorWay[]; isRecovery: boolean }) {
  return (
    <>
      <ul class="links">
        {!isRecovery && ways.includes('recoveryCode') && (
          <li>
            <a href={paths.resetRecoveryCode}>Pakai kode cadangan</a>
          </li>
        )}
        {isRecovery && ways.includes('device') && (
          <li>
            <a href={paths.resetDevice}>Pakai Kode OTP dari aplikasi</a>
          </li>
        )}
      </ul>
      <p class="hint">{NO_DEVICE}</p>
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
