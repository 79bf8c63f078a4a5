import type { PasswordRule } from '#domain/password/rule.ts'
import type { Page } from '../page.tsx'
import { PasswordField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import {
  NEW_PASSWORD_INTRO,
  type NewPasswordProblem,
  newPasswordTold,
  RULE_ADVICE,
  ruleLines,
} from './new-password-words.ts'

type Props = {
  csrf: string
  rule: PasswordRule
  /** For password managers, which save the new password under it. */
  username: string
  problem?: NewPasswordProblem | undefined
}

export function newPasswordPage(props: Props): Page {
  return { title: 'Password baru', main: <NewPassword {...props} /> }
}

function NewPassword({ csrf, rule, username, problem }: Props) {
  const told = problem && newPasswordTold(problem)
  return (
    <section id="password-baru" class="card narrow">
      <h1>Password baru</h1>
      <ProblemSummary told={told} />
      <p>{NEW_PASSWORD_INTRO}</p>
      <Rule rule={rule} />
      <Form action={paths.newPassword} csrf={csrf} region="password-baru">
        <input name="username" autocomplete="username" value={username} readonly hidden />
        <PasswordField
          name="new_password"
          label="Password baru"
          autocomplete="new-password"
          describedBy="ketentuan"
          told={told}
        />
        <PasswordField
          name="confirm_password"
          label="Konfirmasi password"
          autocomplete="new-password"
          told={told}
        />
        <button>Simpan password</button>
      </Form>
    </section>
  )
}

/** Where scripts run, each line that is met gets its mark while one types; it never refuses. */
function Rule({ rule }: { rule: PasswordRule }) {
  return (
    <div class="rule">
      <p>Ketentuan password:</p>
      <ul id="ketentuan" aria-live="polite">
        {ruleLines(rule).map(({ text, pattern }) => (
          <li data-pattern={pattern} aria-atomic="true">
            {text}
            {pattern && <b hidden> – terpenuhi</b>}
          </li>
        ))}
      </ul>
      <p class="hint">{RULE_ADVICE}</p>
    </div>
  )
}
