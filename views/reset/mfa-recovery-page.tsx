import type { Zone } from '#domain/agency.ts'
import type { Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { type CodeProblem, codeTold, RECOVERY_HINT, RECOVERY_INTRO } from '../sign-in/code-words.ts'
import { MFA_RESET } from './mfa-reset-words.ts'

type Props = { csrf: string; now: Date; zone: Zone; problem?: CodeProblem | undefined }

export function mfaRecoveryPage(props: Props): Page {
  const told = props.problem && codeTold(props.problem, props.now, props.zone)
  return { title: titleOf(MFA_RESET.title, told), main: <Recovery {...props} told={told} /> }
}

function Recovery({ csrf, told }: Props & { told: Told | undefined }) {
  return (
    <section id="reset-mfa" class="card narrow">
      <h1>{MFA_RESET.title}</h1>
      <ProblemSummary told={told} />
      <p>{RECOVERY_INTRO}</p>
      <Form action={paths.mfaResetRecoveryCode} csrf={csrf} region="reset-mfa">
        <Field
          name="recovery_code"
          label="Kode cadangan"
          hint={RECOVERY_HINT}
          autocomplete="off"
          told={told}
        />
        <button>Lanjut</button>
      </Form>
      <p>
        <a class="way" href={paths.mfaReset}>
          Cara lain
        </a>
      </p>
    </section>
  )
}
