import type { PasswordRule } from '#domain/password/rule.ts'
import type { Page } from '../page.tsx'
import { PasswordField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import {
  NEW_PASSWORD_INTRO,
  type NewPasswordProblem,
  newPasswordTold,
} from './new-password-words.ts'
import { PasswordRuleList } from './password-rule-list.tsx'

type Props = {
  csrf: string
  rule: PasswordRule
  /** For password managers, which save the new password under it. */
  username: string
  problem?: NewPasswordProblem | undefined
}

export function newPasswordPage(props: Props): Page {
  const told = props.problem && newPasswordTold(props.problem)
  return { title: titleOf('Password baru', told), main: <NewPassword {...props} told={told} /> }
}

function NewPassword({ csrf, rule, username, told }: Props & { told: Told | undefined }) {
  return (
    <section id="password-baru" class="card narrow">
      <h1>Password baru</h1>
      <ProblemSummary told={told} />
      <p>{NEW_PASSWORD_INTRO}</p>
      <PasswordRuleList rule={rule} />
      <Form action={paths.newPassword} csrf={csrf} region="password-baru">
        <input name="username" autocomplete="username" value={username} readonly hidden />
        <PasswordField
          name="new_password"
          label="Password baru"
          autocomplete="new-password"
          describedBy="panjang"
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
