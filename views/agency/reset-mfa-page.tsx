import { RESET_CAUSES } from '#domain/reset/issue-code.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { paths } from '../paths.ts'
import { causeText } from './evidence-words.ts'
import { Choices, HelpFields, type HelpTyped } from './help-fields.tsx'
import { RESET_MFA, type ResetMfaProblem, resetMfaTold } from './reset-mfa-words.ts'
import { Whom } from './whom.tsx'

type Props = {
  frame: Frame
  person: { id: string; name: string; nip: string }
  takesTwo: boolean
  typed: HelpTyped & { cause: string }
  problem?: ResetMfaProblem | undefined
}

/** R-AD-02: why, how sure, and by whom; the code is on the next page. */
export function resetMfaPage(props: Props): Page {
  const { problem, frame } = props
  const told = problem && resetMfaTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(RESET_MFA.title, told), main: <Ask {...props} told={told} />, frame }
}

function Ask({
  frame,
  person,
  takesTwo,
  typed,
  problem,
  told,
}: Props & { told: Told | undefined }) {
  const place = paths.employeeMfaReset(person.id)
  return (
    <section id="reset-mfa-pegawai" class="card narrow">
      <h1>{RESET_MFA.title}</h1>
      <ProblemSummary told={told} />
      <Whom person={person} />
      {problem?.kind === 'fewDevices' && (
        <p class="actions">
          <a class="button" href={paths.newDevice}>
            Tambah perangkat
          </a>
        </p>
      )}
      <p>{RESET_MFA.what}</p>
      {takesTwo && <p class="aside">{RESET_MFA.twoPersons}</p>}
      <Form action={place} csrf={frame.csrf} region="reset-mfa-pegawai">
        <Choices
          name="cause"
          legend="Sebab"
          choices={RESET_CAUSES.map((one) => [one, causeText(one)] as const)}
          chosen={typed.cause}
          told={told}
        />
        <HelpFields typed={typed} told={told} />
        <ProofField frame={frame} place={place} told={told} />
        <button>{takesTwo ? RESET_MFA.askButton : RESET_MFA.button}</button>
      </Form>
      <p>
        <a class="way" href={paths.employee(person.id)}>
          Kembali ke pegawai
        </a>
      </p>
    </section>
  )
}
