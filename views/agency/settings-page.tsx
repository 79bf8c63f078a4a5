import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import { paths } from '../paths.ts'
import { STALE } from '../sign-in/sign-in-words.ts'
import { SETTINGS } from './settings-words.ts'

type Props = {
  frame: Frame
  agency: string
  twoPersonResets: boolean
  problem?: { kind: 'stale' } | ProofProblem | undefined
}

/** What the chief officer of an agency decides for all of it. */
export function settingsPage(props: Props): Page {
  const told = props.problem && toldOf(props.problem, props.frame)
  const main = <Settings {...props} told={told} />
  return { title: titleOf(SETTINGS.title, told), main, frame: props.frame }
}

function toldOf(problem: NonNullable<Props['problem']>, { clock }: Frame): Told {
  return problem.kind === 'stale' ? STALE : proofTold(problem, clock.now, clock.zone)
}

function Settings({ frame, agency, twoPersonResets, told }: Props & { told: Told | undefined }) {
  return (
    <section id="pengaturan" class="card narrow">
      <h1>{SETTINGS.title}</h1>
      <p>{agency}</p>
      <ProblemSummary told={told} />
      <h2>{SETTINGS.heading}</h2>
      <p>{SETTINGS.what}</p>
      <p class="aside">{twoPersonResets ? SETTINGS.isOn : SETTINGS.isOff}</p>
      <Form action={paths.deskSettings} csrf={frame.csrf} region="pengaturan">
        <ProofField frame={frame} place={paths.deskSettings} told={told} />
        <button name="two_person_resets" value={twoPersonResets ? 'tidak' : 'ya'}>
          {twoPersonResets ? SETTINGS.turnOff : SETTINGS.turnOn}
        </button>
      </Form>
      <p class="actions">
        <a href={paths.desk}>Kembali ke Meja layanan</a>
      </p>
    </section>
  )
}
